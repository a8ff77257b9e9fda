import type { Archive } from '../../../archive/archive.js';
import { sessionByTitle, sessionTarget, type SessionSearch } from '../../../archive/sessionByTitle.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { fieldOf, type FieldLabel } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import type { MailReading } from '../mailReading.js';
import type { Message } from '../message/message.js';
import { labelledValue } from '../reading/labels.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import { senderName } from '../senderName.js';
import type { HeadFields } from './headFields.js';
import { meetingDate, yearsOf } from './meetingDate.js';
import { either, say } from '../../../text/say.js';

/** Fields in the order that documents have them; others come behind. */
const order: readonly FieldLabel[] = [
  'Session',
  'Event',
  'Date',
  'Time',
  'Place',
  'Location',
  'Slot',
  'Host',
  'Chair',
  'Scribe',
  'Participants',
  'Topics',
];

export interface HeadList {
  /** The list; none where there is nothing to list. */
  readonly blocks: readonly MailBlock[];
  /** Day of the meeting, as precise as it is known. */
  readonly day?: string;
  readonly uncertain: readonly Uncertain[];
}

/** What a field list is made of. */
export interface HeadSource {
  readonly message: Message;
  readonly mail: MailReading;
  readonly fields: HeadFields;
  readonly description: readonly MailBlock[];
  readonly archive: Archive;
}

/** The document's field list: what the text begins with, what the header tells, and the description. */
export function headList(source: HeadSource): HeadList {
  const { message, mail, fields, description } = source;
  const uncertain: Uncertain[] = [];
  const doubt = (what: string): void => void uncertain.push({ line: message.line, what });
  const date = meetingDate(source);
  const stated = fields.items.map((each) => date.completed.get(each) ?? each);
  const session = sessionField(source, doubt);
  date.doubts.forEach(doubt);
  const day = date.iso !== undefined && !fields.labels.has('Date') ? [item('Date', date.iso, message.line)] : [];
  const inferred = [...session, ...day, ...scribeField(source, doubt)];
  if (!mail.kind)
    doubt(
      say`neither the subject nor the text speaks of notes or minutes; the mail is kept as it is, under its subject`,
    );
  const own = [...inferred, ...stated]
    .map((each) => ({ each, rank: rankOf(each) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each);
  const items = [...own, ...described(description, message.line), ...mailFields(source, doubt)];
  return {
    blocks: items.length === 0 ? [] : [{ type: 'list', ordered: false, start: 1, items, at: message.line }],
    ...(date.iso !== undefined && { day: date.iso }),
    uncertain,
  };
}

type Doubt = (what: string) => void;

function item(label: FieldLabel, value: string, at: number, blocks: readonly MailBlock[] = []): MailItem {
  return { text: `${label}: ${value}`, at, blocks };
}

/** The session whose notes these are, where it is certain; else the nearest are told. */
function sessionField({ message, mail, fields, archive }: HeadSource, doubt: Doubt): MailItem[] {
  if (mail.kind !== 'notes' || fields.labels.has('Session')) return [];
  if (mail.about === '')
    doubt(say`the mail has no title; title the notes as the session is called, and name the session`);
  else if (mail.about !== mail.subject.about)
    doubt(say`"${mail.about}" is what the text calls the session; look whether it is its title`);
  const years = yearsOf(mail, message.day);
  const searches = [mail.about, mail.alsoCalled ?? '']
    .filter((title) => title !== '')
    .map((title) => sessionByTitle(archive.knownSessions(), { title, years }));
  const found = searches.find((each) => each.kind === 'found');
  if (found?.kind !== 'found') {
    if (mail.about !== '') doubt(noSession(mail.about, searches[0]));
    return [];
  }
  const { entry, by } = found;
  if (by !== 'same')
    doubt(
      say`the session "${entry.session.title}" is taken as the one that these are the notes of; look whether it is`,
    );
  return [item('Session', `[[${sessionTarget(entry)}]]`, message.line)];
}

function noSession(title: string, search: SessionSearch | undefined): string {
  const none = say`no session of the archive is called "${title}"; name the session that these are the notes of`;
  const near = search?.kind === 'near' ? search.entries.map((entry) => `[[${sessionTarget(entry)}]]`) : [];
  return near.length === 0 ? none : say`${none}, which may be ${either(near)}`;
}

function scribeField({ message, mail, fields }: HeadSource, doubt: Doubt): MailItem[] {
  const sender = senderName(message.from);
  if (!mail.kind || fields.labels.has('Scribe') || !looksLikeName(sender)) return [];
  doubt(say`${sender} sent the mail and is taken as the scribe`);
  return [item('Scribe', sender, message.line)];
}

function described(description: readonly MailBlock[], at: number): MailItem[] {
  const [first, ...rest] = description;
  if (!first) return [];
  return first.type === 'paragraph'
    ? [item('Description', first.text, at, rest)]
    : [item('Description', '', at, description)];
}

/** Where the mail is found again. */
function mailFields({ message, mail, fields }: HeadSource, doubt: Doubt): MailItem[] {
  if (message.carrier === 'text') return [];
  const { archived, subject, id, line } = message;
  const items: MailItem[] = [];
  if (archived && mail.kind && !fields.labels.has('Notes')) {
    items.push(item('Notes', `<${archived.url}>`, line));
    if (!archived.stated)
      doubt(say`${archived.url} is made of the Message-ID; look whether the mail is there before you rely on it`);
  }
  if (subject !== '' && !fields.labels.has('Subject')) items.push(item('Subject', subject, line));
  if (id !== undefined && !fields.labels.has('Message-ID')) items.push(item('Message-ID', `\`${id}\``, line));
  return items;
}

function rankOf({ text }: MailItem): number {
  const label = fieldOf(labelledValue(text)?.label ?? '')?.label;
  const rank = label === undefined ? -1 : order.indexOf(label);
  return rank < 0 ? order.length : rank;
}
