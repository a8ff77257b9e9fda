import { memo } from '../../text/memo.js';
import type { PersonMention, PersonRole } from '../facts.js';
import { attendanceGroup, isCompany, isGroupWord, nobodysName, sentenceWords } from '../schema.js';
import { iconLength } from '../undecorated.js';
import { isInitials } from './personDetails.js';
import { coveringForm, isRole, looksLikeName, partOf, readPeople, type Piece } from './people.js';

/** What an entry of an attendee list says. */
export interface Entry {
  readonly people: readonly PersonMention[];
  /** What somebody meant as an entry and nobody can read, as written. */
  readonly unread?: string;
}

/**
 * The people of one entry: a name with what is said of it, several, a company with its people behind a colon
 * (`Citrix: Jan, Ian`), initials with a name (`JB: Jan Beulich`), a role with one (`Chair: Jan`). What has the form of a speech is none.
 */
export function entryOf(whole: Piece, as: PersonRole): Entry {
  const icon = iconLength(whole.text);
  const piece = flat(partOf(whole, icon, withoutOpenEnd(whole.text).length));
  if (!/[\p{L}\p{N}]/u.test(piece.text)) return { people: [] };
  if (plainName.test(piece.text)) {
    const people = readPeople(piece, as);
    if (people.length === 1 && people.every(isPlausible)) return { people };
  }
  if (isSentence(piece.text)) return { people: [], unread: (piece.written ?? piece.text).trim() };
  const colon = /^\s*[*_]{0,2}([^:@(]{1,40}?)[*_]{0,2}:[*_]{0,2}\s+(?=\S)/.exec(piece.text);
  const headed = colon && behindColon(colon[1] ?? '', partOf(piece, colon[0].length), as);
  if (headed) return { people: headed };
  if (colon && looksLikeName((colon[1] ?? '').trim())) return { people: [] };
  const people = withCompanies(readPeople(piece, as), piece);
  const plausible = people.filter(isPlausible);
  const unread = (piece.written ?? piece.text).trim();
  if (plausible.length === people.length && people.length > 0 && !saysMore(unread, people)) return { people };
  return { people: plausible.filter(isStrong), unread };
}

/** Most entries are nothing but a full name. */
const plainName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** What is left where more was to be said of somebody: `Jan -`, `Jan ?`. */
const openEnd = /(?<!\s)(?:\s+[-–—?…]+)?\s*$/;

/** Most entries end in a letter or a bracket, which need not be looked through for a dash at their end. */
function withoutOpenEnd(text: string): string {
  return /[\s\-–—?…]/.test(text.charAt(text.length - 1)) ? text.replace(openEnd, '') : text;
}

/** More words than a name has stand before anything that could end it. */
function isSentence(text: string): boolean {
  const end = text.search(/[,;:&/(@<[]|\s[-–—]|\band\b/);
  const first = end < 0 ? text : text.slice(0, end);
  return first.length > longestName && first.trim().split(/\s+/).length > mostWords;
}

const longestName = 40;
const mostWords = 8;

/** Whether a text is the name of a body, such as `Some Foundation Board of Directors`. */
export function isBody(text: string): boolean {
  const words = text.split(/\s+/);
  return isCompany(text) || words.every((word) => /^\p{Lu}|^(?:of|the|and|for|&)$/u.test(word));
}

/** Whether words stand between the names: what was no name there makes a sentence of it. */
function saysMore(written: string, people: readonly PersonMention[]): boolean {
  if (people.length === 1 && people[0]?.text === written) return false;
  const between = people.reduce((rest, { text }) => rest.replace(text.replace(/[\r\n]/g, ' '), ','), written);
  const parts = between.replace(/\([^()]*\)/g, '').split(/[,;&]|\band\b/);
  return parts.some((part) => /\p{L}/u.test(part) && !isRole(part));
}

/** A wrapped entry on one line, with the offsets it had. */
function flat(piece: Piece): Piece {
  const { text, written = text, span } = piece;
  if (!/[\r\n]/.test(text)) return piece;
  return { text: text.replace(/[\r\n]/g, ' '), written: written.replace(/[\r\n]/g, ' '), span };
}

/** Who stands behind a colon; `undefined` where what stands there is something else. */
function behindColon(head: string, value: Piece, as: PersonRole): PersonMention[] | undefined {
  if (isSentence(value.text)) return undefined;
  const people = withCompanies(readPeople(value, as), value);
  const [first, ...others] = people;
  if (!first || !people.every(isPlausible)) return undefined;
  const role = attendanceGroup(head);
  if (role !== undefined)
    return people.map((person) => (role === '' ? person : { ...person, roles: [...person.roles, role] }));
  const initials = /^\p{Lu}{2,4}\d?$/u.test(head) || isInitials(head, first.name);
  if (initials && others.length === 0 && /\s/.test(first.name)) return [{ ...first, initials: head }];
  if (!people.every(isStrong) && !isCompany(head)) return undefined;
  if (looksLikeName(head) && /\s/.test(head) && !isCompany(head) && others.length === 0) return undefined;
  return people.map((person) => (person.affiliation === undefined ? { ...person, affiliation: head.trim() } : person));
}

/**
 * In `James Bulpin, Citrix` a word behind a full name is the company, and in `Jan, Lea (Oracle)` the company is that of both.
 */
function withCompanies(listed: readonly PersonMention[], { text, written = text }: Piece): readonly PersonMention[] {
  const people = ofCompanies(listed);
  const [person, company, ...others] = people;
  if (!person || !company || / and /.test(text)) return spread(people);
  const pair = /\s/.test(person.name) && person.affiliation === undefined && text.includes(',');
  const firm = [company, ...others].every(
    ({ name }, index) => isCompany(name) || (index === 0 && others.length === 0 && isOneWord(name)),
  );
  const bare = [company, ...others].every(
    ({ handle, initials, unnamed }) => handle === undefined && initials === undefined && !unnamed,
  );
  if (!pair || !firm || !bare || /[&;/]/.test(text)) return spread(people);
  const affiliation = [company, ...others]
    .map(({ name, affiliation: more }) => (more === undefined ? name : `${name}, ${more}`))
    .join(', ');
  const told = [company, ...others];
  const remarks = told.flatMap(({ remark }) => remark ?? []);
  return [
    {
      ...person,
      affiliation,
      roles: [...person.roles, ...told.flatMap(({ roles }) => roles)],
      ...(remarks.length > 0 && { remark: remarks.join('; ') }),
      span: { start: person.span.start, end: told.at(-1)?.span.end ?? person.span.end },
      text: written.trim(),
    },
  ];
}

/** What is a company or a body by its words is that of the person before it: `Jan Berg - Arm, Some Foundation Board`. */
function ofCompanies(listed: readonly PersonMention[]): readonly PersonMention[] {
  if (listed.length < 2) return listed;
  const people: PersonMention[] = [];
  for (const each of listed) {
    const last = people.at(-1);
    const body = /\s/.test(each.name) && !each.unnamed && each.handle === undefined && isCompany(each.name);
    if (!body || !last || last.unnamed) people.push(each);
    else
      people.splice(-1, 1, {
        ...last,
        affiliation: last.affiliation === undefined ? each.name : `${last.affiliation}, ${each.name}`,
      });
  }
  return people;
}

function isOneWord(text: string): boolean {
  return !/\s/.test(text);
}

/** The only company of an entry, behind its last name, is that of all of them. */
function spread(people: readonly PersonMention[]): readonly PersonMention[] {
  if (people.length < 2) return people;
  const last = people.at(-1);
  const before = people.slice(0, -1);
  const affiliation = last?.unnamed === false ? last.affiliation : undefined;
  if (
    affiliation === undefined ||
    before.some((person) => person.affiliation !== undefined || person.unnamed || !/\s/.test(person.name))
  )
    return people;
  return people.map((person) => ({ ...person, affiliation }));
}

/** A full name, a handle, somebody with a company behind the name: no word of a sentence looks like it. */
export function isStrong({ name, handle, affiliation, initials, unnamed, roles }: PersonMention): boolean {
  if (unnamed || handle !== undefined) return true;
  if (!looksLikeName(withoutNick(name))) return false;
  return /\s/.test(name) || affiliation !== undefined || initials !== undefined || roles.length > 0;
}

const nick = /^[\p{L}\p{N}][\p{L}\p{N}'’._-]*(?: [\p{L}\p{N}][\p{L}\p{N}'’._-]*)?$/u;
/** `Nick "fitz" Gerald`, `Danilo (Dan) Chiarlone`. */
const quotedNick = /\s?(?:["“‘'][^"”’']{1,20}["”’']|\([^()]*\))/g;

function withoutNick(name: string): string {
  return /["“‘'(]/.test(name) ? name.replace(quotedNick, '') : name;
}

/** Whether somebody may be called so who writes the own name into a list: a name, or one or two words that are no words of a sentence. */
function isPlausible({ name, handle, unnamed }: PersonMention): boolean {
  return unnamed || (handle !== undefined && name === `@${handle}`) || mayBeCalled(name);
}

const mayBeCalled = memo((name: string): boolean => {
  const plain = withoutNick(name);
  const last = plain.split(' ').at(-1)?.toLowerCase() ?? '';
  if (isGroupWord(last) || nobodysName.test(plain) || sentenceWords.test(plain)) return false;
  return looksLikeName(plain) || nick.test(plain);
});

/** The people of lines that list nothing else: an entry a line, or several between commas; nobody where the lines are sentences. */
export function entriesOfLines(piece: Piece, as: PersonRole): PersonMention[] {
  const lines = linesOf(piece).map((line) => entryOf(line, as));
  const entries = lines.slice(0, lengthOfList(lines));
  const covering = coveringForm.exec(piece.text)?.[1]?.trim();
  const people = entries
    .flatMap((entry) => entry.people)
    .map((person) =>
      covering === undefined || person.affiliation !== undefined ? person : { ...person, affiliation: covering },
    );
  const weak = people.filter((person) => !isStrong(person));
  const odd = weak.filter(({ name }) => !looksLikeName(withoutNick(name)));
  const alone = people.length === 1 && weak.length === 1 && !/^\p{Lu}[\p{L}\d'’-]+$/u.test(weak[0]?.name ?? '');
  return alone || (odd.length > 0 && weak.length * 2 > people.length) ? [] : people;
}

/** A list of so many lines is one, although a line in it cannot be read, or the talk begins right below it. */
const shortestList = 3;

/** How many lines from the first one are a list of people: all of them, as a rule, or none. */
function lengthOfList(lines: readonly Entry[]): number {
  const named = lines.map(({ people, unread }) => people.length > 0 && unread === undefined);
  const odd = named.filter((each) => !each).length;
  if (odd === 0) return lines.length;
  if (lines.length > shortestList && odd * 4 <= lines.length) return lines.length;
  const first = named.indexOf(false);
  const strong = lines.slice(0, first).every(({ people }) => people.every(isStrong));
  const talk = lines[first]?.people.length === 0 && lines[first].unread === undefined;
  return first >= shortestList && strong && talk ? first : 0;
}

/** Lines of a text; a comma at a line's end says that the list goes on. */
function linesOf(piece: Piece): Piece[] {
  const lines: Piece[] = [];
  let start = 0;
  for (const { 0: end, index } of piece.text.matchAll(/[\r\n]+|$/g)) {
    if (end !== '' && /(?:[,&;]|\band)\s*$/.test(piece.text.slice(start, index))) continue;
    if (piece.text.slice(start, index).trim() !== '') lines.push(partOf(piece, start, index));
    start = index + end.length;
  }
  return lines;
}
