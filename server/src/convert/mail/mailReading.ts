import { notesLabel, sectionRole, type FieldLabel } from '../../document/schema.js';
import type { Message } from './message/message.js';
import type { MailBlock } from './reading/mailBlock.js';
import { openingLines, readOpening } from './opening.js';
import type { Line } from './reading/line.js';
import { documentTitle, readSubject, type SubjectReading } from './subject/readSubject.js';

/** What a mail is, by its subject and its text. */
export interface MailReading {
  /** Absent for a mail that speaks of no notes. */
  readonly kind?: 'notes' | 'minutes';
  /** Title of the document. */
  readonly title: string;
  /** What it is about: the session's title, or the meeting; empty where nobody says. */
  readonly about: string;
  readonly subject: SubjectReading;
  /** What the text says the session is called, where the subject says otherwise. */
  readonly alsoCalled?: string;
  readonly opening: readonly Line[];
}

/** What a mail's text is made of, as far as it tells what the mail is. */
export interface MailText {
  readonly lines: readonly Line[];
  readonly blocks: readonly MailBlock[];
  /** Labels of the fields that it begins with. */
  readonly labels: ReadonlySet<FieldLabel>;
}

/** Reads what a mail is. Its subject tells; where it does not, a list of those present tells of minutes, and words on notes of notes. */
export function readMail({ subject: written }: Message, text: MailText): MailReading {
  const subject = readSubject(written);
  const opening = readOpening(text.lines);
  const kind = subject.kind ?? kindOfText(text, opening.givesNotes);
  const called = [opening.session, ...headingsOf(text.blocks).map((heading) => calledIn(heading))].find(
    (each) => each !== undefined,
  );
  const about = subject.about === '' && kind === 'notes' ? (called ?? '') : subject.about;
  return {
    ...(kind && { kind }),
    title: documentTitle({ ...subject, about }, kind),
    about: kind === 'notes' ? about : subject.bare,
    subject,
    ...(called !== undefined && called !== about && { alsoCalled: called }),
    opening: openingLines(text.lines),
  };
}

function kindOfText({ blocks, labels }: MailText, givesNotes: boolean): MailReading['kind'] {
  const headings = headingsOf(blocks);
  if (headings.some((heading) => sectionRole(heading) === 'attendees')) return 'minutes';
  const told = labels.has('Session') || labels.has('Scribe') || headings.some(isOfNotes);
  return givesNotes || told ? 'notes' : undefined;
}

function isOfNotes(heading: string): boolean {
  return notesLabel.test(`${heading}:`) || readSubject(heading).kind === 'notes';
}

function headingsOf(blocks: readonly MailBlock[]): string[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
}

/** The title of a session in a heading such as `Design session: PVH`. */
function calledIn(heading: string): string | undefined {
  const { kind, about, bare } = readSubject(heading);
  return kind === 'notes' && about !== '' && about !== bare ? about : undefined;
}
