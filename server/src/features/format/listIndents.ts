import type { Block, List, ListItem } from '../../document/model.js';
import type { TextEdit } from '../../text/edits.js';
import { blanksEnd, blockBeginning, lineBegin, lineOf, written, type Change, type Page } from './change.js';

/** Where the content of an item begins in its lines, and where it will, in columns from 0. */
interface Columns {
  readonly was: number | undefined;
  readonly now: number;
}

/**
 * A list with its markers below one another, one blank behind each, and what stands in an item below its first word. Where an item begins
 * decides whether the next one stands in it, so that all of them are one change.
 */
export function listIndents(list: List, page: Page): Change[] {
  const items = list.children.map((item) => itemEdits(item, 0, page));
  const edits = items.flatMap((each) => each ?? []);
  return edits.length === 0 || items.includes(undefined) ? [] : [edits];
}

/** `undefined` where something stands in the item that cannot be moved with it. */
function itemEdits(item: ListItem, column: number, page: Page): TextEdit[] | undefined {
  const { start } = item.span;
  const begin = lineBegin(page, start);
  const markerEnd = start + markerLength(page.text, start);
  const contentAt = blanksEnd(page, markerEnd);
  const [first] = item.children;
  const onLine = first !== undefined && lineBegin(page, first.span.start) === begin;
  const isFirst = blanksEnd(page, begin) === start;
  // The blanks before code that is told by them are its own.
  if (onLine && first.type === 'code' && contentAt - markerEnd > 4) return undefined;
  const columns: Columns = {
    was: oldColumn(page.text.slice(begin, contentAt), onLine ? contentAt - begin : markerEnd - begin + 1),
    now: column + (markerEnd - start) + 1,
  };
  const edits = [
    ...(isFirst ? written(page, { start: begin, end: start }, ' '.repeat(column)) : []),
    ...(onLine ? written(page, { start: markerEnd, end: contentAt }, ' ') : []),
  ];
  for (const child of item.children) {
    const more = childEdits(child, columns, lineBegin(page, child.span.start) === begin, page);
    if (!more) return undefined;
    edits.push(...more);
  }
  return edits;
}

function markerLength(text: string, start: number): number {
  return /^(?:[-*+]|\d{1,9}[.)])/.exec(text.slice(start, start + 10))?.[0].length ?? 1;
}

/** How wide a tab is depends on where it stands; nobody tells. */
function oldColumn(head: string, column: number): number | undefined {
  return head.includes('\t') ? undefined : column;
}

function childEdits(child: Block, columns: Columns, onMarkerLine: boolean, page: Page): TextEdit[] | undefined {
  if (child.type === 'list') {
    const items = child.children.map((item) => itemEdits(item, columns.now, page));
    return items.some((edits) => edits === undefined) ? undefined : items.flatMap((edits) => edits ?? []);
  }
  if (child.type === 'paragraph') {
    return child.leaf.lines.slice(onMarkerLine ? 1 : 0).flatMap((line, index) => {
      const begin = lineBegin(page, line);
      const end = blanksEnd(page, begin);
      const goesOn = onMarkerLine || index > 0;
      if (goesOn && blockBeginning.test(page.text.slice(end, end + 120))) return [];
      return written(page, { start: begin, end }, ' '.repeat(columns.now));
    });
  }
  return movedLines(child, columns, onMarkerLine, page);
}

/** Lines of code and the like, which keep the blanks that are their own. */
function movedLines({ span }: Block, { was, now }: Columns, onMarkerLine: boolean, page: Page): TextEdit[] | undefined {
  if (was === now) return [];
  const edits: TextEdit[] = [];
  const last = lineOf(page, span.end);
  for (let line = lineOf(page, span.start) + (onMarkerLine ? 1 : 0); line <= last; line++) {
    const begin = page.lineStarts[line] ?? 0;
    const end = blanksEnd(page, begin);
    if (/^(?:[\r\n]|$)/.test(page.text.slice(end, end + 1))) continue;
    if (was === undefined || end - begin < was || page.text.slice(begin, end).includes('\t')) return undefined;
    edits.push({ span: { start: begin, end: begin + was }, text: ' '.repeat(now) });
  }
  return edits;
}
