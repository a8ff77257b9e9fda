import type { Block, ListItem } from '../../document/model.js';
import type { TextEdit } from '../../text/edits.js';
import { lineBegin, written, type Change, type Page } from './change.js';

type Part = Block | ListItem;

/** What one blank line stands between; of what is not here nobody knows whether it means something that it stands close. */
const spaced: ReadonlySet<Part['type']> = new Set([
  'heading',
  'paragraph',
  'list',
  'code',
  'table',
  'blockquote',
  'thematicBreak',
]);

/** One blank line between blocks, none at the beginning, one line ending at the end, and no blanks where nothing stands. */
export function blankLines(page: Page): Change[] {
  const edits = [...head(page), ...between(page.blocks, 'apart', page), ...tail(page)];
  return edits.map((edit) => [edit]);
}

function between(parts: readonly Part[], how: 'apart' | 'asTheyAre', page: Page): TextEdit[] {
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    const below = part.type === 'list' || part.type === 'listItem' ? between(part.children, 'asTheyAre', page) : [];
    return [...below, ...(next ? gap(part, next, how, page) : [])];
  });
}

function gap(before: Part, next: Part, how: 'apart' | 'asTheyAre', page: Page): TextEdit[] {
  // What is said in comments may be said of the line behind them.
  if (before.type === 'html' || next.type === 'html') return [];
  const span = { start: endOf(before, page), end: lineBegin(page, next.span.start) };
  const text = page.text.slice(span.start, span.end);
  if (span.end <= span.start || !/^[ \t\r\n]*$/.test(text)) return [];
  const endings = text.match(/\r\n|\n|\r/g) ?? [];
  const [first, second = first] = endings;
  if (first === undefined || second === undefined) return [];
  const apart = how === 'apart' && spaced.has(before.type) && spaced.has(next.type);
  return written(page, span, first + (endings.length > 1 || apart ? second : ''));
}

/** Where a block ends for those who read it: blanks at the end of code are its own, and a quote may take in the line below it. */
function endOf(part: Part, { text }: Pick<Page, 'text'>): number {
  if (part.type === 'code') return part.span.end;
  const last = part.type === 'list' || part.type === 'listItem' ? part.children.at(-1) : undefined;
  if (last) return endOf(last, { text });
  let end = part.span.end;
  while (end > part.span.start && /[ \t\r\n]/.test(text.charAt(end - 1))) end--;
  return end;
}

function head(page: Page): TextEdit[] {
  const [first] = page.blocks;
  if (!first) return [];
  const start = page.text.startsWith('\ufeff') ? 1 : 0;
  const end = lineBegin(page, first.span.start);
  return end > start && /^\s*$/.test(page.text.slice(start, end)) ? [{ span: { start, end }, text: '' }] : [];
}

function tail(page: Page): TextEdit[] {
  const last = page.blocks.at(-1);
  if (!last) return [];
  const span = { start: endOf(last, page), end: page.text.length };
  const text = page.text.slice(span.start);
  if (!/^\s*$/.test(text)) return [];
  const ending = /\r\n|\n|\r/.exec(text) ?? /\r\n|\n|\r/.exec(page.text);
  return written(page, span, ending?.[0] ?? '\n');
}
