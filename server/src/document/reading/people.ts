import type { Span } from '../../text/span.js';
import type { PersonMention, PersonRole } from '../facts.js';
import { personRoles, viaChat } from '../schema.js';

/** A piece of raw leaf text and how its offsets become spans of the section. */
export interface Piece {
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
}

/**
 * People in a list such as `Rich Persaud (OpenXT), Jan & Ian`. Separators are commas, `&`, "and" and semicolons outside
 * parentheses. A company in parentheses in front holds for all names after it: `(OpenXT) Rich Persaud, Christopher Clark`.
 */
export function readPeople(piece: Piece, as: PersonRole): PersonMention[] {
  if (isPlain(piece.text)) return [plainMention(piece, as)];
  const leading = /^\s*\(([^()]+)\)\s*(?=\S)/.exec(piece.text);
  const mentions: PersonMention[] = [];
  for (const [start, end] of separate(piece.text, leading?.[0].length ?? 0)) {
    const part: Piece = {
      text: piece.text.slice(start, end),
      span: (from, to) => piece.span(start + from, start + to),
    };
    const role = roleNamed(part.text);
    const last = mentions.at(-1);
    // `Rich Persaud, chair`: a role is nobody's name.
    if (role && last) mentions.splice(-1, 1, { ...last, roles: [...last.roles, role] });
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

function roleNamed(text: string): (typeof personRoles)[number] | undefined {
  const said = text.trim();
  return viaChat.test(said) ? 'via chat' : personRoles.find((known) => known === said.toLowerCase());
}

/** Whether a text is a role somebody may have, and so nobody's name. */
export function isRole(text: string): boolean {
  return roleNamed(text) !== undefined;
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

/** `+ another from X?`; the plus is lost where it was read as a list marker. */
const unnamedForm =
  /^\(?\s*(?:\+\s*)?(?:another|one more|someone|others?|\d+ (?:others?|more))\b(?:\s+(?:one\s+)?from\s+([^?)]+?))?\s*\??\s*\)?$/i;

/** Longer texts are sentences; a name with company, roles and address has no more characters than these. */
const mostWords = 6;
const mostCharacters = 300;

/** A name, then company, roles, mail address or companions in brackets. */
const personForm = /^([^([<（]*[^([<（\s\\])\s*((?:\\?[([<（][^()[\]<>（）]*[)\]>）]\s*)*)$/;

/** One person; two where an unnamed companion stands in the parentheses. Text that is no name gives none. */
function readPerson(piece: Piece, as: PersonRole, covering: string | undefined): PersonMention[] {
  if (piece.text.trim().length > mostCharacters) return [];
  const trimmed = piece.text.trimEnd().replace(/[\s:.]+$/, '');
  const start = trimmed.length - trimmed.trimStart().length;
  const alone = unnamedForm.exec(trimmed.trim());
  if (alone) return [unnamed(piece, start, trimmed.length, alone[1], as)];
  const [, before = '', groups = ''] = personForm.exec(trimmed.trimStart()) ?? [];
  const [written = '', company] = as === 'attendee' || as === 'apology' ? before.split(/\s+[-–—]\s+/) : [before];
  const name = written.replace(/^[*_`]+|[*_`]+$/g, '').trim();
  if (name === '' || name.split(/\s+/).length > mostWords) return [];
  const nameStart = start + before.indexOf(name);
  const details: { affiliation?: string; roles: string[] } = {
    roles: [],
    ...(covering !== undefined && { affiliation: covering }),
  };
  const companions: PersonMention[] = [];
  const tail = start + before.length;
  if (company !== undefined) readDetails(company, details);
  for (const group of groups.matchAll(/[([<（]([^()[\]<>（）]*)[)\]>）]/g)) {
    const from = piece.text.indexOf(group[0], tail);
    const companion = unnamedForm.exec(group[0]);
    if (companion) companions.push(unnamed(piece, from + 1, from + group[0].length - 1, companion[1], as));
    else readDetails(group[1] ?? '', details);
  }
  return [
    {
      name,
      nameSpan: piece.span(nameStart, nameStart + name.length),
      span: piece.span(start, trimmed.length),
      text: trimmed.trim(),
      ...details,
      as,
      unnamed: false,
    },
    ...companions,
  ];
}

function readDetails(text: string, details: { affiliation?: string; roles: string[] }): void {
  for (const part of text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const role = roleNamed(part);
    if (part.includes('@')) continue;
    if (role) details.roles.push(role);
    else if (details.affiliation === undefined) details.affiliation = part;
    else details.affiliation += `, ${part}`;
  }
}

function unnamed(piece: Piece, start: number, end: number, company: string | undefined, as: PersonRole): PersonMention {
  const span = piece.span(start, end);
  return {
    name: '',
    nameSpan: span,
    span,
    text: piece.text.slice(start, end).trim(),
    ...(company !== undefined && { affiliation: company.trim() }),
    roles: [],
    as,
    unnamed: true,
  };
}

const particle = '(?:de|del|van|von|der|den|la|le|da|di|bin|al)';
const namePart = "(?:[\\p{Lu}\\p{Lo}][\\p{L}'’.-]*)";
const fullName = new RegExp(`^${namePart}(?:\\s+(?:${particle}|${namePart})){0,3}$`, 'u');

/** Whether a text has the shape of a person's name: one to four words that are capitalised, or of a script without capitals. */
export function looksLikeName(text: string): boolean {
  return text.length <= 40 && fullName.test(text);
}
