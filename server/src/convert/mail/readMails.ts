import type { Archive } from '../../archive/archive.js';
import { converted, type Converted, type ConvertedDocument, type ImportContext, type Source } from '../converted.js';
import type { Dropped, Uncertain } from '../report.js';
import { longestCover, withoutCover } from './message/forwardedText.js';
import { latin1 } from './message/latin1.js';
import type { Message } from './message/message.js';
import { parseMessage } from './message/parseMessage.js';
import { splitMbox, type RawMessage } from './message/splitMbox.js';
import { notesDocument } from './notesDocument.js';
import { say } from '../../text/say.js';

const mboxHead = /^From \S+ .*\d\d:\d\d/;
/** Fields that any mail has several of. */
const commonField = /^(?:from|to|cc|date|subject|message-id|received|return-path|mime-version|content-type):/i;

/** Whether a source is an mbox, or begins with the header of a mail. */
export function isMail({ text }: Source): boolean {
  const lines = text.slice(0, 50_000).split(/\r?\n/);
  if (mboxHead.test(lines[0] ?? '')) return true;
  const header = lines.slice(0, lines.indexOf('') < 0 ? lines.length : lines.indexOf(''));
  const whole = header.every((line) => /^(?:[!-9;-~]+:|[ \t])/.test(line));
  return whole && header.filter((line) => commonField.test(line)).length >= 2;
}

/** What mails say, with as many documents as there are notes. */
interface Read {
  readonly documents: readonly ConvertedDocument[];
  readonly uncertain: readonly Uncertain[];
  readonly dropped: readonly Dropped[];
}

/** Makes documents of notes or minutes of a mail, or of an mbox with several. */
export async function readMails(source: Source, { archive }: ImportContext): Promise<Converted> {
  const { documents, ...places } = await readEach(splitMbox(source.bytes), archive, 0);
  return converted(withPaths(documents), places);
}

/** Mails that carry a mail that carries a mail: nobody forwards further. */
const deepest = 5;

async function readEach(raws: readonly RawMessage[], archive: Archive, depth: number): Promise<Read> {
  const read: Read[] = [];
  for (const raw of raws) read.push(await readOne(raw, archive, depth));
  return {
    documents: read.flatMap(({ documents }) => documents),
    uncertain: read.flatMap(({ uncertain }) => uncertain),
    dropped: read.flatMap(({ dropped }) => dropped),
  };
}

async function readOne(raw: RawMessage, archive: Archive, depth: number): Promise<Read> {
  const message = await parseMessage(raw);
  if ('problem' in message) {
    const dropped = [{ line: raw.line, text: message.text, why: message.problem }];
    return { documents: [], uncertain: [], dropped };
  }
  const carried = depth < deepest ? message.forwarded : [];
  const inner = await readEach(carried, archive, depth + 1);
  const outer = inner.documents.length > 0 && isCover(message) ? cover(message) : own(message, archive);
  const tooDeep = message.forwarded.slice(carried.length).map(unreadMail);
  return {
    documents: [...outer.documents, ...inner.documents],
    uncertain: [...outer.uncertain, ...inner.uncertain],
    dropped: [...outer.dropped, ...inner.dropped, ...tooDeep],
  };
}

function own(message: Message, archive: Archive): Read {
  const { document, ...places } = notesDocument(withoutCover(message), archive);
  return { documents: document ? [document] : [], ...places };
}

/** Whether a mail only says that it forwards another one. */
function isCover({ lines }: Message): boolean {
  return lines.filter(({ text }) => text !== '').length <= longestCover;
}

function cover({ subject, id, lines, line, uncertain, dropped }: Message): Read {
  const texts = [subject, id ?? '', ...lines.map(({ text }) => text)].filter((text) => text !== '');
  const why = say`said of the mail that is forwarded`;
  return { documents: [], uncertain, dropped: [...dropped, { line, text: texts.join('\n'), why }] };
}

function unreadMail({ bytes, line }: RawMessage): Dropped {
  return {
    line,
    text: latin1(bytes),
    why: say`a mail in a mail, too deep to be read; save it, and import it if it has notes`,
  };
}

/** The documents, with a number in the path of one that has another's. */
function withPaths(documents: readonly ConvertedDocument[]): ConvertedDocument[] {
  const taken = new Set<string>();
  return documents.map((document) => {
    let { path } = document;
    for (let number = 2; taken.has(path); number++) path = document.path.replace(/\.md$/, `-${number}.md`);
    taken.add(path);
    return { ...document, path };
  });
}
