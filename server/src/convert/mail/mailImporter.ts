import { converted, type Converted, type ConvertedDocument, type ImportContext, type Source } from '../converted.js';
import type { Importer } from '../importers.js';
import type { Dropped, Uncertain } from '../report.js';
import { parseMessage } from './message/parseMessage.js';
import { splitMbox } from './message/splitMbox.js';
import { notesDocument } from './notesDocument.js';

/** The head of an mbox, or a header with a field that every mail has. */
const mailHead =
  /^(?:From \S+ .*\d\d:\d\d|(?:[!-9;-~]{1,60}:.*\r?\n(?:[ \t].*\r?\n)*){0,60}?(?:From|Message-ID|Subject|Received|Return-Path|MIME-Version):)/i;

/** A mail, or an mbox with several, as documents of notes or minutes. */
export const mailImporter: Importer = {
  format: 'mail',
  name: 'a mail',
  fits: ({ text }) => mailHead.test(text.slice(0, 20_000)),
  read: readMails,
};

async function readMails(source: Source, { archive }: ImportContext): Promise<Converted> {
  const documents: ConvertedDocument[] = [];
  const uncertain: Uncertain[] = [];
  const dropped: Dropped[] = [];
  for (const raw of splitMbox(source.bytes)) {
    const message = await parseMessage(raw);
    if ('problem' in message) {
      dropped.push({ line: raw.line, text: message.text, why: message.problem });
      continue;
    }
    const noted = notesDocument(message, archive);
    uncertain.push(...noted.uncertain);
    dropped.push(...noted.dropped);
    if (noted.document) documents.push({ ...noted.document, path: unused(noted.document.path, documents) });
  }
  return converted(documents, { uncertain, dropped });
}

/** The path, with a number when another document of the same mbox has it. */
function unused(path: string, documents: readonly ConvertedDocument[]): string {
  const taken = new Set(documents.map((each) => each.path));
  let free = path;
  for (let number = 2; taken.has(free); number++) free = path.replace(/\.md$/, `-${number}.md`);
  return free;
}
