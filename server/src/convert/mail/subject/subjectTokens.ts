import { monthName } from '../../../document/dates.js';
import { noRecord, subjectWords, type SubjectWord } from '../../../document/schema.js';

/** What a piece of a subject is: a word of a class, another word, or a mark between words. */
export type TokenKind = SubjectWord | 'date' | 'word' | 'part' | 'comma' | 'open' | 'close' | 'quote';

/** A word or a mark of a subject; offsets are those of the subject. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word may have hyphens, and the colon of a time of day. */
const pieces =
  /[[({]|[\])}]|["“”„«»]|[,;]|[|:]|[-–—]+|[^\s()[\]{}"“”„«»,;|:–—-]+(?:(?:[-–]|(?<=\d):(?=\d))[^\s()[\]{}"“”„«»,;|:–—-]+)*/g;

const marks: readonly (readonly [TokenKind, RegExp])[] = [
  ['open', /^[[({]$/],
  ['close', /^[\])}]$/],
  ['quote', /^["“”„«»]$/],
  ['comma', /^[,;]$/],
  ['part', /^(?:[|:]|[-–—]+)$/],
];

/** A subject as its words and marks. */
export function tokensOf(subject: string): Token[] {
  const found = [...subject.matchAll(pieces)].flatMap(({ 0: text, index }) => hyphened(text, index));
  const words = found.map(({ text }) => text.toLowerCase().replace(/(?<![.!?])[.!?]+$/, ''));
  return found.map((each, index) => ({ ...each, kind: kindOf(words, index), end: each.start + each.text.length }));
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** `design-session` is two words as `design session` is, where both mean something here. */
function hyphened(text: string, start: number): Piece[] {
  const parts = text.split('-');
  const known = parts.length > 1 && parts.every((part) => classOf(part.toLowerCase()) !== undefined);
  if (!known || classOf(text.toLowerCase())) return [{ text, start }];
  return parts.map((part, index) => ({
    text: part,
    start: start + parts.slice(0, index).join('-').length + (index > 0 ? 1 : 0),
  }));
}

function kindOf(words: readonly string[], at: number): TokenKind {
  const word = words[at] ?? '';
  const mark = marks.find(([, form]) => form.test(word))?.[0];
  if (mark) return mark;
  if (isOfDate(words, at)) return 'date';
  if (/^(?:\d|one|two|three)$/.test(word) && words[at - 1] === 'day') return 'ofEvent';
  const kind = classOf(word);
  const isRecord = kind === 'minutes' || kind === 'notes';
  return kind === undefined || (isRecord && noRecord.test(words[at - 1] ?? '')) ? 'word' : kind;
}

function classOf(word: string): SubjectWord | undefined {
  const kinds = Object.keys(subjectWords) as SubjectWord[];
  return kinds.find((kind) => subjectWords[kind].test(word));
}

const ofDate =
  /^(?:(?:19|20)\d{2}|\d{4}-\d{2}(?:-\d{2})?|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const month = new RegExp(`^${monthName}$`);
const besideMonth = /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d{2})$/;
const time = /^\d{1,2}:\d{2}$/;

/** Whether a word is part of a date or a time of day; "may" and "12" are so only beside another part. */
function isOfDate(words: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at] ?? '', words[at + 1]];
  if (ofDate.test(word) || time.test(word)) return true;
  if (month.test(word)) return besideMonth.test(before) || besideMonth.test(after);
  if (/^\d{1,2}$/.test(word)) return month.test(before) || month.test(after);
  return (/^(?:utc|gmt|bst|cet|cest|[ap]m)$/.test(word) && /^\d/.test(before)) || (word === '@' && time.test(after));
}
