import type { PersonMention, PersonRole, UnreadEntry } from '../facts.js';
import type { Block, List, ListItem } from '../model.js';
import type { Definitions } from '../remark.js';
import {
  attendanceGroup,
  attendanceOf,
  fieldOf,
  guestLabels,
  isAttendance,
  listRoles,
  mayTellAttendance,
  sectionRole,
  statedNone,
  statedUnknown,
  type Attendance,
  type SectionRole,
} from '../schema.js';
import { entriesOfLines, entryOf, isBody, isStrong, type Entry } from './attendanceEntry.js';
import { undecorated } from '../undecorated.js';
import { leafText, unlinked, type LeafText } from './leafText.js';
import type { Piece } from './people.js';

/** What the people of a list are there as. */
export function roleIn(list: Attendance): PersonRole {
  return list === 'attendees' ? 'attendee' : 'apology';
}

/** What the people of a field are: `Attendees:` lists them as the section of that name does. */
export function peopleAs(label: string): PersonRole {
  const list = guestLabels.test(label.trim()) ? undefined : attendanceOf(label);
  return list ? roleIn(list) : 'field';
}

/** A text that says that there is nobody to list, or that nobody knows. */
export function namesNobody(text: string): boolean {
  return statedNone.test(text) || statedUnknown.test(text);
}

/** A range of a leaf's text, with links as the names they are shown by. */
export function pieceOf(text: LeafText, start = 0, end = text.raw.length): Piece {
  return {
    text: unlinked(text).slice(start, end),
    written: text.raw.slice(start, end),
    span: (from, to) => text.span(start + from, start + to),
  };
}

/** People of a list below a label, an item each. */
export function peopleOfList(list: List, as: PersonRole, definitions: Definitions): PersonMention[] {
  return list.children.flatMap((item) => listedIn(item, as, definitions).people);
}

/** The people of an item of an attendee list; an item without a name of its own is a company or a group, and the items below it are of it. */
export function listedIn(item: ListItem, as: PersonRole, definitions: Definitions): Entry {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return nobody;
  const text = leafText(first, definitions);
  if (namesNobody(text.raw)) return nobody;
  const piece = pieceOf(text);
  const below = rest.flatMap((block) => (block.type === 'list' ? block.children : []));
  const group = below.length > 0 ? groupOf(piece.text, below, as, definitions) : undefined;
  if (group) return group;
  const entry = entryOf(piece, as);
  // An item with items of its own that names nobody is a topic.
  return below.length > 0 && entry.people.length === 0 ? nobody : entry;
}

const nobody: Entry = { people: [] };

/** `Citrix` or `Observers:` with people below it; `undefined` where what is below are remarks. */
function groupOf(
  head: string,
  below: readonly ListItem[],
  as: PersonRole,
  definitions: Definitions,
): Entry | undefined {
  const title = head
    .trim()
    .replace(/(?<![*_])[*_]*(?::[*_]*)?$/, '')
    .replace(/^[*_]+/, '');
  const role = attendanceGroup(title);
  const people = below.flatMap((item) => listedIn(item, as, definitions).people);
  const named = people.length > 0 && people.length >= below.length && people.every(isStrong);
  if (
    !named ||
    (role === undefined && /\s/.test(title) && !/^:\W*$/.test(head.slice(head.lastIndexOf(':'))) && people.length < 2)
  )
    return undefined;
  return { people: people.map((person) => ofGroup(person, role, title)) };
}

function ofGroup(person: PersonMention, role: string | undefined, company: string): PersonMention {
  if (role === '') return person;
  if (role !== undefined) return withRole(person, role);
  return person.affiliation === undefined ? { ...person, affiliation: company } : person;
}

/** Somebody who is listed among those of a role. */
export function withRole(person: PersonMention, role: string): PersonMention {
  return person.roles.includes(role) ? person : { ...person, roles: [...person.roles, role] };
}

/** What a paragraph of an attendee list names: a person a line, or several between commas; a sentence names none. */
export function namesOnly(text: LeafText, list: Attendance): PersonMention[] {
  if (namesNobody(text.raw) || text.raw.trimEnd().endsWith(':')) return [];
  return entriesOfLines(pieceOf(text), roleIn(list));
}

/** Whether a line lists nothing but people. */
export function isNameLine(line: string): boolean {
  return entriesOfLines({ text: line, span: (start, end) => ({ start, end }) }, 'attendee').length > 0;
}

/** The list that a label announces at the start of a line: `Attendees:`, `**Apologies (2):**`. */
interface Label {
  readonly list: Attendance;
  readonly guests: boolean;
  /** What those behind it are there as, beside being there. */
  readonly role?: string;
  /** Offset behind the label and its colon. */
  readonly end: number;
}

const labelForm = /^[ \t]*([^:\r\n]{3,60}?)[ \t]?:[*_]{0,2}(?=\s|$)/;
/** As the bots of W3C's meetings take it: `Present+ Jan`. */
const plusForm = /^[ \t]*((?:present|regrets)\+):?(?=\s)/i;
/** Without a colon only when the whole line is stressed. */
const stressedForm = /^[ \t]*(?:\*{1,2}|_{1,2})([^*_:\r\n]{3,60})(?:\*{1,2}|_{1,2})[ \t]*$/;

function labelAt(line: string): Label | undefined {
  const [whole, label = ''] = labelForm.exec(line) ?? plusForm.exec(line) ?? stressedForm.exec(line) ?? [];
  if (whole === undefined || !mayTellAttendance.test(label)) return undefined;
  const list = attendanceOf(label.replace(/\+$/, ''));
  return list && { list, guests: guestLabels.test(undecorated(label)), end: whole.length };
}

/** `Remote: Jan Beulich` beside such labels, or by itself where nothing but full names follow. */
function groupAt(line: string): Label | undefined {
  const [whole, label = ''] = labelForm.exec(line) ?? [];
  const role = whole === undefined ? undefined : attendanceGroup(label);
  if (whole === undefined || role === undefined || fieldOf(label)) return undefined;
  return { list: 'attendees', guests: false, role, end: whole.length };
}

/** Lines of a text with their offsets, without their endings. */
function linesOf(raw: string): { readonly start: number; readonly text: string }[] {
  return [...raw.matchAll(/[^\r\n]+/g)].map((match) => ({ start: match.index, text: match[0] }));
}

/**
 * Which list a paragraph announces with its last line, so that the bullets behind it name people, actions or decisions. Guests of one
 * topic are told by `Participants:`; only in a document's head are these its attendees.
 */
export function announcedList(block: Block | undefined, { head }: { readonly head: boolean }): SectionRole | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const raw = block.leaf.text.trimEnd();
  if (!/[:*_+]$/.test(raw)) return undefined;
  const line = raw.slice(Math.max(raw.lastIndexOf('\n'), raw.lastIndexOf('\r')) + 1);
  const label = labelAt(line);
  if (label) return label.end === line.length && (head || !label.guests) ? label.list : undefined;
  const role = /:[*_]{0,2}$/.test(line) ? sectionRole(line) : undefined;
  return role !== undefined && listRoles.has(role) ? role : undefined;
}

/**
 * Whether a list in a section of people lists something else: what the text right above it announces, such as `What is to come:`.
 */
export function listsOthers(
  block: Block,
  before: Block | undefined,
  role: SectionRole | undefined,
  definitions: Definitions,
): boolean {
  if (block.type !== 'list' || before?.type !== 'paragraph' || !isAttendance(role)) return false;
  const line = /(?<![^\r\n])[^\r\n]+$/.exec(before.leaf.text.trimEnd())?.[0] ?? '';
  if (!line.endsWith(':') || attendanceGroup(line.slice(0, -1)) !== undefined) return false;
  const named = block.children.filter((item) => listedIn(item, roleIn(role), definitions).people.some(isStrong));
  return named.length * 2 <= block.children.length;
}

/** The people of a paragraph that is made of `Attendees: …` and the like; `undefined` for any other paragraph. */
export function labelledPeople(text: LeafText): PersonMention[] | undefined {
  const begin = /[^\r\n]*/.exec(text.raw)?.[0] ?? '';
  const first = labelAt(begin);
  const alone = first ? undefined : groupAt(begin);
  if (!(first ?? alone) || first?.guests) return undefined;
  const labels = linesOf(text.raw).flatMap((line) => {
    const label = labelAt(line.text) ?? groupAt(line.text);
    const other = label ?? fieldOf(/^[*_]{0,2}([A-Za-z][A-Za-z ]{1,30}):/.exec(line.text)?.[1] ?? '');
    return other ? [{ start: line.start, label }] : [];
  });
  const people = labels.flatMap(({ start, label }, index) => {
    if (!label || label.guests) return [];
    const from = start + label.end;
    const { role, list } = label;
    if (namesNobody(text.raw.slice(from, labels[index + 1]?.start).trim())) return [];
    const named = entriesOfLines(pieceOf(text, from, labels[index + 1]?.start), roleIn(list));
    return role ? named.map((person) => withRole(person, role)) : named;
  });
  return alone && (people.length === 0 || !people.every(isStrong)) ? undefined : people;
}

/** The entry as what could not be read of an attendee list. */
export function unreadIn({ people, unread }: Entry, text: LeafText): UnreadEntry[] {
  // A body that was invited is nobody's name, and who stands before more words is read all the same.
  if (unread === undefined || people.length > 0 || isBody(unread)) return [];
  const end = text.raw.trimEnd().length;
  return [{ span: text.span(0, end), text: unread }];
}
