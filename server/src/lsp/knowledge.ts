import type { DocumentFacts } from '../analysis.js';

const memo = new WeakMap<DocumentFacts, string>();

/** What other documents may rely on in a document, as a text to compare: not where it stands, nor what is merely said. */
export function knowledge(facts: DocumentFacts | undefined): string {
  if (!facts) return '';
  const known = memo.get(facts);
  if (known !== undefined) return known;
  const sections = facts.sections.map(({ facts: { heading, fields, people, actions } }) => [
    heading?.title,
    fields.map(({ label, value }) => [label, value]),
    people.map(({ name }) => name),
    actions.map(({ text, done, owners }) => [text, done, owners.map((owner) => owner.name)]),
  ]);
  const text = JSON.stringify([facts.kind, facts.title, facts.date?.iso, sections]);
  memo.set(facts, text);
  return text;
}
