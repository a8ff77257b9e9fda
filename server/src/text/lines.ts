import type { Span } from './span.js';

/** Offset at which each line of a text starts; lines end with LF, CRLF or CR, as CommonMark has it. */
export function lineStartsIn(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Zero-based line and column (UTF-16 units) of an offset, by the offsets at which lines start. */
export function positionIn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const at = Math.max(0, offset);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: at - (lineStarts[low] ?? 0) };
}

/** The line around an offset, without its ending. */
export function lineAround(text: string, at: number): Span {
  let [start, end] = [at, at];
  // No further than the line goes: to look for the last CR of a text that has none is to read all of it.
  while (start > 0 && !endsLine(text, start - 1)) start--;
  while (end < text.length && !endsLine(text, end)) end++;
  return { start, end: Math.max(start, end) };
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
