import type { Archive } from '../../../archive/archive.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { fieldOf, type FieldLabel } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import type { Message } from '../message/message.js';
import { labelledValue } from '../reading/labels.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import { sessionOf } from '../sessionOf.js';
import type { SubjectReading } from '../subject.js';
import type { HeadFields } from './headFields.js';

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
  readonly list: MailBlock;
  readonly uncertain: readonly Uncertain[];
}

/** What a field list is made of. */
export interface HeadSource {
  readonly message: Message;
  readonly subject: SubjectReading;
  readonly fields: HeadFields;
  readonly description: readonly MailBlock[];
  readonly archive: Archive;
}

/** The document's field list: what the text begins with, what the header tells, and the description. */
export function headList(source: HeadSource): HeadList {
  const { message, fields, description } = source;
  const uncertain: Uncertain[] = [];
  const doubt = (what: string): void => void uncertain.push({ line: message.line, what });
  const own = [...inferredFields(source, doubt), ...fields.items]
    .map((each) => ({ each, rank: rankOf(each) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each);
  const items = [...own, ...described(description, message.line), ...mailFields(source, doubt)];
  return { list: { type: 'list', ordered: false, start: 1, items, at: message.line }, uncertain };
}

type Doubt = (what: string) => void;

function item(label: FieldLabel, value: string, at: number, blocks: readonly MailBlock[] = []): MailItem {
  return { text: `${label}: ${value}`, at, blocks };
}

/** What the subject and the header let one conclude of the session. */
function inferredFields({ message, subject, fields, archive }: HeadSource, doubt: Doubt): MailItem[] {
  const items: MailItem[] = [];
  if (subject.kind === 'notes' && !fields.labels.has('Session')) {
    const found = sessionOf(archive, subject.about, message.day);
    if (found) items.push(item('Session', `[[${found.document.title}#${found.session.title}]]`, message.line));
    else doubt(`no session of the archive is called "${subject.about}"; name the session that these are the notes of`);
  }
  if (!fields.labels.has('Date')) {
    if (message.day !== undefined) items.push(item('Date', message.day, message.line));
    doubt(
      message.day === undefined
        ? `the ${message.carrier} has no date; state the day of the meeting`
        : `${message.day} is the day the mail was sent; correct it if the meeting was on another`,
    );
  }
  const sender = message.from?.name ?? '';
  if (!fields.labels.has('Scribe') && looksLikeName(sender)) {
    items.push(item('Scribe', sender, message.line));
    doubt(`${sender} sent the mail and is taken as the scribe`);
  }
  return items;
}

function described(description: readonly MailBlock[], at: number): MailItem[] {
  const [first, ...rest] = description;
  if (!first) return [];
  return first.type === 'paragraph'
    ? [item('Description', first.text, at, rest)]
    : [item('Description', '', at, description)];
}

/** Where the mail is found again. */
function mailFields({ message, fields }: HeadSource, doubt: Doubt): MailItem[] {
  if (message.carrier === 'text') return [];
  const { archived, subject, id, line } = message;
  const items: MailItem[] = [];
  if (archived && !fields.labels.has('Notes')) {
    items.push(item('Notes', `<${archived.url}>`, line));
    if (!archived.stated)
      doubt(`${archived.url} is made of the Message-ID; look whether the mail is there before you rely on it`);
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
