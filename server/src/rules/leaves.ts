import type { Block, LeafBlock, ListItem } from '../document/model.js';

/** The blocks of text among some blocks, in order; quoted text is left out, as it is somebody else's. */
export function leavesOf(blocks: readonly (Block | ListItem)[]): LeafBlock[] {
  return blocks.flatMap((block) => {
    if ('leaf' in block) return block.type === 'definition' ? [] : [block];
    return block.type === 'list' || block.type === 'listItem' ? leavesOf(block.children) : [];
  });
}
