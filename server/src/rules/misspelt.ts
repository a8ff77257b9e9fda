import { distance } from 'fastest-levenshtein';
import { foldName } from '../archive/names.js';
import type { People } from '../archive/people.js';
import { memo } from '../text/memo.js';
import { isSwapped } from '../text/swapped.js';

/** A known name of two words or more. */
interface KnownName {
  readonly name: string;
  readonly words: readonly string[];
}

/** Known names by each of their words. */
const namesByWord = memo(({ all }: People): ReadonlyMap<string, readonly KnownName[]> => {
  const names = new Map<string, KnownName[]>();
  for (const name of all.flatMap((person) => [person.name, ...person.aliases])) {
    const words = foldName(name).split(' ');
    if (words.length < 2) continue;
    for (const word of words) {
      const known = names.get(word);
      if (known) known.push({ name, words });
      else names.set(word, [{ name, words }]);
    }
  }
  return names;
});

/** A slip in a text: which known name is meant, and the words it is written with. */
export interface Slip {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const wordForm = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;

const capitalForm = /(?<![\p{L}\p{M}'’-])\p{Lu}[\p{L}\p{M}'’-]*/gu;

/** Whether a text has a word of a known name where it has no such name as it should be: most texts have not. */
function mayHaveSlip(text: string, byWord: ReadonlyMap<string, readonly KnownName[]>): boolean {
  for (const { 0: written, index } of text.matchAll(capitalForm)) {
    const word = withoutGenitive(written);
    const known = byWord.get(foldName(word));
    if (known && !known.some(({ name }) => standsAt(name, index - name.indexOf(word), text))) return true;
  }
  return false;
}

function standsAt(name: string, start: number, text: string): boolean {
  return text.startsWith(name, start) && !/\p{L}/u.test(text.charAt(start + name.length));
}

/** Places in a text where one word of a known name is misspelt and the others are right. */
export const slipsIn = memo((people: People, text: string): readonly Slip[] => {
  const byWord = namesByWord(people);
  if (!mayHaveSlip(text, byWord)) return [];
  const words = [...text.matchAll(wordForm)].map((match) => token(match[0], match.index));
  return words.flatMap((word, index) => {
    for (const known of word.capital ? (byWord.get(word.folded) ?? []) : []) {
      const from = index - known.words.indexOf(word.folded);
      const written = from < 0 ? [] : words.slice(from, from + known.words.length);
      const slip = slipOf(known, written, text);
      if (
        slip &&
        firstRight(known, written) === index - from &&
        !people.byName.has(foldName(text.slice(slip.start, slip.end)))
      )
        return [slip];
    }
    return [];
  });
});

interface Token {
  readonly folded: string;
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
}

function token(written: string, start: number): Token {
  const word = withoutGenitive(written);
  return { folded: foldName(word), capital: /^\p{Lu}/u.test(word), start, end: start + word.length };
}

function withoutGenitive(word: string): string {
  return word.replace(/['’]s?$/, '');
}

/** A slip with two right words would be found by each of them; the first finds it. */
function firstRight(known: KnownName, written: readonly Token[]): number {
  return known.words.findIndex((word, index) => word === written[index]?.folded);
}

function slipOf(known: KnownName, written: readonly Token[], text: string): Slip | undefined {
  const [first, last] = [written[0], written.at(-1)];
  if (!first?.capital || !last || written.length !== known.words.length) return undefined;
  const wrong = written.filter((word, index) => word.folded !== known.words[index]);
  const [one] = wrong;
  if (wrong.length !== 1 || !one?.capital) return undefined;
  const right = known.words[written.indexOf(one)] ?? '';
  if (!isSlip(one.folded, right) || (one === first && isOtherForm(one.folded, right))) return undefined;
  const joined = written.every(
    (word, index) =>
      index === 0 || /^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?$/.test(text.slice(written[index - 1]?.end, word.start)),
  );
  return joined ? { name: known.name, start: first.start, end: last.end } : undefined;
}

/**
 * Whether a word is likely another one mistyped: short words differ between people, so of them only two letters may have changed
 * places, and nobody errs in the first letter of a name.
 */
export function isSlip(word: string, right: string): boolean {
  if (word === right || word.charAt(0) !== right.charAt(0)) return false;
  if (isSwapped(word, right)) return true;
  const longer = Math.max(word.length, right.length);
  if (longer < 5) return false;
  return distance(word, right) <= (longer < 8 ? 1 : 2);
}

/** Whether a first name is another form of one rather than a slip of it: `Steve` for `Steven`, `Maria` beside `Mario`. */
export function isOtherForm(name: string, right: string): boolean {
  if (name.startsWith(right) || right.startsWith(name)) return true;
  return name.slice(0, -1) === right.slice(0, -1) && /[aeiouy]$/.test(name) && /[aeiouy]$/.test(right);
}

/** The known name that a full name is a slip of; `undefined` when it is known itself, or like none. */
export function meantBy(name: string, people: People): string | undefined {
  return slipsIn(people, name).find((slip) => slip.start === 0 && slip.end === name.length)?.name;
}
