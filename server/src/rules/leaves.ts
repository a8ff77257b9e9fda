import type { Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import { memo } from '../text/memo.js';
import { overlaps, type Span } from '../text/span.js';

/** The blocks of text among some blocks, in order; quoted text is left out, as it is somebody else's. */
export const leavesOf = memo((blocks: readonly (Block | ListItem)[]): readonly LeafBlock[] => {
  const found: LeafBlock[] = [];
  collect(blocks, found);
  return found;
});

function collect(blocks: readonly (Block | ListItem)[], found: LeafBlock[]): void {
  for (const block of blocks) {
    if ('leaf' in block) {
      if (block.type !== 'definition') found.push(block);
    } else if (block.type === 'list' || block.type === 'listItem') collect(block.children, found);
  }
}

/** Whether a range of a leaf's text touches code, an address or a link: what stands there is no prose. */
export function isOpaque(nodes: readonly Inline[], span: Span): boolean {
  return nodes.some(
    (node) =>
      overlaps(node.span, span) &&
      (node.type === 'inlineCode' ||
        node.type === 'link' ||
        node.type === 'html' ||
        isOpaque(node.children ?? [], span)),
  );
}
