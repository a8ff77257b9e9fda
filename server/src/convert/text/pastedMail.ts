import { readDate } from '../../document/dates.js';
import { archiveFrame, shownHeader } from '../../document/schema.js';
import { sentOn } from '../mail/message/headers.js';
import type { Line } from '../mail/reading/line.js';
import type { Places } from '../places.js';
import type { ShownHeader } from './meetingText.js';

/** A text without the header that a web archive shows, and what it tells. */
export interface PastedMail extends ShownHeader {
  readonly lines: readonly Line[];
}

/** A line of the header may stand alone in any text. */
const fewest = 2;
/** Where a header is looked for, in lines that are not empty. */
const mostBefore = 6;

/** Takes off what a web archive shows around a mail's text: its header, links to other mails. */
export function takePasted(lines: readonly Line[], places: Places): PastedMail {
  const kept = lines.filter(({ text, at }) => {
    const frame = text !== '' && archiveFrame.some((form) => form.test(text.trim()));
    if (frame) places.drop(at, text.trim(), 'what a web archive puts around a mail');
    return !frame;
  });
  const before = kept.filter(({ text }) => text !== '').slice(0, mostBefore);
  const start = kept.findIndex((line) => shownHeader.test(line.text.trim()) && before.includes(line));
  const length = kept.slice(start).findIndex(({ text }) => !shownHeader.test(text.trim()));
  const header = start < 0 ? [] : kept.slice(start, length < 0 ? undefined : start + length);
  const field = (name: string): string | undefined => {
    const found = header
      .map(({ text }) => shownHeader.exec(text.trim()))
      .find((form) => form?.[1]?.toLowerCase() === name);
    return found?.[2];
  };
  const [from, subject, date = ''] = [field('from'), field('subject'), field('date')];
  if (header.length < fewest || from === undefined) return { lines: kept };
  const day = sentOn(date) ?? readDate(date)?.iso;
  const name = from.replace(/\s*[<(][^<>()]*@.*$/, '').replace(/^["']|["']$/g, '');
  places.drop(header[0]?.at ?? 1, header.map(({ text }) => text).join('\n'), 'the rest of the header');
  return {
    lines: [...kept.slice(0, start), ...kept.slice(start + header.length)],
    ...(subject !== undefined && { subject }),
    from: { name, address: '' },
    ...(day !== undefined && { day }),
  };
}
