import type { MailBlock } from '../reading/mailBlock.js';

/** Depth of the highest headings, below the document's title. */
const top = 2;
/** From this level on a heading is one of no form of its own: it stands one step below the last that has one. */
const plain = 9;

/** Headings with the depths of Markdown instead of levels: without gaps, whatever forms the writer mixed. */
export function depths(blocks: readonly MailBlock[]): MailBlock[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' && hasForm(block.level) ? [block.level] : []));
  // What is framed in another form than the first heading, but no lower one, stands as high as the first.
  const [first = 0] = levels;
  const lower = [...new Set(levels)].filter((level) => level > first).sort((one, other) => one - other);
  let below = top;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const depth = hasForm(block.level) ? top + 1 + lower.indexOf(block.level) : block.level === 0 ? top : below;
    if (block.level < plain) below = block.level === 0 ? top : depth + 1;
    return { ...block, level: depth };
  });
}

function hasForm(level: number): boolean {
  return level > 0 && level < plain;
}
