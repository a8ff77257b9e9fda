import { looksLikeName } from '../../document/reading/people.js';
import { notesLabel, sectionRole, type FieldLabel } from '../../document/schema.js';
import type { Message } from './message/message.js';
import type { MailBlock } from './reading/mailBlock.js';
import { openingLines, readOpening, type Opening } from './opening.js';
import type { Line } from './reading/line.js';
import { documentTitle, namesMeeting, readSubject, type SubjectReading } from './subject/readSubject.js';

/** What a mail is, by its subject and its text. */
export interface MailReading {
  /** Absent for a mail that speaks of no notes. */
  readonly kind?: 'notes' | 'minutes';
  /** Title of the document. */
  readonly title: string;
  /** What it is about: the session's title, or the meeting; empty where nobody says. */
  readonly about: string;
  readonly subject: SubjectReading;
  /** What it is called by the text or the subject beside that. */
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
export function readMail({ subject: written, carrier }: Message, text: MailText): MailReading {
  const subject = readSubject(written);
  const opening = readOpening(text.lines);
  // Whoever imports a text that no mail carries says that it is of a meeting.
  const kind = subject.kind ?? kindOfText(text, opening, subject) ?? (carrier === 'text' ? 'notes' : undefined);
  const called = opening.session ?? calledIn(headingsOf(text.blocks));
  // Where the subject does not speak of notes, the text knows better what they are the notes of.
  const isUntold = subject.kind === undefined || subject.about === '';
  const [about, alsoCalled] = isUntold && called !== undefined ? [called, subject.about] : [subject.about, called];
  return {
    ...(kind && { kind }),
    title: documentTitle({ ...subject, about }, kind),
    about: kind === 'notes' ? about : subject.bare,
    subject,
    ...(alsoCalled !== undefined && alsoCalled !== '' && alsoCalled !== about && { alsoCalled }),
    opening: openingLines(text.lines),
  };
}

function kindOfText({ blocks, labels }: MailText, { gives }: Opening, subject: SubjectReading): MailReading['kind'] {
  if (gives === 'notes of a session') return 'notes';
  const headings = headingsOf(blocks);
  // A call for topics may have any of these to be filled in; an agenda that people were present at is none any more.
  if (subject.isNotice) return gives ?? (blocks.some(isFilledIn) ? 'minutes' : undefined);
  if (gives === 'minutes' || headings.some((heading) => sectionRole(heading) === 'attendees')) return 'minutes';
  const told = gives === 'notes' || labels.has('Session') || labels.has('Scribe') || headings.some(isOfNotes);
  return told ? (namesMeeting(subject.about) ? 'minutes' : 'notes') : undefined;
}

/** Whether people are listed below a heading for those present. */
function isFilledIn(block: MailBlock, at: number, blocks: readonly MailBlock[]): boolean {
  const below = blocks[at + 1];
  if (block.type !== 'heading' || sectionRole(block.text) !== 'attendees' || below?.type !== 'list') return false;
  return below.items.filter(({ text }) => looksLikeName((text.split(/[([,]/, 1)[0] ?? '').trimEnd())).length > 1;
}

function isOfNotes(heading: string): boolean {
  return notesLabel.test(`${heading}:`) || readSubject(heading).kind === 'notes';
}

function headingsOf(blocks: readonly MailBlock[]): string[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
}

/** The title of a session that one heading alone names, such as `Design session: PVH`. */
function calledIn(headings: readonly string[]): string | undefined {
  const titles = headings.flatMap((heading) => {
    const { kind, about, bare } = readSubject(heading);
    return kind === 'notes' && about !== '' && about !== bare ? [about] : [];
  });
  return titles.length === 1 ? titles[0] : undefined;
}
