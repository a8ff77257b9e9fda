import { lineStartsIn, positionIn } from '../text/lines.js';
import type { TextEdit } from '../text/edits.js';
import { shift, type Span } from '../text/span.js';
import { parseBlocks } from './blocks.js';
import type { Block } from './model.js';
import { editedBlocks, moved } from './moving.js';
import { remarkBlocks } from './remarkBlocks.js';

/**
 * A document is cut at its top-level headings: a section is a heading and all up to the next one, whatever its depth. What
 * stands before the first heading is a section without one. Offsets of the blocks are the section's own, so a section
 * that an edit does not touch is kept as it is, wherever it moves to.
 */
export interface Section {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Offset of each line, in the section. */
  readonly lines: readonly number[];
}

export interface Cut {
  /** Put together when somebody asks: most keystrokes need no more than their section's. */
  readonly text: string;
  readonly sections: readonly Section[];
  /** Offset at which each section starts. */
  readonly starts: readonly number[];
  /** Number of the line, from 0, at which each section starts. */
  readonly firstLines: readonly number[];
  /** Set when an edit within a line of one section is all that this cut differs in from the one before. */
  readonly edited?: EditedSection;
}

export interface EditedSection {
  readonly index: number;
  /** The section as it was. */
  readonly before: Section;
  /** How many characters longer the section is now. */
  readonly by: number;
}

/** Cuts a text from scratch. */
export function cut(text: string): Cut {
  return placed(cutRange(text, true), text);
}

/** Cuts the text that an edit makes of `before`. Only sections that the edit can reach are read again. */
export function recut(before: Cut, edit: TextEdit): Cut {
  const { span: changed, text: inserted } = edit;
  const [head] = before.sections;
  const front = head?.blocks[0]?.type === 'yaml' ? head.blocks[0].span.end : 0;
  // What stands there may begin front matter, or end it.
  const nearFront = changed.start <= Math.max(front, 4) + 1;
  const quick = nearFront ? undefined : recutWithinLine(before, edit);
  if (quick) return quick;
  // What looks like the beginning of front matter may find its end far below.
  if (nearFront || (front === 0 && /^\ufeff?---/.test(head?.text ?? '')))
    return cut(before.text.slice(0, changed.start) + inserted + before.text.slice(changed.end));
  return recutSections(before, edit);
}

function recutSections(before: Cut, { span: changed, text: inserted }: TextEdit): Cut {
  const [touchedFirst, touchedLast] = touched(before, changed);
  let first = touchedFirst;
  let last = touchedLast;
  for (;;) {
    const start = before.starts[first] ?? 0;
    const next = before.sections[last + 1];
    const was = textOf(before.sections.slice(first, last + 1));
    const text = was.slice(0, changed.start - start) + inserted + was.slice(changed.end - start);
    // The next section's heading is read along: if it is still a heading where it was, what follows it is as it was.
    const read = cutRange(next ? text + next.text.slice(0, headingLength(next)) : text, first === 0);
    const startsRight = first === 0 || read[0]?.blocks[0]?.type === 'heading';
    const endsRight =
      !next || (read.length > 1 && lengthOf(read.slice(0, -1)) === text.length && sameHeading(read.at(-1), next));
    if (startsRight && endsRight) {
      const kept = next ? read.slice(0, -1) : read;
      return placed([...before.sections.slice(0, first), ...kept, ...before.sections.slice(last + 1)]);
    }
    if (!startsRight) first = Math.max(0, first - 1);
    if (!endsRight) last = Math.min(before.sections.length - 1, last + (last - first + 1));
  }
}

/** The cut after an edit that leaves all blocks what they are; see {@link editedBlocks}. Most keystrokes are such edits. */
function recutWithinLine(before: Cut, { span, text: inserted }: TextEdit): Cut | undefined {
  const index = sectionAt(before, span.start);
  const section = before.sections[index];
  const start = before.starts[index] ?? 0;
  if (!section || span.end > start + section.text.length) return undefined;
  const own = shift(span, -start);
  const blocks = editedBlocks(section.blocks, { span: own, text: inserted }, section.text.slice(own.start, own.end));
  if (!blocks) return undefined;
  const text = section.text.slice(0, own.start) + inserted + section.text.slice(own.end);
  // No line begins or ends in such an edit.
  const by = inserted.length - (own.end - own.start);
  const lines = section.lines.map((line) => (line > own.start ? line + by : line));
  const starts = before.starts.map((each, nth) => (nth > index ? each + by : each));
  const edited = { index, before: section, by };
  return cutOf(before.sections.with(index, { text, blocks, lines }), { starts, firstLines: before.firstLines, edited });
}

/** The sections an edit reaches; one that touches a section's heading also concerns the section before. */
function touched(before: Cut, changed: Span): [number, number] {
  let first = sectionAt(before, changed.start);
  const section = before.sections[first];
  if (section && first > 0 && changed.start <= (before.starts[first] ?? 0) + headingLength(section)) first--;
  return [first, Math.max(first, sectionAt(before, changed.end))];
}

/** Index of the section an offset stands in; at a border the later one. */
export function sectionAt(at: Cut, offset: number): number {
  // Sections lie one behind the other as lines do.
  return positionIn(at.starts, offset).line;
}

/** The UTF-16 unit at an offset of the document; `NaN` outside it. */
export function unitAt(at: Cut, offset: number): number {
  const index = sectionAt(at, offset);
  return at.sections[index]?.text.charCodeAt(offset - (at.starts[index] ?? 0)) ?? NaN;
}

/** Length of the heading's lines at a section's start, with the line ending. */
function headingLength(section: Section): number {
  const heading = section.blocks[0];
  if (heading?.type !== 'heading') return 0;
  const rest = section.text.slice(heading.span.end);
  return heading.span.end + (/^[^\r\n]*(?:\r\n|\n|\r)?/.exec(rest)?.[0].length ?? 0);
}

function sameHeading(read: Section | undefined, next: Section): boolean {
  const [one, other] = [read?.blocks[0], next.blocks[0]];
  return (
    one?.type === 'heading' && other?.type === 'heading' && one.depth === other.depth && one.span.end === other.span.end
  );
}

function textOf(sections: readonly Section[]): string {
  return sections.map((section) => section.text).join('');
}

function lengthOf(sections: readonly Section[]): number {
  return sections.reduce((length, section) => length + section.text.length, 0);
}

/** Sections of one stretch of a text; `head` says that the stretch begins the document. */
function cutRange(range: string, head: boolean): Section[] {
  // A byte order mark is a character of its section and no part of any block.
  const mark = head ? markLength(range) : 0;
  const blocks = parseBlocks(range.slice(mark), { frontMatter: head }).map((block) => moved(block, mark));
  const heads = blocks.flatMap((block, index) => (block.type === 'heading' ? [index] : []));
  const begins = heads.map((index) => lineBegin(range, blocks[index]?.span.start ?? 0, mark));
  const preamble =
    begins[0] !== 0
      ? [sectionOf(range.slice(0, begins[0] ?? range.length), blocks.slice(0, heads[0] ?? blocks.length), head)]
      : [];
  return [
    ...preamble,
    ...heads.map((index, nth) => {
      const from = begins[nth] ?? 0;
      const own = blocks.slice(index, heads[nth + 1] ?? blocks.length).map((block) => moved(block, -from));
      return sectionOf(range.slice(from, begins[nth + 1] ?? range.length), own, false);
    }),
  ];
}

/** Footnotes are none of markdown-it's blocks: the few sections that define some are read by remark. */
function sectionOf(text: string, blocks: readonly Block[], head: boolean): Section {
  const lines = lineStartsIn(text);
  if (!/\[\^(?:[^\s[\]\\]|\\\S){1,999}\]:/.test(text)) return { text, blocks, lines };
  const mark = head ? markLength(text) : 0;
  const own = remarkBlocks(text.slice(mark), { frontMatter: head }).map((block) => moved(block, mark));
  return { text, blocks: own, lines };
}

function markLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function lineBegin(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function placed(sections: readonly Section[], text?: string): Cut {
  const starts: number[] = [];
  const firstLines: number[] = [];
  let at = 0;
  let line = 0;
  for (const section of sections) {
    starts.push(at);
    firstLines.push(line);
    at += section.text.length;
    line += section.lines.length - 1;
  }
  return cutOf(sections, { starts, firstLines, ...(text !== undefined && { text }) });
}

function cutOf(
  sections: readonly Section[],
  { text, ...places }: Pick<Cut, 'starts' | 'firstLines' | 'edited'> & { readonly text?: string },
): Cut {
  let whole = text;
  return {
    sections,
    ...places,
    get text() {
      return (whole ??= textOf(sections));
    },
  };
}

/** Offset at which a line starts, counted from 0; `undefined` behind the last one. */
export function lineStart(at: Cut, line: number): number | undefined {
  const index = positionIn(at.firstLines, line).line;
  const own = at.sections[index]?.lines[line - (at.firstLines[index] ?? 0)];
  return own === undefined ? undefined : own + (at.starts[index] ?? 0);
}

/** Offset of each line of the document. */
export function lineStartsOf(at: Cut): number[] {
  const starts = [0];
  at.sections.forEach((section, index) => {
    const start = at.starts[index] ?? 0;
    for (let line = 1; line < section.lines.length; line++) starts.push(start + (section.lines[line] ?? 0));
  });
  return starts;
}
