import type { Archive } from '../archive/archive.js';
import { isLikelyPerson } from '../archive/known.js';
import { foldName } from '../archive/names.js';
import { mayBeOne, presentUnder } from '../archive/presence.js';
import { affiliationIn, meantAmong, resolvedName, type Company, type Person } from '../archive/people.js';
import { isGroupWord, proseLabels } from '../document/schema.js';
import { yearOf } from '../document/dates.js';
import type { Document, DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PersonMention, SectionFacts } from '../document/facts.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { lineEnding } from './insertField.js';
import { meantBy } from './misspelt.js';
import type { Fix } from './rule.js';
import { say } from '../text/say.js';

export interface AttendeeList {
  /** The one that lists the last of them. */
  readonly section: PlacedFacts;
  readonly mentions: readonly PersonMention[];
}

/** The attendees a document lists; `undefined` when it has no such list. */
export const attendeeList = memo(({ sections }: DocumentFacts): AttendeeList | undefined => {
  const section = sections.findLast(({ facts }) => facts.people.some((mention) => mention.as === 'attendee'));
  return section && { section, mentions: attendeesIn(section.facts) };
});

const attendeesIn = memo(({ people }: SectionFacts): readonly PersonMention[] =>
  people.filter((mention) => mention.as === 'attendee'),
);

/** Whether most people are listed with their company in parentheses. */
const mostlyWithCompany = memo((mentions: readonly PersonMention[]): boolean => {
  const named = mentions.filter((mention) => /\([^()]+\)/.test(mention.text) && mention.affiliation !== undefined);
  return named.length * 2 >= mentions.length;
});

/** Canonical names, folded, of everybody who was there. */
const namesPresent = memo(
  (company: Company): ReadonlySet<string> =>
    new Set(company.names.map((name) => foldName(resolvedName(meantAmong(company, name)) ?? name))),
);

/** Those among some people who are not plainly on the list: most are, and need no further look. */
export function notPlainlyPresent(mentions: readonly PersonMention[], company: Company): PersonMention[] {
  return mentions.filter((mention) => {
    const resolution = meantAmong(company, mention.name);
    if (resolution.kind === 'present') return false;
    return resolution.kind !== 'person' || !namesPresent(company).has(foldName(resolution.person.name));
  });
}

/**
 * The name of somebody who is not on the attendee list; `undefined` when they are, when the document has no such list, or when
 * it is not sure that a person is meant. A first name or alias counts only when the archive's own register has it.
 */
export function absentee(name: string, document: DocumentFacts, archive: Archive): string | undefined {
  if (!attendeeList(document)) return undefined;
  const resolution = archive.person(name, document);
  if (resolution.kind === 'person')
    return isSure(name, resolution.person, archive) ? missing(resolution.person.name, document, archive) : undefined;
  if (resolution.kind !== 'unknown' || meantBy(name, archive.people) !== undefined) return undefined;
  if (isListedShorter(name, archive.company(document))) return undefined;
  const [only, other] = resolution.candidates;
  if (only && !other) return isSure(name, only, archive) ? missing(only.name, document, archive) : undefined;
  const plain = !saysMore(name) && !isTwo(name, archive.company(document));
  return plain && isLikelyPerson(archive, name) ? name : undefined;
}

/** Whether words beside a name tell of it: `Trevor Questions`, `Amir From Arm`, `Kernel Members`. */
function saysMore(name: string): boolean {
  const [, ...rest] = name.split(/\s+/);
  const last = rest.at(-1)?.toLowerCase() ?? '';
  return rest.some((word) => proseLabels.test(word) || /^(?:from|of|at|for)$/i.test(word)) || isGroupWord(last);
}

interface Listed {
  readonly singleWords: ReadonlySet<string>;
  readonly firstNames: ReadonlyMap<string, readonly string[]>;
}

/** Those present who are listed by one word, and the first names of the others by their last ones. */
const listedIn = memo(({ names }: Company): Listed => {
  const words = names.map((name) => foldName(name).split(' '));
  const firstNames = new Map<string, string[]>();
  for (const [first = '', ...rest] of words) {
    const last = rest.at(-1);
    if (last === undefined) continue;
    const others = firstNames.get(last) ?? [];
    firstNames.set(last, others);
    others.push(first);
  }
  return { singleWords: new Set(words.filter((each) => each.length === 1).flat()), firstNames };
});

/** Whether both words are what somebody present is called: a comma was lost between two of them. */
function isTwo(name: string, { presence }: Company): boolean {
  return name.split(/\s+/).every((word) => presentUnder(presence, word).length > 0);
}

/** Whether a full name may be that of somebody listed by the first name, or as `Benjamin Titzer` is for `Ben Titzer`. */
function isListedShorter(name: string, company: Company): boolean {
  const words = foldName(name).split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return false;
  const { singleWords, firstNames } = listedIn(company);
  return singleWords.has(first) || (firstNames.get(last) ?? []).some((each) => mayBeOne(each, first));
}

/** Whether a name is that of one person, who was there or whom the archive knows: no guess from a first name. */
export function isSurelyMeant(name: string, document: DocumentFacts, archive: Archive): boolean {
  const resolution = archive.person(name, document);
  if (resolution.kind !== 'person') return resolution.kind === 'present';
  const { person } = resolution;
  return isSure(name, person, archive) || namesPresent(archive.company(document)).has(foldName(person.name));
}

function isSure(name: string, person: Person, archive: Archive): boolean {
  return /\s/.test(name) || archive.documents.has(person.path);
}

function missing(name: string, document: DocumentFacts, archive: Archive): string | undefined {
  return namesPresent(archive.company(document)).has(foldName(name)) ? undefined : name;
}

/** The words of each line of an attendee list that are not read as a person. */
const unreadWords = memo((mentions: readonly PersonMention[], { text }: Section): readonly ReadonlySet<string>[] => {
  const ends = [0, ...mentions.map(({ span }) => span.end)];
  const between = ends.map((end, index) => text.slice(end, Math.max(end, mentions[index]?.span.start ?? text.length)));
  const lines = between.join(' ').split(/[\r\n]+/);
  return lines.map((line) => new Set(foldName(line).match(/[\p{L}\p{N}'’.-]+/gu)));
});

/**
 * Whether all words of a full name stand in an entry of the attendee list that is not read as a person, such as
 * `Danilo (Dan) Chiarlone / @danbugs`.
 */
export function isInUnreadEntry(name: string, { section, mentions }: AttendeeList, { cut }: Document): boolean {
  const words = foldName(name).split(' ');
  const own = cut.sections[section.index];
  if (!own || words.length < 2) return false;
  return unreadWords(mentions, own).some((line) => words.every((word) => line.has(word)));
}

/** The fix that adds somebody to the attendee list, in the form that its last entry has; none when there is none to go by. */
export function addAttendee(name: string, document: Document, archive: Archive): Fix[] {
  const list = attendeeList(document.facts);
  const last = list?.mentions.findLast((mention) => !mention.unnamed);
  if (!list || !last) return [];
  const entry = mostlyWithCompany(list.mentions) ? withCompany(name, document.facts, archive) : name;
  const start = list.section.start + last.span.start;
  const lineStart =
    Math.max(document.text.lastIndexOf('\n', start - 1), document.text.lastIndexOf('\r', start - 1)) + 1;
  const marker = /^[\t >]*(?:[-*+]|\d+[.)])[\t ]+/.exec(document.text.slice(lineStart, start))?.[0];
  if (marker === undefined) return [];
  const end = itemEnd(document.text, list.section.start + last.span.end, /^[\t >]*/.exec(marker)?.[0].length ?? 0);
  const alone =
    list.mentions.length > 1 && list.mentions.every((mention) => mention.span.start >= lineStart - list.section.start);
  const text = alone ? `, ${entry}` : `${lineEnding(document.text)}${nextMarker(marker)}${entry}`;
  return [{ title: say`Add "${entry}" to the attendees`, edits: [{ span: { start: end, end }, text }] }];
}

/** With the company in parentheses when the register tells it for that year. */
function withCompany(name: string, document: DocumentFacts, archive: Archive): string {
  const resolution = archive.person(name);
  if (resolution.kind !== 'person') return name;
  const company = affiliationIn(resolution.person, yearOf(document.date?.iso))?.name;
  return company === undefined ? name : `${name} (${company})`;
}

function nextMarker(marker: string): string {
  return marker.replace(/\d+/, (number) => String(Number(number) + 1));
}

/** End of a list item's last line: lines indented deeper than its marker belong to it. */
function itemEnd(text: string, from: number, indent: number): number {
  const rest = new RegExp(`^[^\\r\\n]*(?:(?:\\r\\n|\\n|\\r)[\\t ]{${indent + 1},}\\S[^\\r\\n]*)*`).exec(
    text.slice(from),
  );
  return from + (rest?.[0].length ?? 0);
}
