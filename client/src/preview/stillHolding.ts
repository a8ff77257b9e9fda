import type { PreviewPart } from './plugin.js';

/** What a text has in it, as the server said. */
export interface KnownParts {
  readonly text: string;
  readonly parts: readonly PreviewPart[];
}

/** The parts of a text that is another one by now: those of the lines at its beginning and its end that are the same. */
export function stillHolding({ text, parts }: KnownParts, now: string): readonly PreviewPart[] {
  if (text === now) return parts;
  const [before, after] = [text.split('\n'), now.split('\n')];
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [last, by] = [before.length - tail, after.length - before.length];
  return parts.flatMap((part) => {
    const { start, end } = part.range;
    if (end.line < head) return [part];
    if (start.line < last) return [];
    const range = { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } };
    return [{ ...part, range }];
  });
}
