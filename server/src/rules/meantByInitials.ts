import { foldName, initials } from '../archive/names.js';
import type { DocumentFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import { memo } from '../text/memo.js';
import { attendeeList } from './attendance.js';

/**
 * Those among some people whom a document may mean by initials that fit all of them. Where the attendee list says whose they
 * are, as in `Pat Hickey (PH)`, or all others speak under a longer form of their own, as `ChrisW` or `CWoods` does, one is left.
 */
export function meantByInitials(
  written: string,
  candidates: readonly string[],
  document: DocumentFacts,
): readonly string[] {
  if (!/^\p{Lu}{2,4}$/u.test(written)) return candidates;
  const stated = (attendeeList(document)?.mentions ?? []).filter((mention) => mention.affiliation === written);
  const owners = candidates.filter((name) => stated.some((mention) => foldName(mention.name) === foldName(name)));
  if (owners.length === 1 && initials(owners[0] ?? '') === foldName(written)) return owners;
  const longer = longerForms(document);
  const others = candidates.filter((name) => !longer.some((form) => standsFor(form, name, candidates)));
  return others.length > 0 ? others : candidates;
}

/** Short forms such as `ChrisW`, `CWoods` and `DaG` that a document's speakers have. */
const longerForms = memo(({ sections }: DocumentFacts): readonly string[] =>
  sections.flatMap(({ facts }) => formsIn(facts)),
);

const formsIn = memo(({ speeches }: SectionFacts): readonly string[] => {
  const names = new Set(speeches.flatMap(({ speakers }) => speakers.map((speaker) => speaker.name)));
  return [...names].filter((name) => /^(?=.*\p{Ll})\p{Lu}\p{Ll}*\p{Lu}\p{Ll}*$/u.test(name));
});

function standsFor(form: string, name: string, candidates: readonly string[]): boolean {
  return candidates.every((each) => isFormOf(form, each) === (each === name));
}

/** Whether a short form is the beginning of a first name and that of a last one. */
function isFormOf(form: string, name: string): boolean {
  const at = form.search(/(?!^)\p{Lu}/u);
  const words = foldName(name).split(' ');
  return (
    (words[0] ?? '').startsWith(foldName(form.slice(0, at))) &&
    (words.at(-1) ?? '').startsWith(foldName(form.slice(at)))
  );
}
