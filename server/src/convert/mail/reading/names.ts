import type { Archive } from '../../../archive/archive.js';
import { foldName } from '../../../archive/names.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { beginsWithMarker } from '../../../document/reading/markers.js';
import { fieldOf, proseLabels, sectionRole } from '../../../document/schema.js';
import { headNames } from './speechHead.js';
import type { Line } from './line.js';

/** Whose names a mail knows: people of the archive, those it names as attendees, sender and receivers, and who speaks often. */
export interface Names {
  readonly isKnown: (name: string) => boolean;
}

/** Names that stand so often at the head of a line are those of speakers; where others speak, once will do. */
const oftenEnough = 2;

/** The names that may stand before the colon of a speech; `present` are full names from the header and the attendee list. */
export function namesIn(lines: readonly Line[], present: readonly string[], archive: Archive): Names {
  const named = new Set(present.flatMap(formsOf));
  const counts = new Map<string, number>();
  for (const { text } of lines)
    for (const name of headNames(text.replace(/^[\s>*+•-]+/, '')))
      counts.set(foldName(name), (counts.get(foldName(name)) ?? 0) + 1);
  const { byName, byFirstName } = archive.people;
  const isListed = (name: string, key: string): boolean =>
    named.has(key) || byName.has(key) || byFirstName.has(key) || archive.person(name).kind === 'person';
  const least = [...counts.keys()].some((key) => isListed(key, key)) ? 1 : oftenEnough;
  return {
    isKnown: (name) => {
      const key = foldName(name);
      return isListed(name, key) || ((counts.get(key) ?? 0) >= least && isNoLabel(name));
    },
  };
}

/** A full name, and its first word and initials, by which people are called among themselves. */
function formsOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const short =
    words.length > 1 ? [first + (words.at(-1)?.charAt(0) ?? ''), words.map((word) => word.charAt(0)).join('')] : [];
  return looksLikeName(name) ? [name, first, ...short].map(foldName) : [];
}

function isNoLabel(name: string): boolean {
  return !fieldOf(name) && !sectionRole(name) && !beginsWithMarker(name) && !proseLabels.test(name);
}
