import { archiveFrame } from '../../document/schema.js';
import { isHeaderLine, shownHeaderAt, type ShownHeader } from '../mail/message/shownHeader.js';
import type { Line } from '../mail/reading/line.js';
import type { Places } from '../places.js';
import { say } from '../../text/say.js';

/** A text without what a web archive shows around it, and the header that it shows. */
export interface PastedMail {
  readonly lines: readonly Line[];
  readonly header?: ShownHeader;
}

/** Where a header is looked for, in lines that are not empty. */
const mostBefore = 6;

/** Takes off what a web archive shows around a mail's text: its header, links to other mails. */
export function takePasted(lines: readonly Line[], places: Places): PastedMail {
  const kept = lines.filter(({ text, at }) => {
    const frame = text !== '' && archiveFrame.some((form) => form.test(text.trim()));
    if (frame) places.drop(at, text.trim(), say`what a web archive puts around a mail`);
    return !frame;
  });
  const before = kept.filter(({ text }) => text !== '').slice(0, mostBefore);
  const start = kept.findIndex((line) => isHeaderLine(line) && before.includes(line));
  const header = start < 0 ? undefined : shownHeaderAt(kept, start);
  if (!header) return { lines: kept };
  const taken = kept.slice(start, start + header.lines);
  places.drop(taken[0]?.at ?? 1, taken.map(({ text }) => text).join('\n'), say`the rest of the header`);
  return { lines: [...kept.slice(0, start), ...kept.slice(start + header.lines)], header };
}
