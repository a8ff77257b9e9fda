import { distance } from 'fastest-levenshtein';
import { otherName, fillerWords, titleEnd } from '../document/schema.js';
import { isSwapped } from '../text/swapped.js';
import { foldTitle } from './names.js';

/** A title as it is compared with another one that may be written somewhat otherwise; made once, as it is compared with many. */
export interface ComparedTitle {
  /** Its letters and those of its other names, without what stands between words. */
  readonly whole: readonly string[];
  /** The same without what notes or a page add at the end. */
  readonly named: readonly string[];
  /** The words of these that tell titles apart. */
  readonly words: readonly (readonly string[])[];
  /** Those of its first part, of a title such as `Build system: what to do`. */
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
  const named = whole.map(withoutEnd);
  const [head = ''] = title.split(/(?<!\s)\s*(?::\s|\s[-–—]\s|\s\()/, 1);
  const telling = named.map(withoutSmall).filter((words) => words.length > 0);
  return { whole: whole.map(joined), named: named.map(joined), words: telling, head: withoutSmall(wordsOf(head)) };
}

/** Words may be written as one: `Live patch`, `LivePatch`. */
function joined(words: readonly string[]): string {
  return words.join('');
}

/** `X - aka Y` has two names. */
function namesOf(title: string): string[] {
  const parts = title.split(otherName);
  if (parts.length < 2) return [title];
  return [title, ...parts.map((part) => part.replace(/^[\s(]+/, '').replace(/(?<![\s)])[\s)]+$/, ''))];
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
  if (one.whole.some((name) => other.whole.includes(name))) return 'same';
  if (one.named.some((name) => other.named.includes(name))) return 'ended';
  const close = one.words.some((words) => other.words.some((others) => isSlipOf(words, others)));
  return close || isHeadOf(one, other) || isHeadOf(other, one) ? 'close' : undefined;
}

function withoutSmall(words: readonly string[]): string[] {
  return words.filter((word) => !fillerWords.test(word));
}

/** A part of one word alone, such as `Security`, may be that of any title. */
function isHeadOf({ head }: ComparedTitle, other: ComparedTitle): boolean {
  return head.length > 1 && other.words.some((words) => isSlipOf(head, words));
}

/** Whether words are the same but for slips in some. */
function isSlipOf(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word, at) => isSameWord(word, others[at] ?? ''));
}

/** A word with another beginning or number is another word, and so is a short one with another letter. */
function isSameWord(word: string, other: string): boolean {
  if (word === other) return true;
  const length = Math.max(word.length, other.length);
  if (length < 4 || Math.abs(word.length - other.length) > 2) return false;
  if (word.charAt(0) !== other.charAt(0)) return isSwapped(word, other);
  if (word.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  return isSwapped(word, other) || (length > 4 && distance(word, other) <= (length < 8 ? 1 : 2));
}

/** How much two titles have in common, from 0 to 1: of words, or of letters where that is more. One that is a part of the other counts as near. */
export function similarity(one: ComparedTitle, other: ComparedTitle): number {
  return Math.max(0, ...one.words.flatMap((words) => other.words.map((others) => common(words, others))));
}

function common(words: readonly string[], others: readonly string[]): number {
  const shared = words.filter((word) => others.some((other) => isSameWord(word, other))).length;
  if (shared === 0) return 0;
  const [one, other] = [joined(words), joined(others)];
  const letters = 1 - distance(one, other) / Math.max(one.length, other.length);
  const isPart = shared === Math.min(words.length, others.length);
  return Math.max(letters, isPart ? (shared > 1 ? 0.6 : 0.5) : 0, (2 * shared) / (words.length + others.length));
}
