import { oneLine } from '../../../document/reading/leafText.js';
import type { Dropped } from '../../report.js';
import { layOut } from '../reading/layout.js';
import type { MailBlock } from '../reading/mailBlock.js';
import type { Names } from '../reading/names.js';
import { say } from '../../../text/say.js';

/** A session's description, quoted in front of its notes. */
export interface Described {
  /** Absent when nothing is quoted there. */
  readonly description?: readonly MailBlock[];
  readonly blocks: readonly MailBlock[];
  readonly dropped: readonly Dropped[];
}

const labelForm =
  /^(?:the )?(?:original )?(?:session |design session )?(?:description|abstract|proposal|blurb)(?: (?:was|is|follows|from the schedule))?\s*:?$/i;

/** Takes a quote at a mail's beginning as the description; one that answers somebody (`X wrote:`) is none. */
export function takeDescription(blocks: readonly MailBlock[], names: Names): Described {
  const at = blocks.findIndex(({ type }) => type !== 'paragraph' && type !== 'rule' && type !== 'heading');
  const quote = blocks[at];
  const label = blocks[at - 1];
  const labelled = (label?.type === 'heading' || label?.type === 'paragraph') && labelForm.test(label.text);
  const headings = blocks.slice(0, Math.max(0, at)).filter(({ type }) => type === 'heading').length;
  if (quote?.type !== 'quote' || headings > (labelled && label.type === 'heading' ? 1 : 0) || answers(label))
    return { blocks, dropped: [] };
  const lines = quote.lines.map((text, index) => ({ text: text.trimEnd(), at: quote.at + index }));
  const description = layOut(lines, names).map((block): MailBlock =>
    block.type === 'heading' ? { type: 'paragraph', text: block.text, at: block.at } : block,
  );
  const start = labelled ? at - 1 : at;
  const word = labelled && !/^description:?$/i.test(label.text) ? [label] : [];
  return {
    description,
    blocks: [...blocks.slice(0, start), ...blocks.slice(at + 1)],
    dropped: word.map((each) => ({
      line: each.at,
      text: each.text,
      why: say`what it announces is the field Description`,
    })),
  };
}

function answers(before: MailBlock | undefined): boolean {
  if (before?.type !== 'paragraph') return false;
  const said = oneLine(before.text);
  return said.endsWith(':') && /\b(?:wrote|writes|said)\s*:$|schrieb/i.test(said);
}
