import { inlineNodes, sourceOffset, type Inline } from '../../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../../document/model.js';
import { beginsWithMarker } from '../../document/reading/markers.js';
import type { Definitions } from '../../document/remark.js';
import { lineStartsIn } from '../../text/lines.js';
import type { TextEdit } from '../../text/edits.js';
import type { Span } from '../../text/span.js';
import { blockBeginning, lineBegin, type Change, type Page } from './change.js';

interface WrapOptions {
  /** Columns that a line has at most, where a blank is at hand. */
  readonly width: number;
  readonly definitions: Definitions;
}

/**
 * Breaks lines of paragraphs that are too long; a change a paragraph. Lines are never joined, as each may be a remark of somebody else, and
 * none is broken in code, a link or a reference, or where what follows would be read as something new.
 */
export function wrapped(page: Page, options: WrapOptions): Change[] {
  return page.blocks.flatMap((block) => wrappedIn(block, 0, page, options));
}

function wrappedIn(block: Block | ListItem, indent: number, page: Page, options: WrapOptions): Change[] {
  if (block.type === 'list') return block.children.flatMap((item) => wrappedIn(item, indent, page, options));
  if (block.type === 'listItem') {
    const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(page.text.slice(block.span.start, block.span.start + 10));
    const below = indent + (marker?.[0].length ?? 1) + 1;
    return block.children.flatMap((child) => wrappedIn(child, below, page, options));
  }
  if (block.type !== 'paragraph') return [];
  const edits = breaks(block, indent, page, options);
  return edits.length > 0 ? [edits] : [];
}

function breaks(block: LeafBlock, indent: number, page: Page, { width, definitions }: WrapOptions): TextEdit[] {
  const { text } = block.leaf;
  const starts = lineStartsIn(text);
  const isLong = (line: number): boolean => (starts[line + 1] ?? text.length) - (starts[line] ?? 0) + indent > width;
  // Comments may speak of the line they stand in.
  if (!starts.some((_, line) => isLong(line)) || text.includes('<!--')) return [];
  const ending = /\r\n|\n|\r/.exec(page.text)?.[0] ?? '\n';
  const open = openBlanks(text, inlineNodes(block, definitions));
  return starts.flatMap((start, line) => {
    if (!isLong(line)) return [];
    const end = starts[line + 1] ?? text.length;
    const at = sourceOffset(block.leaf, start);
    const before = line === 0 ? at - lineBegin(page, at) : indent;
    const blanks = open.filter((blank) => blank.start > start && blank.end < end);
    return breaksOf({ text, start, end, column: before, indent, width }, blanks).map((blank) => ({
      span: { start: sourceOffset(block.leaf, blank.start), end: sourceOffset(block.leaf, blank.end - 1) + 1 },
      text: ending + ' '.repeat(indent),
    }));
  });
}

interface LongLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Column of its first character. */
  readonly column: number;
  /** That of the lines it is broken into. */
  readonly indent: number;
  readonly width: number;
}

/** The blanks at which a line is broken, each as far right as it may be. */
function breaksOf({ text, start, end, column, indent, width }: LongLine, blanks: readonly Span[]): Span[] {
  const chosen: Span[] = [];
  const last = start + text.slice(start, end).trimEnd().length;
  let [from, room] = [start, width - column];
  let fits: Span | undefined;
  for (const blank of blanks) {
    // A line that is left alone may be as long as it is.
    while (fits && last - from > room && blank.start - from > room) {
      chosen.push(fits);
      [from, room] = [fits.end, width - indent];
      fits = undefined;
    }
    if (last - from <= room) return chosen;
    fits = mayBegin(text.slice(blank.end, last)) && blank.start < last ? blank : fits;
  }
  return fits && last - from > room ? [...chosen, fits] : chosen;
}

/** Whether words stay what they are where they begin a line. */
function mayBegin(words: string): boolean {
  if (blockBeginning.test(words) || beginsWithMarker(words)) return false;
  // Somebody's name or a label, and its colon.
  return !/^(?:\S{1,40} ){0,4}\S{0,40}:/.test(words.slice(0, 200));
}

/** Blanks of a text that stand neither in code, links, addresses nor references. */
function openBlanks(text: string, nodes: readonly Inline[]): Span[] {
  const closed: Span[] = [...text.matchAll(/\[\[[^\]\n]{0,300}\]\]/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const visit = ({ type, span, children }: Inline): void => {
    if (type === 'text') return;
    if (type === 'emphasis' || type === 'strong' || type === 'delete') children?.forEach(visit);
    else closed.push(span);
  };
  nodes.forEach(visit);
  closed.sort((one, other) => one.start - other.start);
  let next = 0;
  return [...text.matchAll(/(?<! ) (?! )/g)].flatMap(({ index }) => {
    for (let at = closed[next]; at && at.end <= index; at = closed[next]) next++;
    const inside = closed[next];
    return inside && inside.start <= index ? [] : [{ start: index, end: index + 1 }];
  });
}
