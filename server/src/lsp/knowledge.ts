import { memo, type DocumentFacts } from '../analysis.js';

/** What other documents may rely on in a document, as a text to compare: not where it stands, nor what is merely said. */
export const knowledge = memo((facts: DocumentFacts | undefined): string => {
  if (!facts) return '';
  const sections = facts.sections.map(({ facts: { heading, fields, people, actions } }) => [
    heading?.title,
    fields.map(({ label, value }) => [label, value]),
    people.map(({ name }) => name),
    actions.map(({ text, done, owners }) => [text, done, owners.map((owner) => owner.name)]),
  ]);
  return JSON.stringify([facts.kind, facts.title, facts.date?.iso, sections]);
});
