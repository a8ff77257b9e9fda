import { distance } from 'fastest-levenshtein';
import { foldTitle } from '../archive/names.js';

/** Names in the form they are compared in, by length; made once for names that are asked for often. */
export type NameIndex = ReadonlyMap<number, readonly Indexed[]>;

interface Indexed {
  readonly name: string;
  readonly folded: string;
  readonly letters: number;
  readonly order: number;
}

export function indexNames(names: Iterable<string>): NameIndex {
  const byLength = new Map<number, Indexed[]>();
  for (const [order, name] of [...new Set(names)].entries()) {
    const folded = foldTitle(name);
    const group = byLength.get(folded.length) ?? [];
    byLength.set(folded.length, group);
    group.push({ name, folded, letters: lettersOf(folded), order });
  }
  return byLength;
}

/** Of some names the three at most that a slip could have made of `name`, the nearest first; `name` itself is none. */
export function nearest(name: string, known: Iterable<string>): string[] {
  return nearestIn(name, indexNames(known));
}

/** The same, of names that were indexed beforehand. */
export function nearestIn(name: string, known: NameIndex): string[] {
  const folded = foldTitle(name);
  const limit = folded.length <= 4 ? 1 : Math.max(2, Math.floor(folded.length * 0.3));
  return within(folded, limit, known)
    .sort((one, other) => one.far - other.far || one.order - other.order)
    .slice(0, 3)
    .map(({ name: each }) => each);
}

/** Names so few edits from a folded one, itself aside. */
export function within(
  folded: string,
  limit: number,
  known: NameIndex,
): { readonly name: string; readonly far: number; readonly order: number }[] {
  const found: { name: string; far: number; order: number }[] = [];
  const letters = lettersOf(folded);
  for (let length = Math.max(1, folded.length - limit); length <= folded.length + limit; length++) {
    for (const each of known.get(length) ?? []) {
      // One edit takes one letter away at most, and brings one.
      if (bits(letters & ~each.letters) > limit || bits(each.letters & ~letters) > limit) continue;
      const far = each.folded === folded ? 0 : distance(folded, each.folded);
      if (far > 0 && far <= limit) found.push({ name: each.name, far, order: each.order });
    }
  }
  return found;
}

/** Which characters a text has, as a set of 32: texts of few edits have nearly the same. */
function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) & 31);
  return letters;
}

function bits(set: number): number {
  let left = set;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}
