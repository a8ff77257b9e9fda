import type { Line } from '../reading/line.js';

/**
 * Joins the lines of `format=flowed` text (RFC 3676): a line that ends in a blank goes on in the next one of the same quote
 * depth. The signature's `-- ` is a line of its own.
 */
export function unflow(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let flowing: { parts: string[]; depth: number; at: number } | undefined;
  const flush = (): void => {
    if (flowing) result.push({ text: quoted(flowing.parts.join(''), flowing.depth), at: flowing.at });
    flowing = undefined;
  };
  for (const { text, at } of lines) {
    const marks = /^>*/.exec(text)?.[0].length ?? 0;
    const own = text.slice(marks).replace(/^ /, '');
    if (flowing && flowing.depth !== marks) flush();
    const signature = own === '-- ';
    if (signature) flush();
    if (flowing) flowing.parts.push(own);
    else flowing = { parts: [own], depth: marks, at };
    if (signature || !own.endsWith(' ')) flush();
  }
  flush();
  return result;
}

function quoted(text: string, depth: number): string {
  return depth === 0 ? text : `${'>'.repeat(depth)} ${text}`;
}
