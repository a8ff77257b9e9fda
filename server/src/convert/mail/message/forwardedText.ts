import { forwardMark } from '../../../document/schema.js';
import type { Message } from './message.js';
import { shownHeaderAt } from './shownHeader.js';
import { say } from '../../../text/say.js';

/** More lines than this before a forwarded mail introduce nothing: they are notes themselves. */
export const longestCover = 12;

/**
 * A message that forwards another one in its text, as that one: with its sender, subject and day. What stands before it is told. Any
 * other message as it is.
 */
export function withoutCover(message: Message): Message {
  const { lines } = message;
  const mark = lines.findIndex(({ text }) => forwardMark.test(text.trim()));
  const start = lines.findIndex(({ text }, index) => index > mark && text !== '');
  const before = lines.slice(0, Math.max(0, mark)).filter(({ text }) => text !== '');
  const header = mark < 0 || start < 0 || before.length > longestCover ? undefined : shownHeaderAt(lines, start);
  if (!header) return message;
  const { lines: length, from, subject = message.subject, day = message.day } = header;
  const end = start + length;
  const cover = [message.subject, ...lines.slice(0, end).map(({ text }) => text)].filter((text) => text !== '');
  return {
    ...message,
    from,
    subject,
    ...(day !== undefined && { day }),
    lines: lines.slice(end),
    dropped: [
      ...message.dropped,
      { line: message.line, text: cover.join('\n'), why: say`said of the mail that is forwarded` },
    ],
  };
}
