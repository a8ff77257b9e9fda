import { distance } from 'fastest-levenshtein';
import { otherName, smallWords, titleEnd } from '../document/schema.js';
import { isSwapped } from '../text/swapped.js';
import { foldTitle } from './names.js';

/** A title as it is compared with another one that may be written somewhat otherwise. */
export interface ComparedTitle {
  /** Its words and those of its other names; plurals as singulars. */
  readonly whole: readonly (readonly string[])[];
  /** The same without what notes or a page add at the end. */
  readonly names: readonly (readonly string[])[];
  /** The words of its first part, of a title such as `Build system: what to do`. */
  readonly head: readonly string[];
}

/** How two titles are the same; the first is the surest. */
export type Likeness =
  /** But for case, spacing, hyphens, plural, `&`, or by another name. */
  | 'same'
  /** But for closing words as well. */
  | 'ended'
  /** But for small words, slips, or a part behind the title. */
  | 'close';

export function comparedTitle(title: string): ComparedTitle {
  const whole = namesOf(title)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [head = ''] = title.split(/\s*(?::\s|\s[-–—]\s|\s\()/, 1);
  return { whole, names: whole.map(withoutEnd), head: wordsOf(head) };
}

/** `X - aka Y` has two names. */
function namesOf(title: string): string[] {
  const parts = title.split(otherName);
  if (parts.length < 2) return [title];
  return [title, ...parts.map((part) => part.replace(/^[\s(]+|[\s)]+$/g, ''))];
}

function wordsOf(title: string): string[] {
  const words = foldTitle(title)
    .replace(/&/g, ' and ')
    .replace(/['’]s?(?=\s|$)|['’]/g, '')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '');
  return words.map(singular);
}

/** Without `session`, `notes`, `part 2` at the end, as long as something is left. */
function withoutEnd(words: readonly string[]): readonly string[] {
  for (let rest = words; ;) {
    const count = [2, 1].find((each) => rest.length > each && titleEnd.test(rest.slice(-each).join(' ')));
    if (count === undefined) return rest;
    rest = rest.slice(0, -count);
  }
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss')) return word;
  return word.replace(/ies$/, 'y').replace(/(?<=x|ch|sh|ss)es$|(?<!s)s$/, '');
}

/** How a title is another one; `undefined` where it is none. */
export function likeness(one: ComparedTitle, other: ComparedTitle): Likeness | undefined {
  if (haveCommon(one.whole, other.whole)) return 'same';
  if (haveCommon(one.names, other.names)) return 'ended';
  const [short, long] = [one.names.map(withoutSmall), other.names.map(withoutSmall)];
  const close = pairs(short, long).some(([first, second]) => first.length > 0 && isSlipOf(first, second));
  return close || isHeadOf(one, other) || isHeadOf(other, one) ? 'close' : undefined;
}

/** Words may be written as one: `Live patch`, `LivePatch`. */
function haveCommon(ones: readonly (readonly string[])[], others: readonly (readonly string[])[]): boolean {
  return pairs(ones, others).some(([first, second]) => first.join('') === second.join(''));
}

function pairs<Item>(ones: readonly Item[], others: readonly Item[]): (readonly [Item, Item])[] {
  return ones.flatMap((one) => others.map((other) => [one, other] as const));
}

function withoutSmall(words: readonly string[]): string[] {
  return words.filter((word) => !smallWords.test(word));
}

/** A part of one word alone, such as `Security`, may be that of any title. */
function isHeadOf(one: ComparedTitle, other: ComparedTitle): boolean {
  const head = withoutSmall(one.head);
  return head.length > 1 && other.names.some((words) => isSlipOf(head, withoutSmall(words)));
}

/** Whether words are the same but for slips in some. */
function isSlipOf(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word, at) => isSameWord(word, others[at] ?? ''));
}

/** A word with another beginning or number is another word, and so is a short one with another letter. */
function isSameWord(word: string, other: string): boolean {
  if (word === other) return true;
  const length = Math.max(word.length, other.length);
  if (length < 4 || word.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  if (isSwapped(word, other)) return true;
  return length > 4 && word.charAt(0) === other.charAt(0) && distance(word, other) <= (length < 8 ? 1 : 2);
}

/** How much two titles have in common, from 0 to 1: of words, or of letters where that is more. One that is a part of the other counts as near. */
export function similarity(one: ComparedTitle, other: ComparedTitle): number {
  return Math.max(0, ...pairs(one.names, other.names).map(([first, second]) => common(first, second)));
}

function common(words: readonly string[], others: readonly string[]): number {
  const [own, theirs] = [withoutSmall(words), withoutSmall(others)];
  const shared = own.filter((word) => theirs.some((other) => isSameWord(word, other))).length;
  if (shared === 0) return 0;
  const [one, other] = [words.join(''), others.join('')];
  const letters = 1 - distance(one, other) / Math.max(one.length, other.length);
  const isPart = shared === Math.min(own.length, theirs.length);
  return Math.max(letters, isPart ? (shared > 1 ? 0.6 : 0.5) : 0, (2 * shared) / (own.length + theirs.length));
}
