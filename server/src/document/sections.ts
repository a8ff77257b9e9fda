import { positionIn } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { frontMatterEnd, parseBlocks } from './blocks.js';
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
}

export interface Cut {
  readonly text: string;
  readonly sections: readonly Section[];
  /** Offset at which each section starts. */
  readonly starts: readonly number[];
}

/** Cuts a text from scratch. */
export function cut(text: string): Cut {
  const sections = cutRange(text, 0, text.length, true);
  return placed(text, sections);
}

/**
 * Cuts the text that `edits` made of `before`, given the one range that differs: `changed` in the old text stands for
 * `inserted` in the new one. Only sections the change can reach are read again.
 */
export function recut(before: Cut, text: string, changed: Span, inserted: number): Cut {
  const front = frontEnd(before.text);
  if (changed.start <= Math.max(front, 4) + 1 || front !== frontEnd(text)) return cut(text);
  const quick = recutWithinLine(before, text, changed, inserted);
  if (quick) return quick;
  const by = inserted - (changed.end - changed.start);
  const [touchedFirst, touchedLast] = touched(before, changed);
  let first = touchedFirst;
  let last = touchedLast;
  for (;;) {
    const start = before.starts[first] ?? 0;
    const next = before.sections[last + 1];
    const end = next ? (before.starts[last + 1] ?? 0) + by : text.length;
    // The next section's heading is read along: if it is still a heading where it was, what follows it is as it was.
    const probe = next ? headingLength(next) : 0;
    const read = cutRange(text, start, end + probe, first === 0);
    const startsRight = first === 0 || read[0]?.blocks[0]?.type === 'heading';
    const endsRight =
      !next || (read.length > 1 && sectionEnd(read, start, read.length - 1) === end && sameHeading(read.at(-1), next));
    if (startsRight && endsRight) {
      const kept = next ? read.slice(0, -1) : read;
      return placed(text, [...before.sections.slice(0, first), ...kept, ...before.sections.slice(last + 1)]);
    }
    if (!startsRight) first = Math.max(0, first - 1);
    if (!endsRight) last = Math.min(before.sections.length - 1, last + (last - first + 1));
  }
}

/** The cut after an edit that leaves all blocks what they are; see {@link editedBlocks}. Most keystrokes are such edits. */
function recutWithinLine(before: Cut, text: string, changed: Span, inserted: number): Cut | undefined {
  const index = sectionAt(before, changed.start);
  const section = before.sections[index];
  const start = before.starts[index] ?? 0;
  if (!section || changed.end > start + section.text.length) return undefined;
  const edit = {
    span: { start: changed.start - start, end: changed.end - start },
    text: text.slice(changed.start, changed.start + inserted),
  };
  const blocks = editedBlocks(section.blocks, edit, before.text.slice(changed.start, changed.end));
  const end = start + section.text.length + inserted - (changed.end - changed.start);
  return blocks && placed(text, before.sections.with(index, { text: text.slice(start, end), blocks }));
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

function sectionEnd(sections: readonly Section[], start: number, upTo: number): number {
  return sections.slice(0, upTo).reduce((at, section) => at + section.text.length, start);
}

/** Sections of one stretch of a text; `head` says that the stretch begins the document. */
function cutRange(text: string, start: number, end: number, head: boolean): Section[] {
  const range = text.slice(start, end);
  // A byte order mark is a character of its section and no part of any block.
  const mark = head ? markLength(range) : 0;
  const blocks = parseBlocks(range.slice(mark), { frontMatter: head }).map((block) => moved(block, mark));
  const heads = blocks.flatMap((block, index) => (block.type === 'heading' ? [index] : []));
  const begins = heads.map((index) => lineStart(range, blocks[index]?.span.start ?? 0, mark));
  const preamble =
    begins[0] !== 0
      ? [
          withFootnotes(
            { text: range.slice(0, begins[0] ?? range.length), blocks: blocks.slice(0, heads[0] ?? blocks.length) },
            head,
          ),
        ]
      : [];
  return [
    ...preamble,
    ...heads.map((index, nth) => {
      const from = begins[nth] ?? 0;
      const own = blocks.slice(index, heads[nth + 1] ?? blocks.length).map((block) => moved(block, -from));
      return withFootnotes({ text: range.slice(from, begins[nth + 1] ?? range.length), blocks: own }, false);
    }),
  ];
}

/** Footnotes are none of markdown-it's blocks: the few sections that define some are read by remark. */
function withFootnotes(section: Section, head: boolean): Section {
  if (!/\[\^[^\]]+\]:/.test(section.text)) return section;
  const mark = head ? markLength(section.text) : 0;
  return {
    ...section,
    blocks: remarkBlocks(section.text.slice(mark), { frontMatter: head }).map((block) => moved(block, mark)),
  };
}

function markLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** End of the front matter of a document, behind a byte order mark; 0 when there is none. */
function frontEnd(text: string): number {
  return frontMatterEnd(text.slice(markLength(text)));
}

function lineStart(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function placed(text: string, sections: readonly Section[]): Cut {
  const starts: number[] = [];
  let at = 0;
  for (const section of sections) {
    starts.push(at);
    at += section.text.length;
  }
  return { text, sections, starts };
}
