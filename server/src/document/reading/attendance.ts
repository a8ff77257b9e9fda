import type { PersonMention, PersonRole } from '../facts.js';
import type { Block, List } from '../model.js';
import type { Definitions } from '../remark.js';
import {
  attendanceOf,
  fieldOf,
  guestLabels,
  iconResidue,
  statedNone,
  statedUnknown,
  type Attendance,
} from '../schema.js';
import { leafText, type LeafText } from './leafText.js';
import { isRole, looksLikeName, readPeople } from './people.js';

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

/** An attendee list has a person an item; in `James Bulpin, Citrix` a word behind a full name is the company. */
export function listedPeople(text: LeafText, as: PersonRole): PersonMention[] {
  if (namesNobody(text.raw)) return [];
  const start = iconResidue.exec(text.raw)?.[0].length ?? 0;
  const listed = text.raw
    .slice(start)
    .trimEnd()
    .replace(/[\r\n]/g, ' ');
  const people = readPeople({ text: listed, span: (from, to) => text.span(start + from, start + to) }, as);
  const [person, company] = people;
  const pair = people.length === 2 && /^[^,;&/()[\]]*\s[^,;&/()[\]]*,\s*[^\s,;&/()[\]]+$/.test(listed);
  if (!pair || !person || !company || / and /.test(listed)) return people;
  return [
    {
      ...person,
      affiliation: company.name,
      span: { start: person.span.start, end: company.span.end },
      text: listed.trim(),
    },
  ];
}

/** People of a list below a label, an item each. */
export function peopleOfList(list: List, as: PersonRole, definitions: Definitions): PersonMention[] {
  return list.children.flatMap(({ children: [first] }) =>
    first?.type === 'paragraph' ? listedPeople(leafText(first, definitions), as) : [],
  );
}

/** People named in a paragraph of an attendee list; a sentence names none, and neither does a single word or a label. */
export function namesOnly(text: LeafText, list: Attendance): PersonMention[] {
  if (namesNobody(text.raw) || text.raw.trimEnd().endsWith(':')) return [];
  const listed = byLine(text.raw);
  const people = readPeople({ text: listed, span: text.span }, roleIn(list));
  const named = people.every(({ name, unnamed }) => unnamed || (/\s/.test(name) && looksLikeName(name)));
  return named && !saysMore(listed, people) ? people : [];
}

/** Whether words stand between the names: what was no name there makes a sentence of it. */
function saysMore(listed: string, people: readonly PersonMention[]): boolean {
  const between = people.reduce((rest, { text }) => rest.replace(text, ','), listed);
  const parts = between.replace(/\([^()]*\)/g, '').split(/[,;&]|\band\b/);
  return parts.some((part) => /\p{L}/u.test(part) && !isRole(part));
}

/** A text in which a line's end parts names as a comma does. */
export function byLine(text: string): string {
  return text.replace(/[\r\n]/g, ',');
}

/** Whether a line lists nothing but people. */
export function isNameLine(line: string): boolean {
  const people = readPeople({ text: line, span: (start, end) => ({ start, end }) }, 'attendee');
  return people.length > 0 && people.every(({ name, unnamed }) => unnamed || looksLikeName(name));
}

/** The list that a label announces at the start of a line: `Attendees:`, `**Apologies (2):**`. */
interface Label {
  readonly list: Attendance;
  readonly guests: boolean;
  /** Offset behind the label and its colon. */
  readonly end: number;
}

const labelForm =
  /^[ \t]*[*_]{0,2}([A-Za-z][A-Za-z ]{3,20})(?:\([^()\r\n]{0,20}\) ?)?[*_]{0,2}[ \t]?:[*_]{0,2}(?=\s|$)/;
/** Without a colon only when the whole line is bold. */
const boldForm = /^[ \t]*(?:\*\*|__)([A-Za-z][A-Za-z ]{3,20})(?:\([^()\r\n]{0,20}\))?(?:\*\*|__)[ \t]*$/;

function labelAt(line: string): Label | undefined {
  const form = labelForm.exec(line) ?? boldForm.exec(line);
  if (!form) return undefined;
  const [whole, label = ''] = form;
  const list = attendanceOf(label);
  return list && { list, guests: guestLabels.test(label.trim()), end: whole.length };
}

/** Lines of a text with their offsets, without their endings. */
function linesOf(raw: string): { readonly start: number; readonly text: string }[] {
  return [...raw.matchAll(/[^\r\n]+/g)].map((match) => ({ start: match.index, text: match[0] }));
}

/**
 * Which list a paragraph announces with its last line, so that the bullets behind it name people. Guests of one topic
 * are told by `Participants:`; only in a document's head are these its attendees.
 */
export function announcedList(block: Block | undefined, { head }: { readonly head: boolean }): Attendance | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const raw = block.leaf.text.trimEnd();
  const line = raw.slice(Math.max(raw.lastIndexOf('\n'), raw.lastIndexOf('\r')) + 1);
  const label = labelAt(line);
  return label && label.end === line.length && (head || !label.guests) ? label.list : undefined;
}

/** The people of a paragraph that is made of `Attendees: …` and the like; `undefined` for any other paragraph. */
export function labelledPeople(text: LeafText): PersonMention[] | undefined {
  const first = labelAt(/[^\r\n]+/.exec(text.raw)?.[0] ?? '');
  if (!first || first.guests) return undefined;
  const labels = linesOf(text.raw).flatMap((line) => {
    const label = labelAt(line.text);
    const other = label ?? fieldOf(/^[*_]{0,2}([A-Za-z][A-Za-z ]{1,30}):/.exec(line.text)?.[1] ?? '');
    return other ? [{ start: line.start, label }] : [];
  });
  return labels.flatMap(({ start, label }, index) => {
    if (!label || label.guests) return [];
    const from = start + label.end;
    const value = text.raw.slice(from, labels[index + 1]?.start);
    if (namesNobody(value.trim())) return [];
    const span = (begin: number, end: number): ReturnType<LeafText['span']> => text.span(from + begin, from + end);
    return readPeople({ text: byLine(value), span }, roleIn(label.list)).filter(
      ({ name, unnamed }) => unnamed || looksLikeName(name),
    );
  });
}
