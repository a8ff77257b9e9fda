import type { Archive } from '../../archive/archive.js';
import { slug } from '../../archive/names.js';
import type { ConvertedDocument } from '../converted.js';
import type { Dropped, Uncertain } from '../report.js';
import { writeMarkdown } from './markdown/writeMarkdown.js';
import { attachmentWhy, type Message } from './message/message.js';
import { readMail, type MailReading } from './mailReading.js';
import { layOut } from './reading/layout.js';
import { attendeesIn } from './reading/attendeeNames.js';
import { discussion, type MailBlock } from './reading/mailBlock.js';
import { namesIn } from './reading/names.js';
import { takeNotes } from './reading/notes.js';
import { takeOff } from './reading/takeOff.js';
import { senderName } from './senderName.js';
import { canonicalActions } from './shape/actions.js';
import { attendeeLists, unreadAttendees } from './shape/attendeeLists.js';
import { takeDescription } from './shape/description.js';
import { takeFields, type HeadFields } from './shape/headFields.js';
import { headList } from './shape/headList.js';
import { depths } from './shape/levels.js';
import { noteSection } from './shape/noteList.js';
import { wikiReferences } from './shape/wikiNotes.js';
import { isSameTitle } from './subject/readSubject.js';
import { say } from '../../text/say.js';

/** The document made of a message; absent when the message says nothing. */
export interface Noted {
  readonly document?: ConvertedDocument;
  readonly uncertain: readonly Uncertain[];
  readonly dropped: readonly Dropped[];
}

/** Makes a document of notes or minutes of a message; of one that speaks of none, a document under its subject. */
export function notesDocument(message: Message, archive: Archive): Noted {
  const taken = takeOff(message.lines, senderName(message.from));
  const uncertain = [...message.uncertain, ...taken.uncertain];
  const dropped = [...message.dropped, ...taken.dropped];
  if (taken.lines.every(({ text }) => text === '')) return { uncertain, dropped: [...dropped, ...empty(message)] };
  const present = [message.from, ...message.to].map(senderName).filter((name) => name !== '');
  const names = namesIn(taken.lines, [...attendeesIn(taken.lines), ...present], archive);
  const laid = takeNotes(layOut(taken.lines, names));
  const referring = wikiReferences(laid.blocks, laid.notes, archive.config.wiki?.base);
  const untitled = withoutTitle(referring.blocks, message.subject);
  const described = takeDescription(untitled.blocks, names);
  const fields = takeFields(described.blocks);
  const blocks = [...referring.blocks, ...fields.people];
  const mail = readMail(message, { lines: taken.lines, blocks, labels: fields.labels });
  const own = withoutTitle(fields.blocks, mail.title);
  const attended = attendeeLists(apart({ ...fields, blocks: own.blocks }));
  const actions = canonicalActions(attended, names);
  const head = headList({ message, mail, fields, description: described.description ?? [], archive });
  const title: MailBlock = { type: 'heading', level: 1, text: mail.title, at: message.line };
  const text = writeMarkdown([title, ...head.blocks, ...depths(actions.blocks), ...noteSection(referring.notes)]);
  const doubts = [names, head, fields, actions].flatMap((each) => each.uncertain);
  return {
    document: { path: pathOf(mail, head.day ?? message.day), text },
    uncertain: [...uncertain, ...doubts, ...unreadAttendees(attended)],
    dropped: [...dropped, ...referring.dropped, ...untitled.dropped, ...described.dropped, ...own.dropped],
  };
}

function empty({ subject, line, dropped }: Message): Dropped[] {
  const why = dropped.some((each) => each.why === attachmentWhy())
    ? say`the mail has no text, only attachments`
    : say`the mail has no text`;
  return [{ line, text: subject, why }];
}

/** A heading that says the title again is left out; what it says beside that is told. */
function withoutTitle(
  blocks: readonly MailBlock[],
  title: string,
): { readonly blocks: readonly MailBlock[]; readonly dropped: readonly Dropped[] } {
  const at = blocks.findIndex(({ type }) => type === 'heading');
  const first = blocks[at];
  if (first?.type !== 'heading' || at > 2 || !isSameTitle(first.text, title)) return { blocks, dropped: [] };
  const known = new Set(wordsOf(title));
  const more = wordsOf(first.text).some((word) => !known.has(word));
  return {
    blocks: blocks.filter((_, index) => index !== at),
    dropped: more ? [{ line: first.at, text: first.text, why: say`it is the title` }] : [],
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Below the field list, and below a list of people, notes without a heading get one: they are no part of these lists. */
function apart({ people, blocks }: HeadFields): readonly MailBlock[] {
  const [first] = blocks;
  if (!first || first.type === 'heading') return [...people, ...blocks];
  if (people.length === 0 && first.type !== 'list') return blocks;
  return [...people, discussion(first.at), ...blocks];
}

const longestName = 60;

function pathOf({ about }: MailReading, day: string | undefined): string {
  const words = slug(about)
    .replace(/-{2,}/g, '-')
    .slice(0, longestName)
    .replace(/^-+|(?<!-)-+$/g, '');
  return `${[day, words === '' ? 'notes' : words].filter((part) => part !== undefined).join('-')}.md`;
}
