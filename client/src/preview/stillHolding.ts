import type { PreviewPart } from './plugin.js';

/** What a text has in it, as the server said. */
export interface KnownParts {
  readonly text: string;
  readonly parts: readonly PreviewPart[];
}

type Position = PreviewPart['range']['start'];

/** The parts of a text that is another one by now: those before the first place where it differs, and behind the last one. */
export function stillHolding({ text, parts }: KnownParts, now: string): readonly PreviewPart[] {
  if (text === now) return parts;
  const least = Math.min(text.length, now.length);
  let head = 0;
  while (head < least && text.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < least - head && text.charCodeAt(text.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail))
    tail++;
  const [first, last, lastNow] = [at(text, head), at(text, text.length - tail), at(now, now.length - tail)];
  const moved = ({ line, character }: Position): Position => ({
    line: line + lastNow.line - last.line,
    character: line === last.line ? character + lastNow.character - last.character : character,
  });
  return parts.flatMap((part) => {
    const { start, end } = part.range;
    if (isBefore(end, first)) return [part];
    return isBefore(last, start) ? [{ ...part, range: { start: moved(start), end: moved(end) } }] : [];
  });
}

/** Whether a position is before another one, with something between: what is typed at the end of a word is of the word. */
function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function at(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
