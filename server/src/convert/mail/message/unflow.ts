import type { Line } from '../reading/line.js';

/**
 * Joins the lines of `format=flowed` text (RFC 3676): a line that ends in a blank goes on in the next one of the same quote
 * depth. The signature's `-- ` is a line of its own. With `delsp=yes` that blank was put there for the way, and is deleted.
 */
export function unflow(lines: readonly Line[], blanks: 'kept' | 'deleted'): Line[] {
  const result: Line[] = [];
  let flowing: { parts: string[]; depth: number; at: number } | undefined;
  const flush = (): void => {
    if (flowing) result.push({ text: quoted(flowing.parts.join(''), flowing.depth), at: flowing.at });
    flowing = undefined;
  };
  for (const { text, at } of lines) {
    const marks = /^(?:>(?: ?>)*)?/.exec(text)?.[0] ?? '';
    const depth = marks.replace(/ /g, '').length;
    const own = text.slice(marks.length).replace(/^ /, '');
    if (flowing && flowing.depth !== depth) flush();
    const signature = own === '-- ';
    if (signature) flush();
    const goesOn = own.endsWith(' ') && !signature;
    const part = goesOn && blanks === 'deleted' ? own.slice(0, -1) : own;
    if (flowing) flowing.parts.push(part);
    else flowing = { parts: [part], depth, at };
    if (!goesOn) flush();
  }
  flush();
  return result;
}

function quoted(text: string, depth: number): string {
  return depth === 0 ? text : `${'>'.repeat(depth)} ${text}`;
}
