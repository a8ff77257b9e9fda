import type { BlockContent, DefinitionContent, List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { lineOf, plainText } from '../../nodes.js';
import { say } from '../../../text/say.js';
import { doubt, type WriteContext } from './context.js';
import { escapeText, keepLine } from './escape.js';
import { writeInline } from './inline.js';
import { writeParagraph } from './marked.js';
import { unwrapped } from '../../wrap.js';

/** Blocks as wikitext, with a blank line between them. */
export function writeBlocks(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  context: WriteContext,
): string[] {
  return nodes.map((node) => writeBlock(node, context)).filter((block) => block !== '');
}

function writeBlock(node: RootContent | BlockContent | DefinitionContent, context: WriteContext): string {
  switch (node.type) {
    case 'paragraph':
      return paragraphText(writeParagraph(node, context));
    case 'heading':
      return (
        keepLine(writeInline(node.children, context)) &&
        `'''${writeInline(node.children, context).replace(/\n/g, ' ')}'''`
      );
    case 'list':
      return writeList(node, '', context).join('\n');
    case 'code':
      return writeCode(node.value, node.lang ?? undefined, lineOf(node), context);
    case 'blockquote':
      return `<blockquote>\n\n${writeBlocks(node.children, context).join('\n\n')}\n\n</blockquote>`;
    case 'table':
      return context.where === 'parameter' ? writeRows(node, context) : writeTable(node, context);
    case 'thematicBreak':
      return '----';
    case 'html':
      return paragraphText([writeInline([node], context)]);
    case 'yaml':
      doubt(context, lineOf(node), say`the front matter is left out`);
      return '';
    default:
      return '';
  }
}

/** Lines of text; each action or decision is a paragraph, so that its line is its own. */
function paragraphText(parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .split('\n')
        .map((line) => keepLine(line.trim()))
        .join('\n'),
    )
    .join('\n\n');
}

/** The lines of a list: an item's prefix tells its level. */
export function writeList(node: List, prefix: string, context: WriteContext): string[] {
  if (node.ordered && (node.start ?? 1) !== 1)
    doubt(context, lineOf(node), say`the list counts from ${node.start ?? 1}, on the wiki from 1`);
  const own = `${prefix}${node.ordered ? '#' : '*'}`;
  return node.children.flatMap((item) => writeItem(item, own, context));
}

function writeItem(item: ListItem, prefix: string, context: WriteContext): string[] {
  const [first, ...rest] = item.children;
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  if (!first) return [`${prefix} ${box}`.trimEnd()];
  if (first.type !== 'paragraph') {
    const alone = first.type === 'list' ? writeList(first, prefix, context) : [`${prefix} ${oneLine(first, context)}`];
    return [...alone, ...rest.flatMap((block) => goOn(block, prefix, context))];
  }
  const [head = '', ...more] = writeParagraph(first, context).map(joined);
  return [
    `${prefix} ${box}${head}`.trimEnd(),
    ...more.map((part) => `${prefix} ${part}`),
    ...rest.flatMap((block) => goOn(block, prefix, context)),
  ];
}

/** What an item goes on in: deeper lists, and the rest indented below it. */
function goOn(block: BlockContent | DefinitionContent, prefix: string, context: WriteContext): string[] {
  if (block.type === 'list') return writeList(block, prefix, context);
  if (block.type === 'paragraph') return writeParagraph(block, context).map((part) => `${prefix}: ${joined(part)}`);
  if (block.type === 'thematicBreak' || block.type === 'definition' || block.type === 'footnoteDefinition') return [];
  return [`${prefix}: ${oneLine(block, context)}`];
}

function joined(part: string): string {
  return unwrapped(part).trim();
}

/** A block within a line. Code keeps its lines, as the wiki takes it out before it looks for them. */
function oneLine(block: Nodes, context: WriteContext): string {
  if (block.type === 'code') return writeCode(block.value, block.lang ?? undefined, lineOf(block), context);
  if (block.type === 'blockquote')
    return `<blockquote>${joined(writeBlocks(block.children, context).join(' '))}</blockquote>`;
  if (block.type === 'table') return joined(writeRows(block, context));
  if (block.type === 'html') return joined(writeInline([block], context));
  return 'children' in block && block.type === 'heading'
    ? `'''${joined(writeInline(block.children, context))}'''`
    : escapeText(plainText(block), context.where);
}

function writeCode(value: string, lang: string | undefined, line: number, context: WriteContext): string {
  if (lang !== undefined) doubt(context, line, say`that the code is "${lang}" is not kept`);
  return preformatted(value);
}

/** Lines that the wiki shows as they are. */
export function preformatted(value: string): string {
  return `<pre>\n${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}\n</pre>`;
}

function writeTable(node: Table, context: WriteContext): string {
  const inside: WriteContext = { ...context, where: 'cell' };
  const rows = node.children.map((row, index) =>
    row.children
      .map((cell) => `${index === 0 ? '!' : '|'} ${joined(writeInline(cell.children, inside))}`.trimEnd())
      .join('\n'),
  );
  return `{| class="wikitable"\n${rows.join('\n|-\n')}\n|}`;
}

/** A table where its pipes would end what it stands in: a line a row. */
function writeRows(node: Table, context: WriteContext): string {
  doubt(context, lineOf(node), say`the table is written as a list`);
  const rows = node.children.map((row) =>
    row.children.map((cell) => joined(writeInline(cell.children, context))).join(' – '),
  );
  return rows.map((row) => `* ${row}`).join('\n');
}
