import type { Span } from '../text/span.js';
import type { Block, Leaf, ListItem } from './model.js';

/** An edit as the blocks of one section see it. */
export interface LeafEdit {
  readonly span: Span;
  readonly text: string;
}

const origins = new WeakMap<Block | ListItem, Block | ListItem>();

/** The block or list item that this one is a moved copy of, itself when it is none: what was read of the one holds for the other. */
export function originOf<B extends Block | ListItem>(block: B): B {
  return (origins.get(block) as B | undefined) ?? block;
}

/** A block so many characters further on. */
export function moved<B extends Block | ListItem>(block: B, by: number): B {
  if (by === 0) return block;
  return movedBlock(block, by) as B;
}

function movedBlock(block: Block | ListItem, by: number): Block | ListItem {
  const { type } = block;
  const span = { start: block.span.start + by, end: block.span.end + by };
  // Most blocks by far; put together field by field, as copying what they have takes several times as long.
  if (type === 'paragraph') return { type, span, leaf: movedLeaf(block.leaf, by) };
  if (type === 'listItem') return { type, span, checked: block.checked, children: allMoved(block.children, by) };
  if (type === 'list')
    return { type, span, ordered: block.ordered, start: block.start, children: allMoved(block.children, by) };
  if ('leaf' in block) return { ...block, span, leaf: movedLeaf(block.leaf, by) };
  return 'children' in block ? { ...block, span, children: allMoved(block.children, by) } : { ...block, span };
}

function allMoved<B extends Block | ListItem>(blocks: readonly B[], by: number): B[] {
  return blocks.map((block) => moved(block, by));
}

/** A block that an edit before it moved; a list's items stay known as copies of what they were. */
function movedOn<B extends Block | ListItem>(block: B, by: number): B {
  const copy = moved(block, by);
  if (copy === block) return block;
  if (block.type === 'listItem' || block.type === 'paragraph') origins.set(copy, originOf(block));
  if (block.type === 'list' && copy.type === 'list')
    block.children.forEach((item, index) => {
      const itemCopy = copy.children[index];
      if (itemCopy) origins.set(itemCopy, originOf(item));
    });
  return copy;
}

function movedLeaf(leaf: Leaf, by: number): Leaf {
  return { text: leaf.text, lines: leaf.lines.map((line) => line + by) };
}

/** Characters that can make a block another one, or a line part of a table or a definition, wherever they stand. */
const structural = /[\r\n|\\[\]^]/;

/**
 * The blocks after an edit within a line of a paragraph, when it cannot have made them other blocks: lines that begin with a
 * letter, and go on doing so, are told apart by nothing that stands behind. `undefined` when they have to be read anew.
 */
export function editedBlocks(blocks: readonly Block[], edit: LeafEdit, removed: string): Block[] | undefined {
  return structural.test(edit.text) || structural.test(removed) ? undefined : editedAmong(blocks, edit);
}

function editedAmong<B extends Block | ListItem>(blocks: readonly B[], edit: LeafEdit): B[] | undefined {
  const by = edit.text.length - (edit.span.end - edit.span.start);
  const at = blocks.findIndex((block) => block.span.start < edit.span.start && edit.span.end <= block.span.end);
  const around = blocks[at];
  const inside = around && editedBlock(around, edit, by);
  if (!inside) return undefined;
  return [...blocks.slice(0, at), inside as B, ...blocks.slice(at + 1).map((block) => movedOn(block, by))];
}

function editedBlock(block: Block | ListItem, edit: LeafEdit, by: number): Block | ListItem | undefined {
  const span = { start: block.span.start, end: block.span.end + by };
  if (block.type === 'paragraph') {
    const leaf = editedLeaf(block.leaf, edit, by);
    return leaf && { ...block, span, leaf };
  }
  if (block.type === 'list') {
    const children = editedAmong(block.children, edit);
    return children && { ...block, span, children };
  }
  if (block.type === 'listItem' || block.type === 'blockquote') {
    const children = editedAmong(block.children, edit);
    return children && { ...block, span, children };
  }
  return undefined;
}

const beginsWithLetter = /^\p{L}/u;

function editedLeaf(leaf: Leaf, { span, text }: LeafEdit, by: number): Leaf | undefined {
  const index = leaf.lines.findLastIndex((start) => start < span.start);
  const start = leaf.lines[index] ?? 0;
  const at = lineOffset(leaf.text, index);
  const line = /^[^\r\n]*/.exec(leaf.text.slice(at))?.[0] ?? '';
  const fits = index >= 0 && span.end <= start + line.length;
  if (!fits || !beginsWithLetter.test(line) || !beginsWithLetter.test(leaf.text) || leaf.text.includes('|'))
    return undefined;
  const from = at + span.start - start;
  return {
    text: leaf.text.slice(0, from) + text + leaf.text.slice(from + span.end - span.start),
    lines: leaf.lines.map((each, nth) => (nth > index ? each + by : each)),
  };
}

/** Where a line of a leaf's text begins in that text. */
function lineOffset(text: string, index: number): number {
  let at = 0;
  for (let line = 0; line < index; line++) at += /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(at))?.[0].length ?? 0;
  return at;
}
