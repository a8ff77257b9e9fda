import { converted, type Converted, type ConvertedDocument, type ImportContext, type Source } from '../converted.js';
import type { Dropped, Uncertain } from '../report.js';
import { parseMessage } from './message/parseMessage.js';
import { splitMbox } from './message/splitMbox.js';
import { notesDocument } from './notesDocument.js';

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

/** Makes documents of notes or minutes of a mail, or of an mbox with several. */
export async function readMails(source: Source, { archive }: ImportContext): Promise<Converted> {
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
