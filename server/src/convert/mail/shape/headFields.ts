import { gatheringTitle, givesNotes, type FieldLabel } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import { beginsWithDay } from '../meetingDay.js';
import { labelledValue } from '../reading/labels.js';
import type { MailBlock, MailItem } from '../reading/mailBlock.js';
import { attendanceSections } from './attendeeLists.js';
import { headLine } from './headLine.js';
import { say } from '../../../text/say.js';

/** Fields that a mail's text begins with. */
export interface HeadFields {
  readonly items: readonly MailItem[];
  /** Labels that they give a value. */
  readonly labels: ReadonlySet<FieldLabel>;
  /** Sections for the lists of people among them. */
  readonly people: readonly MailBlock[];
  readonly blocks: readonly MailBlock[];
  readonly uncertain: readonly Uncertain[];
}

/** A block of a mail's head: its fields, and what stands before them. */
interface HeadBlock {
  readonly fields: readonly MailItem[];
  readonly before: readonly MailBlock[];
}

/** Blocks before the fields in which a mail says what it is, and when and where something was. */
const longestOpening = 2;

/**
 * Takes lines such as `Host: Jan Beulich`, or a list of them, from a mail's beginning. Sentences that say what the mail is may stand
 * before them: they come behind.
 */
export function takeFields(blocks: readonly MailBlock[]): HeadFields {
  const found: HeadBlock[] = [];
  const first = blocks.slice(0, longestOpening + 1).findIndex((block) => headBlock(block) !== undefined);
  const opening = blocks.slice(0, Math.max(0, first));
  let at = opening.every(isOpening) ? opening.length : 0;
  for (let own = headBlock(blocks[at]); own; own = headBlock(blocks[at])) {
    found.push(own);
    at++;
  }
  const left = found.length > 0 ? [...opening, ...found.flatMap(({ before }) => before)] : [];
  return fieldsOf(
    found.flatMap(({ fields }) => fields),
    [...left, ...blocks.slice(found.length > 0 ? at : 0)],
  );
}

function fieldsOf(written: readonly MailItem[], blocks: readonly MailBlock[]): HeadFields {
  const lines = written.map(({ text }) => headLine(text));
  const attendance = attendanceSections(written);
  const own = written.flatMap((item, index) =>
    attendance[index]?.length === 0
      ? [{ item: { ...item, text: lines[index]?.text ?? item.text }, line: lines[index] }]
      : [],
  );
  return {
    items: own.map(({ item }) => item),
    labels: new Set(own.flatMap(({ line }) => line?.label ?? [])),
    people: attendance.flat(),
    blocks,
    uncertain: own.flatMap(({ item: { at }, line }) =>
      line?.written === undefined
        ? []
        : [{ line: at, what: say`"${line.written}" is taken as the field ${line.label}` }],
    ),
  };
}

function headBlock(block: MailBlock | undefined): HeadBlock | undefined {
  if (block?.type === 'paragraph') return headParagraph(block);
  if (block?.type !== 'list' || block.ordered) return undefined;
  return block.items.every(({ text }) => headLine(text)) ? { fields: block.items, before: [] } : undefined;
}

/** Lines that give fields values; the first may say when and where something was. */
function headParagraph({ text, at }: Extract<MailBlock, { type: 'paragraph' }>): HeadBlock | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => headLine(line) !== undefined);
  if (first < 0 || !lines.slice(0, first).every(isOfMeeting)) return undefined;
  const starts = lines.flatMap((line, index) => (index >= first && isField(line) ? [index] : []));
  const fields = starts.map((start, index) => ({
    text: lines.slice(start, starts[index + 1]).join(' '),
    at: at + start,
    blocks: [],
  }));
  return { fields, before: first === 0 ? [] : [{ type: 'paragraph', text: lines.slice(0, first).join('\n'), at }] };
}

function isField(line: string): boolean {
  return headLine(line) !== undefined || labelledValue(line) !== undefined || /^\p{Lu}[\w ]{1,30}:\s/u.test(line);
}

const longestLine = 90;

/** `Wednesday 5th June, at the Summit 2024`. */
function isOfMeeting(line: string): boolean {
  return line.length <= longestLine && (beginsWithDay(line) || gatheringTitle.test(line));
}

function isOpening(block: MailBlock): boolean {
  if (block.type !== 'paragraph') return false;
  return (
    block.text.split('\n').every(isOfMeeting) || givesNotes.some((form) => form.test(block.text.replace(/\n/g, ' ')))
  );
}
