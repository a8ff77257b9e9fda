import { displayWidth } from '../text/displayWidth.js';
import { indentOf, type Line } from './line.js';

/** Widths at which people have their mails wrapped. */
const narrowest = 60;
const widest = 100;
/** Shorter lines tell nothing of it. */
const shortest = 45;

/**
 * The width at which a mail was wrapped: `Infinity` when its paragraphs are lines of their own. Few lines are longer, but for
 * addresses and what was pasted.
 */
export function wrapWidth(lines: readonly Line[]): number {
  const widths = lines
    .filter(({ text }, index) => lines[index + 1]?.text && !/:\/\/|^\s*>|^\s*[=*#~_-]{3,}$/.test(text) && text !== '')
    .map(({ text }) => displayWidth(text))
    .filter((each) => each >= shortest)
    .sort((one, other) => one - other);
  const most = widths[Math.floor((widths.length - 1) * 0.9)] ?? narrowest;
  if (most > widest) return Infinity;
  return Math.max(most, narrowest);
}

/** Whether a line ends where it does only because the next one's first word did not fit. */
export function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next.slice(indentOf(next)))?.[0] ?? '';
  return displayWidth(line) + 1 + displayWidth(word) > width;
}
