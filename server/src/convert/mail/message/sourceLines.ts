import type { MimePart } from './mimeParts.js';

/**
 * The line of the message, from 0, on which each line of a part's text begins. Quoted-printable joins lines that end in `=`;
 * a base64 part has all its lines where it begins.
 */
export function sourceLines(lines: readonly string[], part: MimePart): (line: number) => number {
  if (part.encoding === 'base64') return () => part.start;
  if (part.encoding !== 'quoted-printable')
    return (line) => Math.min(part.start + line, Math.max(part.start, part.end - 1));
  const begins: number[] = [];
  let joined = false;
  for (let at = part.start; at < part.end; at++) {
    if (!joined) begins.push(at);
    joined = /=[ \t]*$/.test(lines[at] ?? '');
  }
  return (line) => begins[line] ?? begins.at(-1) ?? part.start;
}
