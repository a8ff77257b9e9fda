import { eastAsianWidth } from 'get-east-asian-width';
import { positionIn, type Span, counted, say } from '../analysis.js';
import type { Output } from './output.js';

type Colours = Output['colours'];

/** A line as a terminal shows it, and what stands below it; both are without white space at their ends. */
export interface ShownLine {
  readonly text: string;
  /** Empty when nothing in the line is marked. */
  readonly carets: string;
}

/** A character as it is shown, the columns it takes, and how many of them have a caret below. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly marks: number;
}

const tabWidth = 4;

/** A line with carets below ranges of it. Only `width` columns are shown, those where the first range begins. */
export function shownLine(line: string, ranges: readonly Span[], width = Infinity): ShownLine {
  // A character has one column at least, or hardly less: what is further away than this is cut anyway.
  const first = Math.min(line.length, ...ranges.map(({ start }) => start));
  const from = Math.max(0, (ranges.length > 0 ? first : 0) - 4 * width);
  const near = line.slice(from, from + 8 * width);
  const cells = cellsOf(
    near,
    ranges.map(({ start, end }) => ({ start: start - from, end: end - from })),
  );
  const { shown, before, after } = cut(cells, width, {
    before: from > 0 ? '…' : '',
    after: from + near.length < line.length ? '…' : '',
  });
  const text = `${before}${shown.map((cell) => cell.text).join('')}${after}`;
  const carets = shown.map((cell) => '^'.repeat(cell.marks).padEnd(cell.width)).join('');
  return { text: text.trimEnd(), carets: `${' '.repeat(before.length)}${carets}`.trimEnd() };
}

function cellsOf(line: string, ranges: readonly Span[]): Cell[] {
  // A range without characters is shown by the place it is at.
  const places = new Set(ranges.flatMap(({ start, end }) => (start === end ? [start] : [])));
  const cells: Cell[] = [];
  let [at, column] = [0, 0];
  for (const char of line) {
    const text = char === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visible(char);
    const width = text === char ? widthOf(char) : text.length;
    const isIn = ranges.some(({ start, end }) => start < at + char.length && at < end);
    cells.push({ text, width, marks: isIn ? width : Number(places.has(at)) });
    at += char.length;
    column += width;
  }
  return places.has(line.length) ? [...cells, { text: ' ', width: 1, marks: 1 }] : cells;
}

interface Ellipses {
  readonly before: string;
  readonly after: string;
}

/** The cells that fit, and an ellipsis on each side where some do not. */
function cut(cells: readonly Cell[], width: number, beyond: Ellipses): Ellipses & { readonly shown: readonly Cell[] } {
  const ends: number[] = [];
  for (const cell of cells) ends.push((ends.at(-1) ?? 0) + cell.width);
  const whole = ends.at(-1) ?? 0;
  if (whole <= width && beyond.before + beyond.after === '') return { shown: cells, ...beyond };
  const marked = cells.findIndex(({ marks }) => marks > 0);
  const column = ends[marked - 1] ?? 0;
  // What stands before a finding helps to recognise the line; more of the room is for the finding itself.
  const from = column < width * 0.6 ? 0 : Math.min(Math.floor(column - width / 3), whole - width + 1);
  const first = from === 0 ? 0 : ends.findIndex((end) => end > from);
  const before = first > 0 ? '…' : beyond.before;
  const room = (ends[first - 1] ?? 0) + width - before.length;
  const last = whole <= room && beyond.after === '' ? -1 : ends.findIndex((end) => end > room - 1);
  return { shown: cells.slice(first, last < 0 ? undefined : last), before, after: last < 0 ? beyond.after : '…' };
}

function widthOf(char: string): number {
  return /[\p{Mn}\p{Me}]/u.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
}

const unseen = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00a0\u2000-\u200a\u202f]/u;

/** A character that leaves no trace on a terminal, or that would command it, by its code point. */
function visible(char: string): string {
  if (!unseen.test(char)) return char;
  return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A text of one line in which all characters can be seen. */
export function visibleText(text: string): string {
  return Array.from(text, visible).join('');
}

const indent = '    ';

/** A text, indented, with carets below what stands between `⟦` and `⟧`. */
export function underlined(marked: string, colours: Colours): string {
  const { text, spans } = unmarked(marked.replace(/\n$/, ''));
  let start = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const ranges = rangesIn(spans, { start, end: start + line.length });
      start += line.length + 1;
      const shown = shownLine(line, ranges);
      const carets = shown.carets === '' ? [] : [`${indent}${colours.red(shown.carets)}`];
      return [`${indent}${shown.text}`.trimEnd(), ...carets];
    })
    .join('\n');
}

function unmarked(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open.push(text.length);
    else if (part === '⟧') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** The parts of ranges that stand in a line, from its start. A line only a line's end of a range is in has none of it. */
function rangesIn(spans: readonly Span[], line: Span): Span[] {
  return spans.flatMap(({ start, end }) => {
    const part = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
    const begins = line.start <= start && start <= line.end;
    return part.start < part.end || (begins && part.start === part.end)
      ? [{ start: part.start - line.start, end: part.end - line.start }]
      : [];
  });
}

/** Most lines of a finding that are shown. */
const maxLines = 3;

export interface FrameOptions {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** Columns there are. */
  readonly width: number;
  readonly mark: (carets: string) => string;
  readonly dim: (text: string) => string;
}

/** The lines a range stands in with their numbers and carets below it, as compilers show them; long ones are cut. */
export function codeFrame(span: Span, { text, lineStarts, width, mark, dim }: FrameOptions): string[] {
  const first = positionIn(lineStarts, span.start).line;
  // The end of a range stands behind its last character, which may be a line's end.
  const last = Math.max(first, positionIn(lineStarts, Math.max(span.start, span.end - 1)).line);
  const shown = Math.min(last, first + maxLines - 1);
  const gutter = Math.max(3, String(shown + 1).length);
  const lines: string[] = [];
  for (let at = first; at <= shown; at++) {
    const start = lineStarts[at] ?? 0;
    const line = withoutEnding(text.slice(start, lineStarts[at + 1]));
    const ranges = rangesIn([span], { start, end: start + line.length });
    const { text: words, carets } = shownLine(line, ranges.map(trimmedIn(line)), width - gutter - indent.length - 3);
    lines.push(`${indent}${dim(`${String(at + 1).padStart(gutter)} |`)} ${words}`.trimEnd());
    if (carets !== '') lines.push(`${indent}${dim(`${' '.repeat(gutter)} |`)} ${mark(carets)}`);
  }
  const more = last - shown;
  if (more > 0)
    lines.push(
      `${indent}${dim(`${' '.repeat(gutter)} | … ${counted(more, say`1 more line`, say`${more} more lines`)}`)}`,
    );
  return lines;
}

function withoutEnding(line: string): string {
  let end = line.length;
  while (end > 0 && /[\r\n]/.test(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/** A range without the indentation it goes on with in a further line. */
function trimmedIn(line: string): (range: Span) => Span {
  const indented = /^\s*/.exec(line)?.[0].length ?? 0;
  return ({ start, end }) => ({ start: start === 0 && end > indented ? indented : start, end });
}
