import type { ListItem, RootContent } from 'mdast';
import { dateInTitle, yearOf } from '../../document/dates.js';
import { attendanceOf, isMinutesTitle, type FieldLabel } from '../../document/schema.js';
import { meetingDay } from '../mail/meetingDay.js';
import { field, isHeading, lineOf, list, plainText, text } from '../nodes.js';
import type { Places } from '../places.js';
import type { Page } from './page.js';
import { say } from '../../text/say.js';

/** The blocks of a page of minutes with the day of the meeting, where its title has only the month and its first words the day. */
export function withMeetingDay(page: Page, places: Places): Page {
  const { title, blocks } = page;
  const month = isMinutesTitle(title) ? dateInTitle(title) : undefined;
  const year = yearOf(month?.iso);
  if (month?.precision !== 'month' || year === undefined || blocks.some(statesDate)) return page;
  const head = headOf(blocks);
  const day = meetingDay(
    head.map((node) => plainText(node)),
    { years: [year] },
  );
  if (!day?.iso.startsWith(month.iso)) return page;
  const line = lineOf(head.find((node) => plainText(node).includes(day.text)));
  places.doubt(line, say`"${day.text}" is taken for the day of the meeting`);
  const date: ListItem = field('Date' satisfies FieldLabel, [text(day.iso)], page.line);
  return { ...page, blocks: [list([date], page.line), ...blocks] };
}

/** The paragraphs that stand before what the meeting was about. */
function headOf(blocks: readonly RootContent[]): RootContent[] {
  const end = blocks.findIndex((node) => isHeading(node) && !attendanceOf(plainText(node)));
  return blocks.slice(0, end < 0 ? undefined : end).filter(({ type }) => type === 'paragraph');
}

function statesDate(node: RootContent): boolean {
  return node.type === 'list' && node.children.some((item) => /^Date:/i.test(plainText(item)));
}
