import { firstName, foldName } from '../../archive/names.js';

/** The forms a name is written in, the whole one first: `Ian Campbell`, `Ian`, `IanC`, `IC`. */
function formsOf(name: string): readonly string[] {
  const words = name.split(/[\s-]+/);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const letters = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return [name, firstName(name), `${firstName(name)}${last.charAt(0).toUpperCase()}`, letters];
}

/**
 * What stands for somebody's new name where the old one is written in one of its forms; `undefined` where another name of theirs is.
 * A short form that would also be one of `others` becomes the whole name.
 */
export function writtenAnew(
  written: string,
  [name, to]: readonly [string, string],
  others: readonly string[],
): string | undefined {
  const before = formsOf(name);
  const exact = before.indexOf(written);
  const form = exact < 0 ? before.findIndex((each) => foldName(each) === foldName(written)) : exact;
  const [old, now] = [before[form], formsOf(to)[form]];
  if (old === undefined || now === undefined) return undefined;
  const clashes = form > 0 && others.some((other) => formsOf(other).some((each) => foldName(each) === foldName(now)));
  if (clashes) return to;
  if (written === old) return now;
  if (written === old.toLowerCase()) return now.toLowerCase();
  return written === old.toUpperCase() ? now.toUpperCase() : now;
}
