import { sectionRole } from '../../../document/schema.js';
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
  // "Apologies:" stands beside an "Attendees" that is underlined.
  let beside = top;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const formed = hasForm(block.level);
    const depth = formed ? top + 1 + lower.indexOf(block.level) : block.level === 0 ? beside : below;
    if (formed) beside = sectionRole(block.text) ? depth : top;
    if (block.level < plain) below = formed ? depth + 1 : top;
    return { ...block, level: depth };
  });
}

function hasForm(level: number): boolean {
  return level > 0 && level < plain;
}
