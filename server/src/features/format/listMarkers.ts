import type { Block, List, ListItem } from '../../document/model.js';
import { written, type Change, type Page } from './change.js';

/**
 * The markers of bullet lists, a change each: `-`, as all that the product writes has it. Only their markers tell lists apart that stand one
 * behind the other, so that every other one has `*`.
 */
export function listMarkers(page: Page): Change[] {
  return markersIn(page.blocks, page);
}

function markersIn(blocks: readonly (Block | ListItem)[], page: Page): Change[] {
  let before: string | undefined;
  return blocks.flatMap((block) => {
    const marker = block.type === 'list' && !block.ordered ? (before === '-' ? '*' : '-') : undefined;
    before = marker;
    const own = block.type === 'list' && marker !== undefined ? markersOf(block, marker, page) : [];
    const below = block.type === 'list' || block.type === 'listItem' ? markersIn(block.children, page) : [];
    return [...(own.length > 0 ? [own] : []), ...below];
  });
}

function markersOf({ children }: List, marker: string, page: Page): Change {
  return children.flatMap(({ span: { start } }) => written(page, { start, end: start + 1 }, marker));
}
