import { foldName } from '../archive/names.js';
import type { People } from '../archive/people.js';
import { companyForms, companyNames } from '../document/schema.js';
import { memo } from '../text/memo.js';

/** Whether two names may be those of one company: `Citrix Systems` and `CITRIX`, `AWS` and `Amazon Web Services`. */
export function isSameCompany(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.length === 0 || others.length === 0) return true;
  const [short, long] = words.length <= others.length ? [words, others] : [others, words];
  return (
    words.join('') === others.join('') ||
    short.every((word) => long.includes(word)) ||
    (short.length === 1 && short[0] === long.map((word) => word.charAt(0)).join('')) ||
    companyNames.some((names) => [words, others].every((each) => names.some((name) => isNamed(each, name))))
  );
}

function isNamed(words: readonly string[], name: string): boolean {
  return words.join(' ') === wordsOf(name).join(' ');
}

function wordsOf(company: string): string[] {
  return foldName(company.replace(companyForms, ' '))
    .split(' ')
    .filter((word) => word !== '');
}

const knownCompanies = memo(
  ({ all }: People): ReadonlySet<string> =>
    new Set(all.flatMap((person) => person.affiliations.map(({ name }) => wordsOf(name).join(' ')))),
);

/** Whether a text names a company that somebody of the register is or was with. */
export function isKnownCompany(text: string, people: People): boolean {
  return knownCompanies(people).has(wordsOf(text).join(' '));
}
