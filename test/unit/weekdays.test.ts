import { expect, it } from 'vitest';
import { isoOf, namedDays, weekdayName, weekdayOf } from '../../server/src/document/weekdays.js';

/** `weekday year-month-day` of each day, as the spans say it in brackets. */
function tell(text: string): string[] {
  return namedDays(text).map(({ weekday, year, month, day, span, weekdaySpan, daySpan }) => {
    const quote = (each: { start: number; end: number }): string => text.slice(each.start, each.end);
    expect(quote(span)).toContain(quote(weekdaySpan));
    expect(quote(span)).toContain(quote(daySpan));
    return `${weekdayName(weekday, quote(weekdaySpan))} ${year ?? '?'}-${month}-${day} [${quote(weekdaySpan)} ${quote(daySpan)}]`;
  });
}

const texts = [
  ['on Thursday, July 11th, 2013 at noon', ['Thursday 2013-7-11 [Thursday 11th]']],
  ['on Thu 4 Dec or Fri. Dec. 5', ['Fri ?-12-5 [Fri 5]', 'Thu ?-12-4 [Thu 4]']],
  ['Tuesday. The 26th of September.', ['Tuesday ?-9-26 [Tuesday 26th]']],
  [
    'today, Thursday\n2013-02-21 and 2013-02-22 (Friday)',
    ['Thursday 2013-2-21 [Thursday 21]', 'Friday 2013-2-22 [Friday 22]'],
  ],
  ['July 11 2013 (Thu), 12 July (Friday)', ['Thu 2013-7-11 [Thu 11]', 'Friday ?-7-12 [Friday 12]']],
  ['Wednesday-Thursday, July 10-11 2013', []],
  ['Wednesday and Thursday July 11', []],
  ['Wednesday July 10 to 12', []],
  ['Thursday at July 4pm, sat may 4 people, month 3', []],
  ['Thursday, and then July 11', []],
] as const;

it.each(texts)('reads the days named in %j', (text, expected) => {
  expect(tell(text).sort()).toEqual([...expected].sort());
});

it('knows which weekday a day is, and which days there are', () => {
  expect(weekdayName(weekdayOf('2013-12-04'))).toBe('Wednesday');
  expect(weekdayName(3, 'Thu')).toBe('Wed');
  expect(weekdayName(3, 'thursday')).toBe('wednesday');
  expect(isoOf(2013, 2, 29)).toBeUndefined();
  expect(isoOf(2016, 2, 29)).toBe('2016-02-29');
});
