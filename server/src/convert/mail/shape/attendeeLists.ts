import { entriesOfLines, entryOf } from '../../../document/reading/attendanceEntry.js';
import type { Piece } from '../../../document/reading/people.js';
import { attendanceGroup, attendanceOf, quorumLine, statedNone, statedUnknown } from '../../../document/schema.js';
import type { Uncertain } from '../../report.js';
import { levels } from '../reading/headingForm.js';
import { discussion, type MailBlock, type MailItem } from '../reading/mailBlock.js';
import { say } from '../../../text/say.js';

/**
 * Names in a paragraph below "Attendees", each as an item of its own; a paragraph of other words stays. What stands behind the last of
 * those present gets a heading, so that it is no part of the list.
 */
export function attendeeLists(blocks: readonly MailBlock[]): MailBlock[] {
  const starts = blocks.flatMap(({ type }, at) => (type === 'heading' ? [at] : []));
  const first = blocks.slice(0, starts[0]);
  return [...first, ...starts.flatMap((start, index) => section(blocks.slice(start, starts[index + 1])))];
}

function section(blocks: readonly MailBlock[]): readonly MailBlock[] {
  const [heading, ...rest] = blocks;
  if (heading?.type !== 'heading' || !isAttendance(heading.text)) return blocks;
  const listed = rest.map((block) => groupOf(block) ?? listOf(block) ?? (isPartOfList(block) ? block : undefined));
  const last = listed.findLastIndex((block) => block?.type === 'list');
  const behind = last < 0 ? [] : rest.slice(last + 1).filter((_, at) => listed[last + 1 + at] === undefined);
  const [next] = behind;
  return [
    heading,
    ...rest.slice(0, last + 1).map((block, at) => listed[at] ?? block),
    ...(next ? [discussion(next.at)] : []),
    ...rest.slice(last + 1),
  ];
}

/** `Remote:` alone above some of those present, as the heading that says what they are there as. */
function groupOf(block: MailBlock): MailBlock | undefined {
  const label = block.type === 'paragraph' ? block.text.replace(/(?<!\s)\s*:$/, '') : '';
  return attendanceGroup(label) === undefined
    ? undefined
    : { type: 'heading', level: levels.part, text: label, at: block.at };
}

/** Each of the lines `Attendees: Jan Beulich, Ian Campbell`, and `Remote: Wei Liu` behind them, as a heading and a list; none of others. */
export function attendanceSections(lines: readonly MailItem[]): readonly (readonly MailBlock[])[] {
  let listing = false;
  return lines.map(({ text, at }) => {
    const [, label = '', value = ''] = /^([^:]{1,60}?)\s*:\s+(\S.*)$/.exec(text) ?? [];
    const level = isAttendance(label) ? levels.role : levels.part;
    const list = listOf({ type: 'paragraph', text: value, at });
    const announces = isAttendance(label) || (listing && attendanceGroup(label) !== undefined);
    listing = announces && list !== undefined;
    return listing && list ? [{ type: 'heading', level, text: label, at }, list] : [];
  });
}

/** Whether a title or a label announces who was there, or who was not. */
function isAttendance(title: string): boolean {
  return attendanceOf(title) !== undefined;
}

/** What somebody plainly meant as one of those present, and nobody can read. */
export function unreadAttendees(blocks: readonly MailBlock[]): Uncertain[] {
  let listing = false;
  return blocks.flatMap((block): Uncertain[] => {
    if (block.type === 'heading' && block.level !== levels.part) listing = isAttendance(block.text);
    if (!listing) return [];
    const lines = block.type === 'list' ? block.items.filter(hasNoItems) : linesOf(block);
    return lines.flatMap(({ text, at }) => {
      const unread = isRemark(text) ? undefined : entryOf(pieceOf(text), 'attendee').unread;
      return unread === undefined
        ? []
        : [{ line: at, what: say`"${unread}" is in a list of people, and could not be read as one` }];
    });
  });
}

/** A company, or a part of the list, has its people below it. */
function hasNoItems({ blocks }: MailItem): boolean {
  return !blocks.some(({ type }) => type === 'list');
}

function linesOf(block: MailBlock): { readonly text: string; readonly at: number }[] {
  if (block.type !== 'paragraph') return [];
  return block.text.split('\n').map((text, index) => ({ text, at: block.at + index }));
}

/** A label of a part of the list, that nobody is to be listed, or that there is a quorum. */
function isRemark(text: string): boolean {
  const label = /^([^:]{1,40}):/.exec(text)?.[1];
  return (
    /:$/.test(text) ||
    statedNone.test(text) ||
    statedUnknown.test(text) ||
    quorumLine.test(text) ||
    (label !== undefined && attendanceGroup(label) !== undefined)
  );
}

/** Whether a block below a heading such as "Attendees" may belong to its list. */
function isPartOfList(block: MailBlock): boolean {
  if (block.type !== 'paragraph' && block.type !== 'list') return block.type !== 'quote';
  const lines = block.type === 'list' ? block.items.map(({ text }) => text) : block.text.split('\n');
  return lines.some(isRemark) || entriesOfLines(pieceOf(lines.join('\n')), 'attendee').length > 0;
}

/** A paragraph that names people, as a list of them. */
function listOf(block: MailBlock): MailBlock | undefined {
  if (block.type !== 'paragraph') return undefined;
  const { text, at } = block;
  if (text.endsWith(':') || text.split('\n').some(isRemark) || entriesOfLines(pieceOf(text), 'attendee').length === 0)
    return undefined;
  const items = text
    .split(/(?<![,;&]|\band)\n/)
    .flatMap((line) => entriesIn(line.replace(/\n/g, ' ')))
    .map((entry) => ({ text: entry, blocks: [], at }));
  return { type: 'list', ordered: false, start: 1, items, at };
}

/** The entries of a line; the line itself where a company or a role behind one of them is said of all. */
function entriesIn(line: string): string[] {
  const parts = parted(line);
  const said = (text: string): string =>
    JSON.stringify(
      entryOf(pieceOf(text), 'attendee').people.map(({ name, affiliation, roles, handle }) => [
        name,
        affiliation,
        roles,
        handle,
      ]),
    );
  const apart = parts.map(said).filter((each) => each !== '[]');
  return parts.length === apart.length && `[${apart.map((each) => each.slice(1, -1)).join(',')}]` === said(line)
    ? parts
    : [line.trim()];
}

/** A text at the commas, semicolons and words for "and" outside parentheses. */
function parted(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    const mark = depth > 0 ? undefined : /^(?:[,;]\s*(?:and\s)?|\s(?:and|&)\s)/.exec(text.slice(at, at + 12))?.[0];
    if (mark === undefined) continue;
    parts.push(text.slice(start, at));
    at += mark.length - 1;
    start = at + 1;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

function pieceOf(text: string): Piece {
  return { text, span: (start, end) => ({ start, end }) };
}
