import { isDate, readDate, weekdayNumber } from '../document/dates.js';
import { daysAfter, weekdayOf } from '../document/weekdays.js';
import { dayMeant } from '../rules/dueDate.js';

/**
 * The day that somebody types who sees what comes of it: a date as it is written, or as seen from `today`, an ISO day:
 * `today`, `//`, `yesterday`, `friday`, `next friday`, which is that of the week after this one. `undefined` for anything else.
 */
export function dayTyped(text: string, today: string): string | undefined {
  const words = text.trim().toLowerCase();
  const stated = readDate(text);
  if (stated)
    return stated.precision === 'day' && stated.alternative === undefined && isDate(stated.iso)
      ? stated.iso
      : undefined;
  if (words === '//' || words === 'now') return today;
  if (words === 'yesterday') return daysAfter(today, -1);
  const [, which = '', name = ''] = /^(next|last)\s+([a-z]+)$/.exec(words) ?? [];
  if (name === 'week') return daysAfter(today, which === 'next' ? 7 : -7);
  const weekday = weekdayNumber(name);
  if (weekday === undefined) return dayMeant(words, today);
  const fromMonday = (day: number): number => (day + 6) % 7;
  const now = fromMonday(weekdayOf(today));
  return daysAfter(today, fromMonday(weekday) - now + (which === 'next' ? 7 : -7));
}
