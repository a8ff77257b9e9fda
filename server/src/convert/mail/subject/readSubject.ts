import { foldTitle } from '../../../archive/names.js';
import { noticeSubject, notesTitleFor, patchSubject, subjectTag } from '../../../document/schema.js';
import { namesMinutes, titleOfMinutes } from './minutesTitle.js';
import { framed, isOfSession, isRecord, says, type Said } from './subjectFrame.js';
import { tokensOf } from './subjectTokens.js';

/** What a mail is, by its subject. */
export interface SubjectReading {
  /** Absent where the subject does not say. */
  readonly kind?: 'notes' | 'minutes';
  /** Without `Re:` and the tags of lists. */
  readonly bare: string;
  /** The title of what the mail is about; empty where the subject only says what the mail is. */
  readonly about: string;
  /** Years that it names beside the title. */
  readonly years: readonly number[];
  /** Whether it calls for something, asks, or sends a patch. */
  readonly isNotice: boolean;
}

const longestSubject = 300;

/** Reads a subject, or a heading that says what a text is. */
export function readSubject(subject: string): SubjectReading {
  const bare = bareSubject(subject);
  const { said, start, end, years } = framed(singleQuoted(bare));
  const about = unquoted(bare.slice(start, end));
  // An invitation to a session is no notes of it, and who speaks of sessions means none.
  const isNotice = patchSubject.test(bare) || (noticeSubject.test(bare) && !isRecord(said));
  const kind = isNotice || (about === '' && !isRecord(said)) ? undefined : kindBy(said, bare, about);
  return { ...(kind && { kind }), bare, about: isNotice ? bare : about, years, isNotice };
}

function kindBy(said: Said, bare: string, about: string): SubjectReading['kind'] {
  const isOfOne = isOfSession(said);
  if (!isOfOne && namesMinutes(bare)) return 'minutes';
  if (!says(said)) return undefined;
  return !isOfOne && !said.has('event') && namesMeeting(about) ? 'minutes' : 'notes';
}

/** Title of the document that a mail of a kind becomes; without one the subject is the title. */
export function documentTitle({ bare, about }: SubjectReading, kind: SubjectReading['kind']): string {
  if (kind === 'minutes') return titleOfMinutes(bare);
  if (kind === 'notes') return about === '' ? 'Design session notes' : notesTitleFor(about);
  return bare === '' ? 'No subject' : bare;
}

/** Whether two titles are one but for tags and the words around a title. */
export function isSameTitle(one: string, other: string): boolean {
  return titleKey(one) === titleKey(other);
}

function titleKey(title: string): string {
  const { kind, about, bare } = readSubject(title);
  return foldTitle(about === '' || kind === 'minutes' ? bare : about);
}

function bareSubject(subject: string): string {
  let bare = subject.slice(0, longestSubject).trim();
  for (let tag = subjectTag.exec(bare); tag; tag = subjectTag.exec(bare)) bare = bare.slice(tag[0].length);
  return bare.trim();
}

/** Single quotes around words as double ones, which are no apostrophes; of the same length. */
function singleQuoted(subject: string): string {
  return subject.replace(/(?<![\p{L}\d])['‘](\S[^'‘’]*)['’](?![\p{L}\d])/gu, '"$1"');
}

function unquoted(title: string): string {
  return title.replace(/^["“„«'‘]([^"“”„«»]*)["”“»'’]$/, '$1').trim();
}

/** Whether notes are of a meeting, which has minutes: `Notes of the community call`. */
export function namesMeeting(about: string): boolean {
  return tokensOf(about).findLast(({ kind }) => !/^(?:date|comma|joint)$/.test(kind))?.kind === 'meeting';
}
