import { sectionRole } from '../../../document/schema.js';
import { levels } from '../reading/headingForm.js';
import type { MailBlock } from '../reading/mailBlock.js';

/** Depth of the highest headings, below the document's title. */
const top = 2;
/** From this level on a heading is one of no form of its own: it stands one step below the last that has one, a part below any. */
const { plain, part } = levels;

/** Headings with the depths of Markdown instead of levels: without gaps, whatever forms the writer mixed. */
export function depths(blocks: readonly MailBlock[]): MailBlock[] {
  const own = blocks.flatMap((block) => (block.type === 'heading' && hasForm(block.level) ? [block.level] : []));
  // What is framed in another form than the first heading, but no lower one, stands as high as the first.
  const [first = 0] = own;
  const lower = [...new Set(own)].filter((level) => level > first).sort((one, other) => one - other);
  let below = top;
  // "Apologies:" stands beside an "Attendees" that is underlined.
  let beside = top;
  let whole = top;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    if (block.level === part) return { ...block, level: whole + 1 };
    const formed = hasForm(block.level);
    whole = formed ? top + 1 + lower.indexOf(block.level) : block.level === 0 ? beside : below;
    if (formed) beside = sectionRole(block.text) ? whole : top;
    if (block.level < plain) below = formed ? whole + 1 : top;
    return { ...block, level: whole };
  });
}

function hasForm(level: number): boolean {
  return level > 0 && level < plain;
}
