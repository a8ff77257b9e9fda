import { readDate } from '../../../document/dates.js';
import { shownHeader } from '../../../document/schema.js';
import type { Line } from '../reading/line.js';
import { sentOn } from './headers.js';
import type { Message } from './message.js';

/** A mail's header as programs and archives show it in a text. */
export interface ShownHeader extends Pick<Message, 'day'> {
  readonly from: NonNullable<Message['from']>;
  readonly subject?: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** A line of a header may stand alone in any text. */
const fewest = 2;

/** Whether a line has the form of one of a header. */
export function isHeaderLine({ text }: Line): boolean {
  return shownHeader.test(text.trim());
}

/** Reads the header that begins at a line; `undefined` for lines that only look like one. */
export function shownHeaderAt(lines: readonly Line[], start: number): ShownHeader | undefined {
  const fields = new Map<string, string>();
  let at = start;
  for (; at < lines.length; at++) {
    const [, name, value = ''] = shownHeader.exec(lines[at]?.text.trim() ?? '') ?? [];
    if (name === undefined) break;
    const key = name.toLowerCase() === 'sent' ? 'date' : name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.replace(/^\*\s*/, ''));
  }
  const [from, subject, date = ''] = ['from', 'subject', 'date'].map((key) => fields.get(key));
  if (at - start < fewest || from === undefined) return undefined;
  const day = sentOn(date) ?? readDate(date)?.iso;
  const [name = '', address = ''] = from.split(/[<(](?=[^<>()]*@)/);
  return {
    from: { name: name.trimEnd().replace(/^["']|["']$/g, ''), address: address.replace(/[>)].*/s, '') },
    ...(subject !== undefined && { subject }),
    ...(day !== undefined && { day }),
    lines: at - start,
  };
}
