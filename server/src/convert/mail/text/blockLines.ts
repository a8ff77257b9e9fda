import type { BlockContent, Code, DefinitionContent, Heading, List, ListItem, RootContent } from 'mdast';
import { spanOf } from '../../../document/remarkBlocks.js';
import { displayWidth } from './displayWidth.js';
import { fill } from './fill.js';
import { inlinePieces, isWords, loseHtml, type InlineContext } from './inlinePieces.js';
import { emptyLine, lineOf, type MailLine, type Margin } from './mailLine.js';
import { wordPieces } from './pieces.js';
import { tableLines } from './tableLines.js';

export interface BlockContext extends InlineContext {
  readonly width: number;
  /** Depth of the document's title. */
  readonly titleDepth: number;
  /** Offsets of list items that are fields of the document itself: they are written without a bullet. */
  readonly heads: ReadonlySet<number>;
  /** Offsets of blocks and list items that are left out. */
  readonly omitted: ReadonlySet<number>;
  /** Offset of the item that describes the session: it is quoted behind the other fields. */
  readonly described?: number;
}

type Block = RootContent | BlockContent | DefinitionContent;

/** Blocks one below the other, with an empty line between each two. */
export function blocksLines(blocks: readonly Block[], margin: Margin, context: BlockContext): MailLine[] {
  const lines: MailLine[] = [];
  for (const block of blocks) {
    if (context.omitted.has(spanOf(block).start) && block.type !== 'list') continue;
    const own = blockLines(block, lines.length === 0 ? margin : all(margin.rest), context);
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push(emptyLine(margin.rest, spanOf(block).start));
    for (const line of own) lines.push(line);
  }
  return lines;
}

function all(margin: string): Margin {
  return { first: margin, rest: margin };
}

function blockLines(block: Block, margin: Margin, context: BlockContext): MailLine[] {
  const span = spanOf(block);
  switch (block.type) {
    case 'heading':
      return headingLines(block, margin, context);
    case 'paragraph':
      return fill(inlinePieces(block.children, context), margin, context.width);
    case 'list':
      return listLines(block, margin, context);
    case 'blockquote':
      return quoteLines(block.children, margin, context);
    case 'code':
      return codeLines(block, margin);
    case 'table':
      return tableLines(block, margin, context);
    case 'thematicBreak':
      return [lineOf(margin.first + '-'.repeat(Math.min(40, context.width)), span)];
    case 'html':
      if (isWords(block, context)) return fill(wordPieces({ ...block, type: 'text' }, context), margin, context.width);
      loseHtml(block.value, span, context);
      return [];
    default:
      return [];
  }
}

/** A section's heading is underlined, `=` below the title and `-` one further down; deeper ones begin with `###`. */
function headingLines(heading: Heading, margin: Margin, context: BlockContext): MailLine[] {
  const span = spanOf(heading);
  const level = Math.max(1, heading.depth - context.titleDepth);
  const marks = level > 2 ? `${'#'.repeat(level)} ` : '';
  const hanging = { first: margin.first + marks, rest: margin.rest + ' '.repeat(marks.length) };
  const lines = fill(inlinePieces(heading.children, { ...context, bare: true }), hanging, context.width);
  if (marks !== '' || lines.length === 0) return lines;
  const longest = Math.max(...lines.map((line) => displayWidth(line.text) - displayWidth(margin.rest)));
  return [...lines, lineOf(margin.rest + (level === 1 ? '=' : '-').repeat(Math.max(3, longest)), span)];
}

function listLines(list: List, margin: Margin, context: BlockContext): MailLine[] {
  const start = list.start ?? 1;
  const lines: MailLine[] = [];
  list.children.forEach((item, index) => {
    const offset = spanOf(item).start;
    if (context.omitted.has(offset) || offset === context.described) return;
    const own = context.heads.has(offset)
      ? itemLines(item, { first: '', rest: '  ' }, context)
      : itemLines(item, itemMargin(item, lines.length === 0 ? margin : all(margin.rest), list, start + index), context);
    if (lines.length > 0 && list.spread) lines.push(emptyLine(margin.rest, offset));
    for (const line of own) lines.push(line);
  });
  const description = list.children.find((item) => spanOf(item).start === context.described);
  if (!description) return lines;
  const quoted = itemLines(withoutLabel(description), all('> '), context);
  return [...lines, ...(lines.length > 0 ? [emptyLine('', spanOf(description).start)] : []), ...quoted];
}

/** A field's item without the label in front. */
function withoutLabel(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return item;
  const [text, ...inlines] = first.children;
  if (text?.type !== 'text') return item;
  const value = text.value.replace(/^[^:]{1,40}:\s*/, '');
  const own = value === '' ? inlines : [{ ...text, value }, ...inlines];
  return { ...item, children: own.length === 0 ? rest : [{ ...first, children: own }, ...rest] };
}

function itemMargin(item: ListItem, { first, rest }: Margin, list: List, number: number): Margin {
  const bullet = list.ordered ? `${number}. ` : '- ';
  const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
  return { first: first + bullet + box, rest: rest + ' '.repeat(bullet.length) };
}

function itemLines(item: ListItem, margin: Margin, context: BlockContext): MailLine[] {
  const lines: MailLine[] = [];
  for (const block of item.children) {
    const own = blockLines(block, lines.length === 0 ? margin : all(margin.rest), context);
    const apart = lines.length > 0 && own.length > 0 && (item.spread === true || block.type !== 'list');
    if (apart) lines.push(emptyLine(margin.rest, spanOf(block).start));
    for (const line of own) lines.push(line);
  }
  return lines.length > 0 ? lines : [lineOf(margin.first, spanOf(item))];
}

/** What is quoted keeps its lines, however long. */
function quoteLines(blocks: readonly Block[], margin: Margin, context: BlockContext): MailLine[] {
  const quoted = { ...context, width: Infinity, keptLines: 'all' as const };
  return blocksLines(blocks, { first: `${margin.first}> `, rest: `${margin.rest}> ` }, quoted);
}

/** Code keeps its lines, and its fences, so that it is told from the text around it. */
function codeLines(code: Code, margin: Margin): MailLine[] {
  const span = spanOf(code);
  const longest = longestRun(code.value);
  const fence = '`'.repeat(longest + 1);
  const texts = [fence + (code.lang ?? ''), ...code.value.split(/\r\n|\n|\r/), fence];
  return texts.map((text, index) => lineOf((index === 0 ? margin.first : margin.rest) + text, span));
}

function longestRun(code: string): number {
  let longest = 2;
  for (const [ticks] of code.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
}
