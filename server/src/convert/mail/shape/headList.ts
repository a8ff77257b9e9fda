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

/** The document's field list: what the text begins with, what the header tells, and the description. */
export function headList(
  message: Message,
  subject: SubjectReading,
  fields: HeadFields,
  description: readonly MailBlock[],
  archive: Archive,
): HeadList {
  const uncertain: Uncertain[] = [];
  const doubt = (what: string): void => void uncertain.push({ line: message.line, what });
  const item = (label: FieldLabel, value: string, blocks: readonly MailBlock[] = []): MailItem => ({
    text: `${label}: ${value}`,
    at: message.line,
    blocks,
  });
  const inferred: MailItem[] = [];
  const missing = (label: FieldLabel): boolean => !fields.labels.has(label);
  if (subject.kind === 'notes' && missing('Session')) {
    const session = sessionOf(archive, subject.about, message.day);
    if (session) inferred.push(item('Session', `[[${session.document.title}#${session.session.title}]]`));
    else doubt(`no session of the archive is called "${subject.about}"; name the session that these are the notes of`);
  }
  if (missing('Date')) {
    if (message.day === undefined) doubt('the mail has no date; state the day of the meeting');
    else {
      inferred.push(item('Date', message.day));
      doubt(`${message.day} is the day the mail was sent; correct it if the meeting was on another`);
    }
  }
  const sender = message.from?.name ?? '';
  if (missing('Scribe') && looksLikeName(sender)) {
    inferred.push(item('Scribe', sender));
    doubt(`${sender} sent the mail and is taken as the scribe`);
  }
  const own = [...inferred, ...fields.items];
  const sorted = own
    .map((each) => ({ each, rank: rankOf(each) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each);
  const [first, ...rest] = description;
  const described = first
    ? [
        item(
          'Description',
          first.type === 'paragraph' ? first.text : '',
          first.type === 'paragraph' ? rest : description,
        ),
      ]
    : [];
  const mailed = [
    ...(message.archived !== undefined && missing('Notes') ? [item('Notes', `<${message.archived}>`)] : []),
    ...(message.subject !== '' && missing('Subject') ? [item('Subject', message.subject)] : []),
    ...(message.id !== undefined && missing('Message-ID') ? [item('Message-ID', `\`${message.id}\``)] : []),
  ];
  return {
    list: { type: 'list', ordered: false, start: 1, items: [...sorted, ...described, ...mailed], at: message.line },
    uncertain,
  };
}

function rankOf({ text }: MailItem): number {
  const label = fieldOf(labelledValue(text)?.label ?? '')?.label;
  const rank = label === undefined ? -1 : order.indexOf(label);
  return rank < 0 ? order.length : rank;
}
