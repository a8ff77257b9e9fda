import type { Nodes, Parents } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { inlineNodes, sourceSpan, type Inline } from '../../server/src/document/inline.js';
import type { Block, LeafBlock, ListItem } from '../../server/src/document/model.js';
import type { Document } from '../../server/src/document/document.js';

/**
 * A document as lines of text, a node a line: once as a full remark parse has it, once as our two passes do. Where remark's
 * own positions are a quirk rather than a reading, both sides leave the position out; each such place is named below.
 */
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

export function remarkOutline(text: string): string[] {
  const lines: string[] = [];
  blockLines(remark.parse(text), text, lines, 0, false);
  return lines;
}

const containers = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition']);
const leaves = new Set(['heading', 'paragraph', 'table']);

function blockLines(parent: Parents, text: string, lines: string[], depth: number, task: boolean): void {
  withCodeJoined(parent.children, text).forEach((node, index) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const taskHead = task && index === 0 && node.type === 'paragraph';
    lines.push(
      line(depth, node.type, taskHead ? undefined : start, blockEnd(node.type, text, start, end), attributes(node)),
    );
    if (leaves.has(node.type)) inlineLines((node as Parents).children, text, lines, depth + 1);
    else if (containers.has(node.type))
      blockLines(
        node as Parents,
        text,
        lines,
        depth + 1,
        node.type === 'listItem' && typeof node.checked === 'boolean',
      );
  });
}

/** Behind a list, remark cuts indented code into a block a line; CommonMark has one. */
function withCodeJoined(nodes: readonly Nodes[], text: string): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    const [from, to] = [before?.position?.end.offset ?? 0, node.position?.start.offset ?? 0];
    const goesOn = isIndentedCode(before, text) && isIndentedCode(node, text) && text.slice(from, to).trim() === '';
    if (goesOn && before?.position && node.position)
      joined.splice(-1, 1, { ...before, position: { start: before.position.start, end: node.position.end } });
    else joined.push(node);
  }
  return joined;
}

function isIndentedCode(node: Nodes | undefined, text: string): boolean {
  return node?.type === 'code' && /[ \t]/.test(text.charAt(node.position?.start.offset ?? 0));
}

function attributes(node: Nodes): string {
  if (node.type === 'heading') return String(node.depth);
  if (node.type === 'list') return node.ordered ? `ordered ${node.start ?? 1}` : 'bullet';
  return node.type === 'listItem' && typeof node.checked === 'boolean' ? String(node.checked) : '';
}

function inlineLines(nodes: readonly Nodes[], text: string, lines: string[], depth: number): void {
  for (const node of nodes) {
    const value = 'value' in node ? node.value : '';
    const url = 'url' in node ? node.url : '';
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    lines.push(line(depth, node.type, start, lineEndQuirk(text, end), `${JSON.stringify(value)} ${url}`));
    if ('children' in node) inlineLines(node.children, text, lines, depth + 1);
  }
}

export function ourOutline(document: Document): string[] {
  const lines: string[] = [];
  document.cut.sections.forEach((section, index) => {
    ourBlocks(section.blocks, { document, start: document.cut.starts[index] ?? 0 }, lines, 0, false);
  });
  return lines;
}

interface Where {
  readonly document: Document;
  readonly start: number;
}

function ourBlocks(
  blocks: readonly (Block | ListItem)[],
  where: Where,
  lines: string[],
  depth: number,
  task: boolean,
): void {
  const { text } = where.document;
  blocks.forEach((block, index) => {
    const start = where.start + block.span.start;
    const taskHead = task && index === 0 && block.type === 'paragraph';
    lines.push(
      line(
        depth,
        block.type,
        taskHead ? undefined : start,
        blockEnd(block.type, text, start, where.start + block.span.end),
        ourAttributes(block),
      ),
    );
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'table')
      ourInline(inlineNodes(block, where.document.definitions), block, where, lines, depth + 1);
    else if ('children' in block)
      ourBlocks(block.children, where, lines, depth + 1, block.type === 'listItem' && block.checked !== undefined);
  });
}

function ourAttributes(block: Block | ListItem): string {
  if (block.type === 'heading') return String(block.depth);
  if (block.type === 'list') return block.ordered ? `ordered ${block.start ?? 1}` : 'bullet';
  return block.type === 'listItem' && block.checked !== undefined ? String(block.checked) : '';
}

function ourInline(nodes: readonly Inline[], block: LeafBlock, where: Where, lines: string[], depth: number): void {
  for (const node of nodes) {
    const span = sourceSpan(block.leaf, node.span);
    lines.push(
      line(
        depth,
        node.type,
        where.start + span.start,
        lineEndQuirk(where.document.text, where.start + span.end),
        `${JSON.stringify(node.value ?? '')} ${node.url ?? ''}`,
      ),
    );
    if (node.children) ourInline(node.children, block, where, lines, depth + 1);
  }
}

function line(depth: number, type: string, start: number | undefined, end: number | undefined, rest: string): string {
  return `${'  '.repeat(depth)}${type} ${start ?? '?'}-${end ?? '?'} ${rest}`.trimEnd();
}

/**
 * Quirks of remark's block positions: a list in a quote ends behind the `>` of the blank line after it, an empty item and
 * indented code take in white space behind them. The blank is no content, so ends are compared without it.
 */
function blockEnd(type: string, text: string, start: number, end: number): number | undefined {
  if (type === 'list' || type === 'blockquote') return undefined;
  return start + text.slice(start, end).replace(/[\s>]+$/, '').length;
}

/** A node that ends with a CRLF ends, for remark, between its two characters when a container's prefix follows. */
function lineEndQuirk(text: string, end: number | undefined): number | undefined {
  if (end === undefined) return undefined;
  return text.charAt(end - 1) === '\r' && text.charAt(end) === '\n' ? end + 1 : end;
}

/** Lines compared: a node that remark gives no position to is compared without one. */
export function firstDifference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
    const expected = theirs[index] ?? '(nothing)';
    const actual = ours[index] ?? '(nothing)';
    const unplaced = expected.includes(' ?-');
    const same = unplaced ? withoutPlace(actual) === withoutPlace(expected) : actual === expected;
    if (!same) return `remark: ${theirs[index - 1] ?? ''}\n        ${expected}\nours:   ${actual}`;
  }
  return undefined;
}

function withoutPlace(text: string): string {
  return text.replace(/ [\d?]+-[\d?]+/, '');
}
