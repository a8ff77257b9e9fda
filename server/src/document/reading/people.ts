import { memo } from '../../text/memo.js';
import type { Span } from '../../text/span.js';
import type { PersonMention, PersonRole } from '../facts.js';
import { attendanceGroup, roleOf } from '../schema.js';
import { readDetails, unnamedForm } from './personDetails.js';

/** A piece of raw leaf text and how its offsets become spans of the section. */
export interface Piece {
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
  /** The text as written, as long as `text`, where that has blanks for the marks of links. */
  readonly written?: string;
}

/** A range of a piece; to its end where none is given. */
export function partOf({ text, written = text, span }: Piece, start: number, end = text.length): Piece {
  return {
    text: text.slice(start, end),
    written: written.slice(start, end),
    span: (from, to) => span(start + from, start + to),
  };
}

/** A company in front of the names that it holds for. */
export const coveringForm = /^\s*\(([^()@]+)\)\s*(?=[^\s-])/;

/**
 * People in a list such as `Rich Persaud (OpenXT), Jan & Ian`. Separators are commas, `&`, "and" and semicolons outside
 * parentheses. A company in parentheses in front holds for all names after it: `(OpenXT) Rich Persaud, Christopher Clark`.
 */
export function readPeople(piece: Piece, as: PersonRole): PersonMention[] {
  if (isPlain(piece.text)) return [plainMention(piece, as)];
  const leading = coveringForm.exec(piece.text);
  const mentions: PersonMention[] = [];
  for (const [start, end] of separate(piece.text, leading?.[0].length ?? 0)) {
    const part = partOf(piece, start, end);
    const role = mentions.length > 0 ? roleAlone(part.text) : undefined;
    const last = mentions.at(-1);
    // `Rich Persaud, chair`: a role is nobody's name.
    if (role !== undefined && last) mentions.splice(-1, 1, { ...last, roles: [...last.roles, role] });
    else mentions.push(...readPerson(part, as, leading?.[1]?.trim()));
  }
  return mentions;
}

/** Nothing but a name, as most speakers are written. */
const plainName = /^\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,3}$/u;

function isPlain(text: string): boolean {
  return plainName.test(text) && !unnamedForm.test(text);
}

function plainMention({ text, span }: Piece, as: PersonRole): PersonMention {
  return {
    name: text,
    nameSpan: span(0, text.length),
    span: span(0, text.length),
    text,
    roles: [],
    as,
    unnamed: false,
  };
}

/** A role that stands where a name could: `Mary Guest` is somebody's name. */
function roleAlone(text: string): string | undefined {
  const said = text.trim();
  return attendanceGroup(said) || (/^\p{Ll}/u.test(said) ? roleOf(said) : undefined);
}

/** Whether a text is a role somebody may have, and so nobody's name. */
export function isRole(text: string): boolean {
  return roleAlone(text) !== undefined;
}

/** Ranges between separators that stand outside parentheses and brackets. */
function separate(text: string, from: number): [number, number][] {
  if (!/[,;&/]|\band\b/.test(text)) return text.slice(from).trim() === '' ? [] : [[from, text.length]];
  const ranges: [number, number][] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(' || char === '[' || char === '（') depth++;
    else if (char === ')' || char === ']' || char === '）') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const separator = /^(?:[,;&]|\band\b(?=\s)|\/(?=\s*[A-Z]))/.exec(text.slice(at, at + 8));
    if (!separator || (separator[0] === 'and' && !/\s/.test(text.charAt(at - 1)))) continue;
    ranges.push([start, at]);
    at += separator[0].length - 1;
    start = at + 1;
  }
  ranges.push([start, text.length]);
  return ranges.filter(([begin, end]) => text.slice(begin, end).trim() !== '');
}

/** Longer texts are sentences; a name with company, roles and address has no more characters than these. */
const mostWords = 6;
const mostCharacters = 300;

/** What a name ends before: brackets, a handle, a dash with blanks around it. */
const nameForm = /^(?:(?!(?<!\s)\s+[-–—]\s)[^([{<（@\\]|(?<=\S)@)+/;

/** One person; two where an unnamed companion stands in the parentheses. Text that is no name gives none. */
function readPerson(piece: Piece, as: PersonRole, covering: string | undefined): PersonMention[] {
  if (piece.text.trim().length > mostCharacters) return [];
  const trimmed = piece.text.trimEnd().replace(/(?<![\s:.])[\s:.]+$/, '');
  const start = trimmed.length - trimmed.trimStart().length;
  const alone = unnamedForm.exec(trimmed.trim());
  if (alone) return [unnamed(partOf(piece, start, trimmed.length), alone[1], as)];
  const head = headOf(trimmed.slice(start));
  const details = readDetails(trimmed.slice(start + head.end), { as, name: head.name });
  const name = head.name === '' && details?.handle !== undefined ? `@${details.handle}` : head.name;
  if (!details || name === '' || name.split(/\s+/).length > mostWords) return [];
  const { companions, ...told } = details;
  const nameStart = start + trimmed.slice(start).indexOf(name);
  const person: PersonMention = {
    name,
    nameSpan: piece.span(nameStart, nameStart + name.length),
    span: piece.span(start, trimmed.length),
    text: (piece.written ?? piece.text).slice(start, trimmed.length).trim(),
    ...(covering !== undefined && { affiliation: covering }),
    ...linkedHandle(piece.written),
    ...told,
    as,
    unnamed: false,
  };
  return [person, ...companions.flatMap((each) => companion(each, trimmed, piece, as))];
}

/** A name that is a link to somebody's page on a forge tells the handle. */
function linkedHandle(written: string | undefined): Pick<PersonMention, 'handle'> {
  const handle = /\]\(https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w-]+)\/?\)/i.exec(written ?? '')?.[1];
  return handle === undefined ? {} : { handle };
}

/** `Danilo (Dan) Chiarlone`: what somebody is called stands in the midst of the name. */
const nickForm = /^\s*\p{Lu}[\p{L}'’-]* \(\p{Lu}\p{Ll}+\)(?: \p{Lu}[\p{L}'’-]+)+/u;

/** The name that a text begins with, and where what is said of the person begins. */
function headOf(text: string): { readonly name: string; readonly end: number } {
  const before = (nickForm.exec(text) ?? nameForm.exec(text))?.[0] ?? '';
  const name = before
    .trim()
    .replace(/^[*_`]+|(?<![*_`])[*_`]+$/g, '')
    .trim();
  return { name, end: before.length };
}

/** An unnamed companion in the brackets behind a name: `(+ another from Gridcentric?)`. */
function companion(group: string, text: string, piece: Piece, as: PersonRole): PersonMention[] {
  const form = unnamedForm.exec(group);
  if (!form) return [];
  const at = text.lastIndexOf(group);
  return [unnamed(partOf(piece, at, at + group.length), form[1], as)];
}

function unnamed({ text, span }: Piece, company: string | undefined, as: PersonRole): PersonMention {
  const whole = span(0, text.length);
  return {
    name: '',
    nameSpan: whole,
    span: whole,
    text: text.trim(),
    ...(company !== undefined && { affiliation: company.trim() }),
    roles: [],
    as,
    unnamed: true,
  };
}

const particle = '(?:d[aeiou]|do[sn]|das|del|della|van|von|zu|zum|der|den|ten?|ter|la|le|el|bin|ibn|al|y|af|av)';
const namePart = "(?:[\\p{Lu}\\p{Lo}][\\p{L}'’.-]*)";
const fullName = new RegExp(`^${namePart}(?:(?:\\s+${particle}){0,2}\\s+${namePart}){0,3}$`, 'u');

/** Whether a text has the shape of a person's name: one to four words that are capitalised, with what joins them, or of a script without capitals. */
export function looksLikeName(text: string): boolean {
  return text.length <= 40 && isFullName(text);
}

const isFullName = memo((text: string) => fullName.test(text));
