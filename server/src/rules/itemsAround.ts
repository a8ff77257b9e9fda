import type { Block, ListItem } from '../document/model.js';
import { contains, type Span } from '../text/span.js';

/** List items that hold a span, the outermost first. */
export function itemsAround(blocks: readonly (Block | ListItem)[], span: Span): ListItem[] {
  const around = blocks.find((block) => contains(block.span, span));
  if (!around || !('children' in around)) return [];
  return [...(around.type === 'listItem' ? [around] : []), ...itemsAround(around.children, span)];
}
