import { Archive } from '../../archive/archive.js';
import { looksLikeName } from '../../document/reading/people.js';
import { namesIn, type Names } from '../mail/reading/names.js';
import { bulletOf, type SourceLine } from './lines.js';

/** Who may speak on a page: the people of its first list of names, and who else stands before a colon. */
export function pageNames(lines: readonly SourceLine[]): Names {
  const texts = lines.map(({ text, line }) => ({ text, at: line }));
  return namesIn(texts, firstListed(lines), Archive.of([]));
}

/** Full names of the first list that is made of them. */
function firstListed(lines: readonly SourceLine[]): string[] {
  let list: string[] = [];
  for (const { text } of lines) {
    const bullet = bulletOf(text);
    if (bullet) list.push(text.slice(bullet.length));
    else if (isMostlyNames(list)) break;
    else list = [];
  }
  return isMostlyNames(list) ? list.flatMap(fullNames) : [];
}

function isMostlyNames(items: readonly string[]): boolean {
  return items.length > 0 && items.filter((item) => fullNames(item).length > 0).length * 2 > items.length;
}

/** Names of two words and more before what stands in brackets: `Jan Berg, Lea Dorn (Arm)`. */
function fullNames(item: string): string[] {
  const names = (/^[^([]{1,120}/.exec(item)?.[0] ?? '').split(/,|&|\sand\s/).map((name) => name.trim());
  return names.every(looksLikeName) ? names.filter((name) => name.includes(' ')) : [];
}
