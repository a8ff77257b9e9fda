import { fieldOf, type FieldLabel } from '../../../document/schema.js';
import { labelledValue } from '../reading/labels.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import { attendeeLists, isAttendance } from './attendeeLists.js';

/** Fields that a mail's text begins with. */
export interface HeadFields {
  readonly items: readonly MailItem[];
  /** Labels that they give a value. */
  readonly labels: ReadonlySet<FieldLabel>;
  /** Sections for the lists of people among them. */
  readonly people: readonly MailBlock[];
  readonly blocks: readonly MailBlock[];
}

/** Takes lines such as `Host: Jan Beulich`, or a list of them, from a mail's beginning. */
export function takeFields(blocks: readonly MailBlock[]): HeadFields {
  const items: MailItem[] = [];
  let at = 0;
  for (; at < blocks.length; at++) {
    const own = fieldItems(blocks[at]);
    if (!own) break;
    items.push(...own);
  }
  const attendance = items.map(peopleSection);
  const fields = items.filter((_, index) => attendance[index]?.length === 0);
  const labels = fields.flatMap(({ text }) => fieldOf(labelledValue(text)?.label ?? '')?.label ?? []);
  return { items: fields, labels: new Set(labels), people: attendance.flat(), blocks: blocks.slice(at) };
}

function fieldItems(block: MailBlock | undefined): MailItem[] | undefined {
  if (block?.type === 'paragraph') {
    const lines = block.text.split('\n');
    if (!isNotesField(lines[0] ?? '')) return undefined;
    const starts = lines.flatMap((line, index) => (isField(line) ? [index] : []));
    return starts.map((start, index) => ({
      text: lines.slice(start, starts[index + 1]).join(' '),
      at: block.at + start,
      blocks: [],
    }));
  }
  if (block?.type !== 'list' || block.ordered) return undefined;
  return block.items.every(({ text }) => isNotesField(text)) ? [...block.items] : undefined;
}

/** Whether a line gives a field that documents of notes have: labels of proposals are words like any other. */
function isNotesField(line: string): boolean {
  const field = fieldOf(labelledValue(line)?.label ?? '');
  return field?.label === 'Description' || field?.kinds.some((kind) => kind === 'notes' || kind === 'minutes') === true;
}

function isField(line: string): boolean {
  return labelledValue(line) !== undefined || /^\p{Lu}[\w ]{1,30}:\s/u.test(line);
}

/** `Attendees: Jan Beulich, Ian Campbell` as a heading and a list. */
function peopleSection({ text, at }: MailItem): MailBlock[] {
  const { label = '', value = '' } = labelledValue(text) ?? {};
  const heading: MailBlock = { type: 'heading', level: 0, text: label, at };
  const [, list] = isAttendance(label) ? attendeeLists([heading, { type: 'paragraph', text: value, at }]) : [];
  return list?.type === 'list' ? [heading, list] : [];
}
