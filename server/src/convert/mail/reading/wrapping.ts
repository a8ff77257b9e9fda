import { neverLast } from '../../../document/schema.js';
import { displayWidth } from '../text/displayWidth.js';
import { itemHead } from './itemHead.js';
import { indentOf, type Line } from './line.js';
import type { Names } from './names.js';

/** Where lines of a mail begin only because of wrapping. All by the index of the line that goes on in the next one. */
export interface Wrapping {
  /** The next line's first word did not fit behind this one. */
  readonly isFull: (at: number) => boolean;
  /** The same at the width that most people wrap at, whatever the mail's. */
  readonly isWide: (at: number) => boolean;
  /** This line breaks off in the midst of a sentence. */
  readonly isUnfinished: (at: number) => boolean;
  /** The next line has the look of one that goes on: no capital at its beginning, no end of a sentence before it. */
  readonly goesOn: (at: number) => boolean;
}

/** Widths at which people have their mails wrapped, and the one that programs wrap at where a mail does not tell. */
const narrowest = 60;
const usual = 72;
const widest = 100;
/** Shorter lines tell nothing of it. */
const shortest = 45;
/** How far from the width lines end that were wrapped at it. */
const ragged = 14;

export function wrappingOf(lines: readonly Line[], names: Names): Wrapping {
  const widths = lines.map(({ text }) => displayWidth(text));
  const width = wrapWidth(lines, widths);
  const own = ownWidths(lines, widths, names);
  const withNextWord = (at: number): number => (widths[at] ?? 0) + 1 + firstWordWidth(lines[at + 1]?.text ?? '');
  return {
    isFull: (at) => withNextWord(at) > Math.min(width, own[at] ?? Infinity),
    isWide: (at) => withNextWord(at) > usual,
    isUnfinished: (at) => unfinished.test(lines[at]?.text ?? ''),
    goesOn: (at) => /^\s*(?:\p{Ll}|\()/u.test(lines[at + 1]?.text ?? '') && !/[.!?:;]$/.test(lines[at]?.text ?? ''),
  };
}

/** Words that a sentence goes on behind. */
const unfinished = new RegExp(
  `[,(]$|(?:^|\\s)(?:${[...neverLast, 'and', 'or', 'of', 'to', 'with', 'for', 'from', 'than', 'that', 'into'].join('|')})$`,
  'i',
);

/**
 * The width at which a mail was wrapped: `Infinity` when its paragraphs are lines of their own. Few lines are longer, but for
 * addresses and what was pasted.
 */
function wrapWidth(lines: readonly Line[], all: readonly number[]): number {
  const widths = all
    .filter((_, index) => lines[index + 1]?.text && !/:\/\/|^\s*>|^\s*[=*#~_-]{3,}$/.test(lines[index]?.text ?? ''))
    .filter((each) => each >= shortest)
    .sort((one, other) => one - other);
  const most = widths[Math.floor((widths.length - 1) * 0.9)] ?? narrowest;
  const near = widths.filter((each) => each > most - ragged && each <= most).length;
  if (most > widest) return near * 5 >= widths.length * 3 && near > 1 ? most : Infinity;
  // A few lines are as long as they happen to be.
  return near > 2 ? Math.max(most, narrowest) : Math.max(most, usual);
}

/** The width of each line's own paragraph, where it was wrapped at another one than the mail. */
function ownWidths(lines: readonly Line[], widths: readonly number[], names: Names): (number | undefined)[] {
  const own: (number | undefined)[] = lines.map(() => undefined);
  for (let start = 0; start < lines.length;) {
    let end = start + 1;
    while (end < lines.length && isText(lines[end]?.text ?? '', names)) end++;
    const width = paragraphWidth(lines.slice(start, end), widths.slice(start, end));
    if (width !== undefined) own.fill(width, start, end);
    start = end;
  }
  return own;
}

function isText(text: string, names: Names): boolean {
  return text !== '' && !/^\s*>/.test(text) && itemHead(text, names) === undefined;
}

/** Two breaks at least, both at the width, tell that a paragraph was wrapped; sentences that end there tell that it was not. */
function paragraphWidth(lines: readonly Line[], widths: readonly number[]): number | undefined {
  if (lines.length < 3) return undefined;
  const width = Math.max(...widths);
  const breaks = widths.slice(0, -1);
  const full = breaks.every((each, at) => each + 1 + firstWordWidth(lines[at + 1]?.text ?? '') > width);
  const sentences = lines.slice(0, -1).every(({ text }) => /[.!?:;]$/.test(text));
  return width >= shortest && full && !sentences ? width : undefined;
}

function firstWordWidth(text: string): number {
  return displayWidth(/^\S+/.exec(text.slice(indentOf(text)))?.[0] ?? '');
}
