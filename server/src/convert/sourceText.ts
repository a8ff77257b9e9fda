import type { Source } from './converted.js';
import type { Places } from './places.js';
import { say } from '../text/say.js';

// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]+/g;

/** The lines of a source without characters that no text has; where they were is told. */
export function sourceLines(text: string, places: Places): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  return lines.map((line, index) => {
    const read = line.replace(controls, '').replace(/[\v\f\u2028\u2029]/g, ' ');
    if (read.length < line.length) places.doubt(index + 1, say`control characters were taken out`);
    if (read.includes('\ufffd'))
      places.doubt(index + 1, say`holds bytes that are no UTF-8; what they were is not known`);
    return read;
  });
}

/** Whether a source is no text at all, such as a picture: more than a few of its characters are none. */
export function isBinary({ text }: Source): boolean {
  const head = text.slice(0, 4000);
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  return strange * 10 > head.length;
}
