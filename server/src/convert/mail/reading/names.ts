import type { Archive } from '../../../archive/archive.js';
import { foldName } from '../../../archive/names.js';
import { beginsWithMarker } from '../../../document/reading/markers.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { attendanceGroup, fieldOf, proseLabels, sectionRole } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import { withoutBullet } from './itemHead.js';
import type { Line } from './line.js';
import { dashedName, headInitials, headNames } from './speechHead.js';
import { counted, say } from '../../../text/say.js';

/** Whose names a mail knows: people of the archive, those it names as attendees, sender and receivers, and who speaks often. */
export interface Names {
  readonly isKnown: (name: string) => boolean;
  /** Known, and not only by standing before a colon once. */
  readonly isSure: (name: string) => boolean;
  /** Known to the archive or to the mail's own lists, not only by speaking. */
  readonly isListed: (name: string) => boolean;
  /** Somebody's name in a mail that writes the names of those who speak in lower case. */
  readonly isLowerCase: (name: string) => boolean;
  /** Somebody's name in a mail that parts those who speak from what they say by a dash. */
  readonly isDashed: (name: string) => boolean;
  readonly uncertain: readonly Uncertain[];
}

/** Where nobody is known. */
export const noNames: Names = {
  isKnown: () => false,
  isSure: () => false,
  isListed: () => false,
  isLowerCase: () => false,
  isDashed: () => false,
  uncertain: [],
};

/** Names that stand so often at the head of a line are those of speakers; where others speak, once will do. */
const oftenEnough = 2;

/** The names that may stand before the colon of a speech; `present` are full names from the header and the attendee list. */
export function namesIn(lines: readonly Line[], present: readonly string[], archive: Archive): Names {
  const heads = lines.map(({ text, at }) => ({ text: withoutBullet(text.replace(/^[\s>]+/, '')), at }));
  const named = new Set([
    ...present.flatMap(formsOf),
    ...heads.flatMap(({ text }) => headInitials(text)).map(foldName),
  ]);
  const { byName, byFirstName } = archive.people;
  const isListed = (name: string): boolean => {
    const key = foldName(name);
    return named.has(key) || byName.has(key) || byFirstName.has(key) || archive.person(name).kind === 'person';
  };
  const counts = countNames(heads.flatMap(({ text }) => headNames(text)));
  const least = [...counts.keys()].some(isListed) ? 1 : oftenEnough;
  const small = lowerCaseSpeakers(
    heads,
    isListed,
    (name) => named.has(foldName(name)) || (counts.get(foldName(name)) ?? 0) > 0,
  );
  const dashed = dashedSpeakers(heads, isListed);
  const speaks = (name: string, times: number): boolean =>
    isListed(name) || small.has(name.toLowerCase()) || ((counts.get(foldName(name)) ?? 0) >= times && isNoLabel(name));
  return {
    isKnown: (name) => speaks(name, least),
    isSure: (name) => speaks(name, oftenEnough),
    isListed,
    isLowerCase: (name) => small.has(name),
    isDashed: (name) => dashed.has(name),
    uncertain: [...told(small, ':', heads), ...told(dashed, ' -', heads), ...(least > 1 ? unknown(heads, counts) : [])],
  };
}

function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(foldName(name), (counts.get(foldName(name)) ?? 0) + 1);
  return counts;
}

/** Fewer lines tell nothing of how a mail writes those who speak. */
const fewest = 3;
/** Words that somebody says at once, on average; settings and the like have fewer. */
const fewestWords = 3;

type IsListed = (name: string) => boolean;

const smallHead = /^(\p{Ll}[\p{Ll}'_.-]{1,14}) {0,3}:\s+(\S.*)$/u;

/** The names before a colon in a mail that writes them in lower case throughout, and those of people who speak with a capital too. */
function lowerCaseSpeakers(heads: readonly Line[], isListed: IsListed, isNamed: IsListed): ReadonlySet<string> {
  const found = heads.flatMap(({ text }) => {
    const [, name = '', said = ''] = smallHead.exec(text) ?? [];
    return name !== '' && isNoLabel(name) ? [{ name, words: said.split(/\s+/).length }] : [];
  });
  const written = found.map(({ name }) => name);
  const others = heads.flatMap(({ text }) => headNames(text)).filter((name) => isListed(name)).length;
  const words = found.reduce((sum, each) => sum + each.words, 0);
  const sentences = words >= found.length * fewestWords;
  const throughout = sentences && isThroughout(found.length, others, heads) ? [...speaking(written, isListed)] : [];
  return new Set([...throughout, ...written.filter(isNamed)]);
}

/** The names before a dash in a mail that parts all those who speak so from what they say. */
function dashedSpeakers(heads: readonly Line[], isListed: IsListed): ReadonlySet<string> {
  const found = heads.flatMap(({ text }) => dashedName(text) ?? []).filter(isNoLabel);
  const others = heads.flatMap(({ text }) => headNames(text)).filter(isNoLabel).length;
  return isThroughout(found.length, others, heads) ? speaking(found, isListed) : new Set();
}

/** Whether so many lines with a head of one form, beside others of the usual one, are how a mail is written. */
function isThroughout(found: number, others: number, lines: readonly Line[]): boolean {
  const begun = lines.filter(({ text }, at) => text !== '' && (lines[at - 1]?.text ?? '') === '').length;
  return found > others && found * 3 >= begun;
}

/** Names that stand at the heads of lines, where several people speak and somebody does so again, or is known. */
function speaking(names: readonly string[], isListed: IsListed): ReadonlySet<string> {
  const counts = countNames(names);
  const sure = names.filter((name) => (counts.get(foldName(name)) ?? 0) >= oftenEnough || isListed(name));
  return counts.size > 1 && names.length >= fewest && sure.length * 2 >= names.length ? new Set(names) : new Set();
}

function told(names: ReadonlySet<string>, mark: string, heads: readonly Line[]): Uncertain[] {
  const [first] = names;
  const at = heads.find(({ text }) => first !== undefined && text.startsWith(first))?.at;
  if (first === undefined || at === undefined) return [];
  const all = [...names].map((name) => `"${name}${mark}"`).join(', ');
  const what = counted(
    names.size,
    say`${all} is taken as what somebody says`,
    say`${all} are taken as what somebody says`,
  );
  return [{ line: at, what }];
}

/** Several who stand before a colon once, in a mail that names nobody: they may be people. */
function unknown(heads: readonly Line[], counts: ReadonlyMap<string, number>): Uncertain[] {
  const once = heads.flatMap(({ text, at }) => {
    const [name = '', ...others] = headNames(text);
    const isAlone = name !== '' && others.length === 0 && !/:[*_]*$/.test(text) && isNoLabel(name);
    return isAlone && (counts.get(foldName(name)) ?? 0) < oftenEnough ? [{ name, at }] : [];
  });
  const [first, ...rest] = once;
  if (!first || rest.length === 0) return [];
  const names = once.slice(0, mostTold).map(({ name }) => `"${name}:"`);
  return [{ line: first.at, what: say`${names.join(', ')} may be people who speak; nobody of that name is known` }];
}

const mostTold = 5;

/** A full name, and its first word and initials, by which people are called among themselves. */
function formsOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const short =
    words.length > 1 ? [first + (words.at(-1)?.charAt(0) ?? ''), words.map((word) => word.charAt(0)).join('')] : [];
  return looksLikeName(name) ? [name, first, ...short].map(foldName) : [];
}

function isNoLabel(name: string): boolean {
  return (
    !fieldOf(name) &&
    !sectionRole(name) &&
    attendanceGroup(name) === undefined &&
    !beginsWithMarker(name) &&
    !proseLabels.test(name)
  );
}
