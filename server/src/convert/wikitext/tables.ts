import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { at, paragraph, text } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import { readInline } from './inline.js';
import { emptyHead, isHeadRow } from '../shape/tableHead.js';
import { behind, type WikiLine } from './lines.js';
import { sourceOf } from './parameters.js';
import type { Token } from './tokens.js';
import { unwrapped } from '../wrap.js';
import { say } from '../../text/say.js';

/** The last line of each table, by its first; one that does not end is text. */
export function tableEnds(lines: readonly WikiLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  lines.forEach((line, index) => {
    const head = line.head.trimStart();
    if (tableStart.test(head)) open.push(index);
    const start = head.startsWith('|}') ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, index);
  });
  return ends;
}

const tableStart = /^:*\{\|/;

interface Draft {
  readonly rows: TableRow[];
  /** Whether the first row has cells that are no heads of columns. */
  plain: boolean;
  readonly captions: PhrasingContent[][];
  cell: Token[] | undefined;
  row: TableRow | undefined;
  caption: Token[] | undefined;
}

/** A table of wikitext as one of Markdown: attributes go, cells become one line. */
export function readTable(lines: readonly WikiLine[], context: WikiContext): RootContent[] {
  const draft: Draft = { rows: [], plain: false, captions: [], cell: undefined, row: undefined, caption: undefined };
  const line = lineAt(context, lines[0]?.start ?? 0);
  const head = lines[0]?.head ?? '';
  dropAttributes(lines[0], context, head.indexOf('{|') + 2);
  for (const each of lines.slice(1, -1)) readLine(each, draft, context);
  endCell(draft, context);
  const width = draft.rows.reduce((most, row) => Math.max(most, row.children.length), 1);
  const rows = draft.rows.filter((row) => row.children.length > 0).map((row) => filled(row, width));
  const [first] = rows;
  const headless = first !== undefined && draft.plain && !isHeadRow(first);
  const captions = draft.captions.map((children) => paragraph(children, line));
  const children = headless ? [emptyHead(first), ...rows] : rows;
  return rows.length === 0 ? captions : [...captions, { type: 'table', children, position: at(line) }];
}

function filled(row: TableRow, width: number): TableRow {
  const missing = Math.max(0, width - row.children.length);
  const empty = Array.from({ length: missing }, () => ({ type: 'tableCell' as const, children: [] }));
  return { ...row, children: [...row.children, ...empty] };
}

function readLine(line: WikiLine, draft: Draft, context: WikiContext): void {
  const indent = line.head.length - line.head.trimStart().length;
  const head = line.head.trimStart();
  if (head.startsWith('|-')) {
    endCell(draft, context);
    draft.row = undefined;
    dropAttributes(line, context, indent + (/^\|-+/.exec(head)?.[0].length ?? 2));
  } else if (head.startsWith('|+')) {
    endCell(draft, context);
    draft.caption = behind(line, indent + 2);
  } else if (head.startsWith('{|') || head.startsWith('|}')) {
    context.places.doubt(lineAt(context, line.start), say`a table within a table is written as text`);
    goOn(line, draft, context);
  } else if (head.startsWith('|') || head.startsWith('!'))
    cells(behind(line, indent + 1), head.charAt(0), draft, context);
  else goOn(line, draft, context);
}

function goOn(line: WikiLine, draft: Draft, context: WikiContext): void {
  const into = draft.cell ?? draft.caption;
  if (!into && !line.blank)
    context.places.drop(
      lineAt(context, line.start),
      sourceOf(line.tokens, context.source),
      say`text in a table outside its cells`,
    );
  into?.push({ type: 'text', value: '\n', start: line.start });
  for (const token of line.tokens) into?.push(token);
}

/** Cells of a line are parted by `||`, in a row of heads also by `!!`. */
function cells(tokens: readonly Token[], mark: string, draft: Draft, context: WikiContext): void {
  endCell(draft, context);
  draft.plain ||= mark === '|' && (draft.rows.length === 0 || draft.row === draft.rows[0]);
  draft.cell = [];
  for (const token of tokens) {
    if (token.type !== 'text') {
      draft.cell?.push(token);
      continue;
    }
    const parts = token.value.split(mark === '!' ? /\|\||!!/ : '||');
    let offset = token.start;
    parts.forEach((value, index) => {
      if (index > 0) {
        endCell(draft, context);
        draft.cell = [];
      }
      draft.cell?.push({ type: 'text', value, start: offset });
      offset += value.length + 2;
    });
  }
}

function endCell(draft: Draft, context: WikiContext): void {
  if (draft.caption) draft.captions.push(readInline(draft.caption, context));
  draft.caption = undefined;
  if (!draft.cell) return;
  const children = readInline(withoutAttributes(draft.cell, context), context);
  if (!draft.row) {
    draft.row = { type: 'tableRow', children: [] };
    draft.rows.push(draft.row);
  }
  draft.row.children.push({ type: 'tableCell', children: children.map(oneLine) });
  draft.cell = undefined;
}

function oneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return text(' ');
  return node.type === 'text' ? text(unwrapped(node.value)) : node;
}

/** `style="…" | content`. */
function withoutAttributes(cell: readonly Token[], context: WikiContext): Token[] {
  const [first, ...rest] = cell;
  const form = first?.type === 'text' ? /^[^|=]{0,200}=[^|]{0,400}\|(?!\|)/.exec(first.value) : null;
  if (first?.type !== 'text' || !form) return [...cell];
  context.places.drop(lineAt(context, first.start), form[0].slice(0, -1).trim(), say`how a table is to look`);
  return [{ ...first, value: first.value.slice(form[0].length), start: first.start + form[0].length }, ...rest];
}

function dropAttributes(line: WikiLine | undefined, context: WikiContext, from: number): void {
  if (!line) return;
  const rest = sourceOf(behind(line, from), context.source).trim();
  if (rest !== '') context.places.drop(lineAt(context, line.start), rest, say`how a table is to look`);
}
