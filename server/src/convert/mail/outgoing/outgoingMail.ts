import emailAddresses from 'email-addresses';
import type { Archive } from '../../../archive/archive.js';
import type { Document } from '../../../document/document.js';
import { mailSubject } from '../../../document/mailSubject.js';
import { oneLine } from '../../../document/reading/leafText.js';
import { defaultList, messageIdOf } from '../../../document/schema.js';
import { positionIn } from '../../../text/lines.js';
import type { ExportOptions } from '../../exporters.js';
import type { Uncertain } from '../../report.js';
import { textOf, toPlainText } from '../text/plainText.js';
import { say } from '../../../text/say.js';

/** A mail that somebody is going to send. */
export interface OutgoingMail {
  readonly subject: string;
  readonly to: string;
  readonly cc: readonly string[];
  /** Absent when the mail program is to say who sends it. */
  readonly from?: string;
  /** Message-ID of the mail it answers, with its angle brackets. */
  readonly inReplyTo?: string;
  /** Lines end with LF. */
  readonly text: string;
  /** What the text cannot say; lines are the document's. */
  readonly uncertain: readonly Uncertain[];
}

/** The mail to the list that a document makes; a problem is an option that cannot be used. */
export function outgoingMail(
  document: Document,
  archive: Archive,
  options: ExportOptions,
): OutgoingMail | { readonly problem: string } {
  const subject = oneLine(options.subject ?? mailSubject(document.facts));
  if (subject === '')
    return { problem: say`there is no title to make a subject of; give the document one, or name the subject` };
  const cc = options.cc ?? [];
  const wrong = [...cc, ...(options.from === undefined ? [] : [options.from])].find((each) => !isMailbox(each));
  if (wrong !== undefined) return { problem: say`"${wrong}" is no mail address; write it as Name <name@host>` };
  const inReplyTo = options.inReplyTo === undefined ? undefined : messageId(options.inReplyTo);
  if (options.inReplyTo !== undefined && inReplyTo === undefined)
    return { problem: say`"${options.inReplyTo}" is no Message-ID; write it as <id@host>` };
  return {
    subject,
    to: listOf(archive),
    cc,
    ...(options.from !== undefined && { from: options.from }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...bodyOf(document, archive, 'omitted'),
  };
}

/** The document as plain text with the width that the list expects. */
export function bodyOf(
  document: Document,
  archive: Archive,
  title: 'written' | 'omitted',
): Pick<OutgoingMail, 'text' | 'uncertain'> {
  const wiki = archive.config.wiki?.base;
  const plain = toPlainText(document, { width: mailWidth(archive), title, ...(wiki !== undefined && { wiki }) });
  const uncertain = plain.lost.map(({ span, what }) => ({
    line: positionIn(document.facts.lineStarts, span.start).line + 1,
    what,
  }));
  return { text: textOf(plain), uncertain };
}

/** Columns at which the archive wants its mails wrapped. */
export function mailWidth(archive: Archive): number {
  return archive.config.mail?.width ?? defaultList.width;
}

function listOf(archive: Archive): string {
  return archive.config.mail?.list ?? defaultList.address;
}

/** Whether a text is one mail address, with a name or without. */
export function isMailbox(text: string): boolean {
  return emailAddresses.parseOneAddress({ input: text, rfc6532: true })?.type === 'mailbox';
}

/** A Message-ID as written, without its brackets, or as the address of the message in an archive has it. */
function messageId(text: string): string | undefined {
  const id = messageIdOf(text.trim()) ?? /^<?([^<>\s/@]+@[^<>\s/]+)>?$/.exec(text.trim())?.[1];
  return id === undefined ? undefined : `<${id}>`;
}
