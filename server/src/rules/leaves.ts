import type { Block, LeafBlock, ListItem } from '../document/model.js';

/** The blocks of text among some blocks, in order; quoted text is left out, as it is somebody else's. */
export function leavesOf(blocks: readonly (Block | ListItem)[]): LeafBlock[] {
  const found: LeafBlock[] = [];
  collect(blocks, found);
  return found;
}

function collect(blocks: readonly (Block | ListItem)[], found: LeafBlock[]): void {
  for (const block of blocks) {
    if ('leaf' in block) {
      if (block.type !== 'definition') found.push(block);
    } else if (block.type === 'list' || block.type === 'listItem') collect(block.children, found);
  }
}
