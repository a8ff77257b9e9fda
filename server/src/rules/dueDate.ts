import { monthAndDay, weekdayNumber } from '../document/dates.js';
import { daysAfter, weekdayOf } from '../document/weekdays.js';
import type { Action } from '../document/facts.js';
import type { Span } from '../text/span.js';

/** Where the due date of an action itself stands in its section, without "by" and parentheses. */
export function dueSpan(due: NonNullable<Action['due']>, text: string): Span {
  const at = text.slice(due.span.start, due.span.end).lastIndexOf(due.text);
  return at < 0 ? due.span : { start: due.span.start + at, end: due.span.start + at + due.text.length };
}

/**
 * The day that a due date without a year means when it is given on `meeting`, an ISO day: `Friday`, `tomorrow`, `15 March`,
 * `end of the month`. `undefined` for anything else; "next Friday" is one day for some and another for others.
 */
export function dayMeant(due: string, meeting: string): string | undefined {
  if (Number.isNaN(Date.parse(`${meeting}T00:00:00Z`))) return undefined;
  const text = due
    .trim()
    .replace(/^(?:(?:this|the)\s+)+/i, '')
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?(?=\d|[a-z]+\s+\d)/i, '')
    .toLowerCase();
  if (text === 'today' || text === 'tonight') return meeting;
  if (text === 'tomorrow') return daysAfter(meeting, 1);
  const weekday = weekdayNumber(text);
  if (weekday !== undefined) return daysAfter(meeting, ((weekday - weekdayOf(meeting) + 6) % 7) + 1);
  const year = Number(meeting.slice(0, 4));
  if (/^end of (?:the |this )?month$/.test(text))
    return new Date(Date.UTC(year, Number(meeting.slice(5, 7)), 0)).toISOString().slice(0, 10);
  if (/^end of (?:the |this )?year$/.test(text)) return `${year}-12-31`;
  return [year, year + 1].flatMap((each) => monthAndDay(text, each) ?? []).find((iso) => iso >= meeting);
}
