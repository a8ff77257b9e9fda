import type { Nodes, Parents } from 'mdast';
import { lineStartsIn, positionIn } from '../text/lines.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import type { Leaf, LeafBlock } from './model.js';
import { plainMarkup } from './plainMarkup.js';
import { parseLeaf, type Definitions } from './remark.js';
import { spanOf } from './remarkBlocks.js';

/** An inline node under its mdast name; its span is in the leaf's text. Fields that a type lacks are left out. */
export interface Inline {
  readonly type: Nodes['type'];
  readonly span: Span;
  /** Text, code, HTML. */
  readonly value?: string;
  /** Links and images. */
  readonly url?: string;
  /** References, normalised as mdast does. */
  readonly identifier?: string;
  readonly alt?: string;
  readonly children?: readonly Inline[];
}

export const noDefinitions: Definitions = { labels: [], footnotes: [] };

/** What was read of a text; a table by hand, as texts that are read together are put into it ahead. */
const known = new Map<string, readonly Inline[]>();
const mostKnown = 4000;

/** Text that can hold no markup: nothing in it begins a construct, a literal link or a hard line break. */
const mayHoldMarkup = /[\\`*_[\]<&~@]|:\/\/|www\.|[ \t]{2}[\r\n]/i;

/**
 * Length above which the markup of a block is not read: remark's time grows with the square of it, and the longest
 * paragraph people write has a fifth of it. In UTF-16 units.
 */
const longestRead = 20_000;

/** So many marks of emphasis in a row that remark's time grows with the square of them, too. */
const endlessMarks = /([*_])\1{999}/;

/** How deep markup may stand in markup; what follows nodes down would fail on thousands of levels. */
const deepest = 100;

/** Whether nodes stand too deep in one another. Few texts are long enough to hold so many marks. */
function isTooDeep(root: Nodes, text: string): boolean {
  if (text.length < 2 * deepest) return false;
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

function isReadable(text: string): boolean {
  return text.length < 2000 || (text.length <= longestRead && !endlessMarks.test(text));
}

/**
 * The inline pass: the inline nodes of one leaf block, read once for each text. `definitions` are the document's
 * link and footnote labels; without them `[text][label]` is text.
 */
export function inlineNodes(block: LeafBlock, definitions: Definitions): readonly Inline[] {
  const { text } = block.leaf;
  if (block.type === 'definition') return [];
  const plain = block.type !== 'table' && !mayHoldMarkup.test(text);
  if (plain || !isReadable(text)) return plainText(text);
  const named = labelsFor(text, definitions);
  const key = keyOf(block, named);
  return known.get(key) ?? remember(key, plainNodes(block, named) ?? remarkNodes(block, named));
}

/** The nodes that need no remark; a table does, and so does what a definition gives a meaning to. */
function plainNodes({ type, leaf }: LeafBlock, named: Definitions): readonly Inline[] | undefined {
  return type === 'table' || named !== noDefinitions ? undefined : plainMarkup(leaf.text);
}

function remarkNodes({ type, leaf: { text } }: LeafBlock, named: Definitions): readonly Inline[] {
  const root = parseLeaf(text, type === 'table' ? 'table' : 'paragraph', named);
  if (isTooDeep(root, text)) return plainText(text);
  return root.children.flatMap((node) => ('children' in node ? inlineChildren(node as Parents, 0) : []));
}

/** A label, or a text that may hold some, as micromark compares labels. */
export function comparedLabel(text: string): string {
  return text
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Those a text can name: with thousands of footnotes, each reads all the others otherwise. */
function labelsFor(text: string, { labels, footnotes }: Definitions): Definitions {
  if (labels.length + footnotes.length === 0 || !text.includes(']')) return noDefinitions;
  const all = allLabels(labels, footnotes);
  const named = [...text.matchAll(inBrackets)].flatMap(({ 1: label = '' }) => [
    comparedLabel(label),
    comparedLabel(label.replace(/^\^/, '')),
  ]);
  const unique = [...new Set(named)];
  const defined = {
    labels: unique.filter((label) => all.labels.has(label)),
    footnotes: unique.filter((label) => all.footnotes.has(label)),
  };
  return defined.labels.length + defined.footnotes.length === 0 ? noDefinitions : defined;
}

/** What may be a label: between brackets, without any that is not escaped. */
const inBrackets = /\[((?:[^[\]\\]|\\[^]){1,999})\]/g;

const allLabels = memo((labels: readonly string[], footnotes: readonly string[]) => ({
  labels: new Set(labels),
  footnotes: new Set(footnotes),
}));

function keyOf({ type, leaf }: LeafBlock, { labels, footnotes }: Definitions): string {
  return `${type === 'table' ? 't' : 'p'}${labels.join('\n')}\u0000${footnotes.join('\n')}\u0000${leaf.text}`;
}

function remember(key: string, nodes: readonly Inline[]): readonly Inline[] {
  if (known.size >= mostKnown) known.clear();
  known.set(key, nodes);
  return nodes;
}

/** remark's cost for a short text is mostly its start, so leaves that will all be asked for are read together. */
const batchLength = 8000;

/** Reads leaf blocks ahead, several in one go. Blank lines part paragraphs, so each is read as it would be alone. */
export function readAhead(blocks: readonly LeafBlock[], definitions: Definitions): void {
  let batch: LeafBlock[] = [];
  let length = 0;
  const flush = (): void => {
    if (batch.length > 1) readBatch(batch, definitions);
    batch = [];
    length = 0;
  };
  for (const block of blocks) {
    const { text } = block.leaf;
    if (block.type === 'table' || !mayHoldMarkup.test(text) || !isReadable(text)) continue;
    const named = labelsFor(text, definitions);
    const key = keyOf(block, named);
    if (known.has(key)) continue;
    const plain = plainNodes(block, named);
    if (plain) {
      remember(key, plain);
      continue;
    }
    batch.push(block);
    length += text.length;
    if (length > batchLength) flush();
  }
  flush();
}

function readBatch(blocks: readonly LeafBlock[], definitions: Definitions): void {
  const root = parseLeaf(blocks.map((block) => block.leaf.text).join('\n\n'), 'paragraph', definitions);
  let start = 0;
  let index = 0;
  for (const block of blocks) {
    const end = start + block.leaf.text.length;
    const nodes: Inline[] = [];
    let deep = false;
    for (let node = root.children[index]; node && spanOf(node).start < end; node = root.children[++index]) {
      deep ||= isTooDeep(node, block.leaf.text);
      if (!deep && 'children' in node) nodes.push(...inlineChildren(node, start));
    }
    remember(keyOf(block, labelsFor(block.leaf.text, definitions)), deep ? plainText(block.leaf.text) : nodes);
    start = end + 2;
  }
}

function plainText(text: string): readonly Inline[] {
  const value = text.replace(/(?<![ \t])[ \t]*(\r\n|\n|\r)[ \t]*/g, '$1').replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
  if (value === '') return [];
  const start = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return [{ type: 'text', span: { start, end: text.replace(/(?<![ \t])[ \t]+$/, '').length }, value }];
}

/** The nodes below `parent`, in offsets from `origin`. */
function inlineChildren(parent: Parents, origin: number): Inline[] {
  return parent.children.map((node, index) =>
    inline(node, shift(node.position ? spanOf(node) : gapAt(parent, index), -origin), origin),
  );
}

/** remark gives no position to a link it finds in text afterwards: such nodes get the stretch between their neighbours. */
function gapAt(parent: Parents, index: number): Span {
  const before = parent.children.slice(0, index).findLast((node) => node.position);
  const after = parent.children.slice(index).find((node) => node.position);
  return {
    start: before ? spanOf(before).end : spanOf(parent).start,
    end: after ? spanOf(after).start : spanOf(parent).end,
  };
}

function inline(node: Nodes, span: Span, origin: number): Inline {
  return {
    type: node.type,
    span,
    ...('value' in node && { value: node.value }),
    ...('url' in node && { url: node.url }),
    ...('identifier' in node && { identifier: node.identifier }),
    ...('alt' in node && typeof node.alt === 'string' && { alt: node.alt }),
    ...('children' in node && { children: inlineChildren(node, origin) }),
  };
}

/** Offset in the text the block was read from of an offset in its leaf's text. */
export function sourceOffset(leaf: Leaf, offset: number): number {
  if (leaf.lines.length === 1) return (leaf.lines[0] ?? 0) + offset;
  const { line, column } = positionIn(lineStartsOf(leaf), offset);
  return (leaf.lines[line] ?? 0) + column;
}

/** A long paragraph may have much in it that is asked for its place. */
const lineStartsOf = memo(({ text }: Leaf) => lineStartsIn(text));

/** A span of the leaf's text as a span of the text the block was read from; an end stays on the line it closes. */
export function sourceSpan(leaf: Leaf, span: Span): Span {
  const start = sourceOffset(leaf, span.start);
  return { start, end: span.end > span.start ? sourceOffset(leaf, span.end - 1) + 1 : start };
}

export function isComment({ type, value }: Inline): boolean {
  return type === 'html' && value?.startsWith('<!--') === true;
}

/** What a reader sees: the text without its markup and comments, code and image descriptions included. */
export function visibleText(nodes: readonly Inline[]): string {
  return nodes
    .filter((node) => !isComment(node))
    .map((node) => node.value ?? node.alt ?? (node.type === 'break' ? '\n' : visibleText(node.children ?? [])))
    .join('');
}
