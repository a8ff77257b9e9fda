import type { Block, LeafBlock, ListItem } from '../document/model.js';

type Paragraph = Extract<LeafBlock, { type: 'paragraph' }>;

/** A paragraph, and what stands right behind it: in its item, else the next item, else what follows the list. */
export interface Followed {
  readonly paragraph: Paragraph;
  readonly next: Block | ListItem | undefined;
}

/** The paragraphs among some blocks, outside quotations, in order. */
export function paragraphsIn(blocks: readonly Block[], behind?: Block | ListItem): Followed[] {
  return blocks.flatMap((block, index): Followed[] => {
    const next = blocks[index + 1] ?? behind;
    if (block.type === 'paragraph') return [{ paragraph: block, next }];
    if (block.type !== 'list') return [];
    // A list right behind another goes on with it.
    const after = next?.type === 'list' ? next.children[0] : next;
    return block.children.flatMap((item, nth) => paragraphsIn(item.children, block.children[nth + 1] ?? after));
  });
}

/** Whether a text that stops may go on in what follows it: a list, code or the like, or a text that begins in the midst of a sentence. */
export function goesOn(next: Block | ListItem | undefined): boolean {
  if (!next) return false;
  if (next.type === 'listItem') return next.children[0] !== undefined && continues(next.children[0]);
  return next.type === 'paragraph' ? continues(next) : following.has(next.type);
}

function continues(block: Block): boolean {
  if (block.type === 'paragraph') return midSentence.test(block.leaf.text) && !label.test(block.leaf.text);
  return following.has(block.type);
}

const following: ReadonlySet<Block['type']> = new Set(['list', 'code', 'html', 'blockquote', 'table']);

/** A letter that begins no sentence; a mark or a bracket may stand before it. Before an ellipsis the speaker may be named anew. */
const midSentence = /^[*_`"'“(]{0,3}(?:\p{Ll}|(?:\p{Lu}[\p{L} .'’-]{0,40}:[*_]{0,2}\s{1,2})?(?:…|\.{2,}))/u;
/** `jan: …` begins anew. */
const label = /^\p{Ll}[\p{L}\d.-]{0,20}:\s/u;
