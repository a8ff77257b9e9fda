import { ownersAhead } from '../../../document/reading/owners.js';
import { actionWord, statedNone } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import { levels } from '../reading/headingForm.js';
import { isActionsLabel, isActionsTitle } from '../reading/labels.js';
import type { MailBlock, MailItem, MailList } from '../reading/mailBlock.js';
import { say } from '../../../text/say.js';

/** A block, and whether it holds nothing but actions. */
export interface ActionBlock {
  readonly block: MailBlock;
  readonly listed: boolean;
}

export interface ActionLists {
  readonly blocks: readonly ActionBlock[];
  readonly uncertain: readonly Uncertain[];
}

/**
 * Finds lists of actions, also those that are lines below a label, or paragraphs below a heading. A label without a form of its own,
 * such as `Action items:`, is a heading where its list is all that stands below it; where another list follows it is a paragraph, so
 * that it announces the first alone.
 */
export function actionLists(written: readonly MailBlock[]): ActionLists {
  const uncertain: Uncertain[] = [];
  let below = false;
  let announced = false;
  const blocks = written.flatMap((block, at): ActionBlock[] => {
    const lines = linesBelow(block);
    const label = isLabel(written, at) ? labelOf(block) : block;
    if (label.type === 'heading') {
      below = isActionsTitle(label.text);
      if (below) uncertain.push(...unreadBelow(label.text, written, at + 1));
    } else if (label !== block) below = false;
    const listed = below || announced;
    announced = label !== block || (block.type === 'paragraph' && isActionsLabel(block.text));
    if (!lines) return [{ block: (below && ownedLines(block)) || label, listed }];
    uncertain.push({ line: block.at, what: say`the lines below "${lines.label}" are taken as actions` });
    return lines.blocks.map((each) => ({ block: each, listed: each.type === 'list' }));
  });
  return { blocks: merged(blocks), uncertain };
}

/** A paragraph of which each line says who is to do something, as a list. */
function ownedLines(block: MailBlock): MailBlock | undefined {
  const lines = block.type === 'paragraph' ? block.text.split('\n') : [];
  return lines.length > 0 && lines.every((line) => ownersAhead(line)) ? listOf(lines, block.at) : undefined;
}

function listOf(lines: readonly string[], at: number): MailList {
  const items = lines.map((text, index) => ({ text, at: at + index, blocks: [] }));
  return { type: 'list', ordered: false, start: 1, items, at };
}

/** Paragraphs that became lists one below the other are one. */
function merged(blocks: readonly ActionBlock[]): ActionBlock[] {
  const result: ActionBlock[] = [];
  let items: MailItem[] = [];
  for (const { block, listed } of blocks) {
    const last = result.at(-1);
    if (!listed || block.type !== 'list' || block.ordered) result.push({ block, listed });
    else if (last?.listed && last.block.type === 'list' && last.block.items === items)
      for (const item of block.items) items.push(item);
    else {
      items = [...block.items];
      result.push({ block: { ...block, items }, listed });
    }
  }
  return result;
}

/** Text below a heading for actions of which nothing is one: somebody meant it so. */
function unreadBelow(title: string, blocks: readonly MailBlock[], from: number): Uncertain[] {
  const end = blocks.findIndex(({ type }, at) => at >= from && type === 'heading');
  const own = blocks.slice(from, end < 0 ? undefined : end);
  const [first] = own;
  const isUnread = own.every(
    (block) => block.type === 'paragraph' && !ownedLines(block) && !actionWord.test(block.text),
  );
  if (first?.type !== 'paragraph' || !isUnread || statedNone.test(first.text)) return [];
  return [{ line: first.at, what: say`the text below "${title}" is taken as no action; write each as an item` }];
}

/** Lines below `Proposed actions:` as a list. `TODO:` says no more than its items do, and is left out. */
function linesBelow(block: MailBlock): { readonly label: string; readonly blocks: readonly MailBlock[] } | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [label = '', ...lines] = block.text.split('\n');
  if (lines.length === 0 || !isActionsLabel(label) || lines.some((line) => statedNone.test(line))) return undefined;
  const list = listOf(lines, block.at + 1);
  const isMarker = actionWord.exec(label)?.[0] === label.slice(0, -1);
  return { label, blocks: isMarker ? [list] : [{ type: 'paragraph', text: label, at: block.at }, list] };
}

/** Blocks looked at behind a label. */
const mostLooked = 20;

function isLabel(blocks: readonly MailBlock[], at: number): boolean {
  const [heading, list, ...rest] = blocks.slice(at, at + mostLooked);
  if (heading?.type !== 'heading' || heading.level !== levels.role || !isActionsTitle(heading.text)) return false;
  const end = rest.findIndex(({ type }) => type === 'heading');
  // Numbers that begin anew still number actions.
  const others = rest.slice(0, end < 0 ? undefined : end).some((block) => block.type === 'list' && !block.ordered);
  return list?.type === 'list' && others;
}

function labelOf(block: MailBlock): MailBlock {
  return block.type === 'heading' ? { type: 'paragraph', text: `${block.text}:`, at: block.at } : block;
}
