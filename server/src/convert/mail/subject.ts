import { foldTitle } from '../../archive/names.js';
import { oneLine } from '../../document/reading/leafText.js';
import { minutesSubject, notesSubjects, notesTitle, subjectTag } from '../../document/schema.js';

/** What a mail is, by its subject. */
export interface SubjectReading {
  readonly kind: 'notes' | 'minutes';
  /** Title of the document. */
  readonly title: string;
  /** What it is about: the session's title, or the meeting. */
  readonly about: string;
  /** Whether the subject itself says what the mail is. */
  readonly stated: boolean;
}

const longestTitle = 300;

/** A subject without `Re:` and the tags of lists. */
export function bareSubject(subject: string): string {
  let bare = subject.slice(0, longestTitle).trim();
  for (let tag = subjectTag.exec(bare); tag; tag = subjectTag.exec(bare)) bare = bare.slice(tag[0].length);
  return bare.trim();
}

/** Reads a subject; `meeting` tells whether the mail lists attendees as minutes do. */
export function readSubject(subject: string, meeting: boolean): SubjectReading {
  const bare = bareSubject(subject);
  const own =
    notesTitle.exec(bare)?.[1] ?? notesSubjects.flatMap((form) => form.exec(bare)?.groups?.['title'] ?? [])[0];
  if (own !== undefined) return notes(own.replace(/^["“](.*)["”]$/, '$1').trim(), true);
  if (minutesSubject.test(bare)) return { kind: 'minutes', title: minutesTitle(bare), about: bare, stated: true };
  if (meeting && bare !== '') return { kind: 'minutes', title: `${bare} Minutes`, about: bare, stated: false };
  return notes(bare === '' ? 'no subject' : bare, false);
}

function notes(about: string, stated: boolean): SubjectReading {
  return { kind: 'notes', title: `Design session notes: ${about}`, about, stated };
}

/** A title of minutes begins or ends with the word. */
function minutesTitle(subject: string): string {
  if (/^minutes\b|\bminutes$/i.test(subject)) return subject;
  return `${oneLine(subject.replace(/\bminutes\b\s?:?/i, ''))} Minutes`;
}

/** Whether two titles are one but for tags and the words around a title. */
export function isSameTitle(one: string, other: string): boolean {
  return foldTitle(readSubject(one, false).about) === foldTitle(readSubject(other, false).about);
}
