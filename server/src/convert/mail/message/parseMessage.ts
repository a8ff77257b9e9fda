import PostalMime, { type Email } from 'postal-mime';
import type { Dropped } from '../../report.js';
import { tidied } from '../reading/line.js';
import { headerLeft, headersOf } from './headers.js';
import { latin1 } from './latin1.js';
import { attachmentWhy, type Message } from './message.js';
import { htmlLines, textLines, unreadable } from './messageText.js';
import { mimeParts, wholeMail, type MimePart, type MimeParts } from './mimeParts.js';
import type { RawMessage } from './splitMbox.js';
import { say } from '../../../text/say.js';

/** Why nothing could be read of a message, and what there is of it. */
export interface Unread {
  readonly problem: string;
  readonly text: string;
}

/** Longest text of what could not be read that a report repeats. */
const longestText = 4000;

/** Reads a message. What cannot be read of it is told beside what can; a message nothing can be read of is a reason why. */
export async function parseMessage(raw: RawMessage): Promise<Message | Unread> {
  const text = latin1(raw.bytes);
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (!isMessage(lines))
    return { problem: say`does not begin with the header of a mail`, text: text.slice(0, longestText) };
  const structure = mimeParts(lines);
  const email = await parsed(withoutFlow(raw.bytes, lines, structure.parts));
  if (!email)
    return { problem: say`is nested too deeply, or its header is too long`, text: text.slice(0, longestText) };
  return messageOf(raw, lines, structure, email);
}

/** The names of header fields, as RFC 5322 has them. */
function isMessage(lines: readonly string[]): boolean {
  const first = lines.slice(0, 20).filter((line) => line !== '');
  return (
    first.length > 0 &&
    /^[!-9;-~]+:/.test(first[0] ?? '') &&
    first.some((line) =>
      /^(?:from|subject|date|message-id|received|to|return-path|mime-version|content-type):/i.test(line),
    )
  );
}

async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  } catch {
    return undefined;
  }
}

/** The parser joins flowed lines without a look at quotes, so it is told that there are none; `unflow` joins them. */
function withoutFlow(bytes: Uint8Array, lines: readonly string[], parts: readonly MimePart[]): Uint8Array {
  if (!parts.some((part) => part.flowed)) return bytes;
  const starts = lineOffsets(bytes);
  const copy = bytes.slice();
  for (const part of parts.filter(({ flowed }) => flowed))
    for (let line = part.head; line < part.start; line++) {
      const at = (lines[line] ?? '').search(/format\s*=\s*"?flowed/i);
      const word = at < 0 ? -1 : (lines[line] ?? '').toLowerCase().indexOf('flowed', at);
      if (word >= 0) copy.set([102, 105, 120, 101, 100, 95], (starts[line] ?? 0) + word);
    }
  return copy;
}

function lineOffsets(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

function messageOf(raw: RawMessage, source: readonly string[], { parts, truncated }: MimeParts, email: Email): Message {
  const text = parts.filter((part) => part.type === 'text/plain' && !part.attached);
  const html = parts.filter((part) => part.type === 'text/html' && !part.attached);
  const dropped = [...headerLeft(source, raw.line), ...attachments(email, parts, raw.line)];
  const plain = (email.text ?? '').trim() !== '';
  const lines = plain
    ? textLines(email.text ?? '', source, text, raw.line)
    : htmlLines(email.html ?? '', html, raw.line, dropped);
  const forwarded = carriedMails(raw, parts);
  const uncertain = unreadable(lines, plain ? text : html);
  const last = raw.line + source.length - 1;
  if (truncated) uncertain.push({ line: last, what: say`the mail is cut off: its last part has no end` });
  return {
    carrier: 'mail',
    ...headersOf(email),
    lines: lines.map(tidied),
    line: raw.line,
    forwarded,
    uncertain,
    dropped,
  };
}

/** Whether a part is a mail as it was sent: the standard allows it no other encoding. */
function isReadable({ type, encoding }: MimePart): boolean {
  return type === wholeMail && encoding !== 'base64' && encoding !== 'quoted-printable';
}

function carriedMails({ bytes, line }: RawMessage, parts: readonly MimePart[]): RawMessage[] {
  const carried = parts.filter(isReadable);
  const starts = carried.length > 0 ? lineOffsets(bytes) : [];
  return carried.map(({ start, end }) => ({ bytes: bytes.subarray(starts[start], starts[end]), line: line + start }));
}

/** Attachments are not imported, but for mails; a signature is nobody's words. */
function attachments(email: Email, parts: readonly MimePart[], first: number): Dropped[] {
  const mails = parts.filter(isReadable).length;
  const attached = email.attachments
    .filter(({ mimeType }) => !/^application\/(?:pgp|pkcs7|x-pkcs7)-/.test(mimeType))
    .filter(({ mimeType }) => mails === 0 || mimeType !== wholeMail);
  return attached.map((attachment, index) => {
    const part =
      parts.filter(({ type }) => type === attachment.mimeType)[index] ??
      parts.find(({ type }) => type === attachment.mimeType);
    const text = attachment.filename ?? attachment.mimeType;
    return { line: first + (part?.head ?? 0), text, why: attachmentWhy() };
  });
}
