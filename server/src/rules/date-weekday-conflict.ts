import type { StatedDate } from '../document/dates.js';
import { inlineNodes, noDefinitions, sourceSpan } from '../document/inline.js';
import {
  isoOf,
  mayNameWeekday,
  namedDays,
  weekdayCalled,
  weekdayName,
  weekdayOf,
  type NamedDay,
} from '../document/weekdays.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { isOpaque, leavesOf } from './leaves.js';
import { ownText } from './part.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const dateWeekdayConflict = defineRule({
  id: 'date-weekday-conflict',
  summary: 'A day is named with a weekday that it was not',
  why: 'One of the two is wrong, and whoever wants to come next time, or to find the log, does not know which.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n- Date: ⟦Thursday, December 4th, 2013⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes\n\n- Date: Wednesday, December 4th, 2013\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes\n\n- Date: 2013-11-27\n\n## Attendees\n\n- Jan Beulich\n\n## Next call\n\nIt is on ⟦Thu 4 Dec⟧, then on ⟦2014-01-08 (Thursday)⟧.\n',
      fixed:
        '# Minutes\n\n- Date: 2013-11-27\n\n## Attendees\n\n- Jan Beulich\n\n## Next call\n\nIt is on Wed 4 Dec, then on 2014-01-08 (Wednesday).\n',
    },
    {
      good: '# Minutes\n\n- Date: 2013-11-27\n\n## Attendees\n\n- Jan Beulich\n\n## Next calls\n\nWednesday, Dec 4, Wednesday the 8th of January, Thursday-Friday Dec 4-5, the 31st after that, Wednesday 9 July, and `Thu Dec 4`.\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Next call\n\nIt is on Thursday, December 4.\n' },
  ],
  concerns: (_, section) => daysIn(section).length > 0,
  check: ({ document, sections }) =>
    sections.flatMap(({ index, start }) => {
      const section = document.cut.sections[index];
      return (section ? daysIn(section) : []).flatMap((day) => conflict(day, start, document.facts.date) ?? []);
    }),
});

/** A day as a section names it; offsets in the section. */
interface Named extends NamedDay {
  readonly text: string;
  readonly weekdayText: string;
  readonly dayText: string;
}

const daysIn = memo((section: Section): readonly Named[] =>
  mayNameWeekday.test(ownText(section))
    ? leavesOf(section.blocks).flatMap((leaf) =>
        namedDays(leaf.leaf.text).flatMap((day): Named[] => {
          if (isOpaque(inlineNodes(leaf, noDefinitions), day.span)) return [];
          const place = (span: Span): Span => sourceSpan(leaf.leaf, span);
          const text = ({ start, end }: Span): string => leaf.leaf.text.slice(start, end);
          const spans = {
            span: place(day.span),
            weekdaySpan: place(day.weekdaySpan),
            daySpan: place(day.daySpan),
            ...(day.yearSpan && { yearSpan: place(day.yearSpan) }),
          };
          return [
            {
              ...day,
              ...spans,
              text: text(day.span).replace(/\s+/g, ' '),
              weekdayText: text(day.weekdaySpan),
              dayText: text(day.daySpan),
            },
          ];
        }),
      )
    : [],
);

function conflict(named: Named, start: number, date: StatedDate | undefined): Finding | undefined {
  const [iso, ...others] = daysMeant(named, date);
  if (iso === undefined || [iso, ...others].some((each) => weekdayOf(each) === named.weekday)) return undefined;
  const write = (text: string | undefined, span: Span | undefined): Fix[] =>
    text === undefined || !span ? [] : [{ title: say`Write "${text}"`, edits: [{ span: shift(span, start), text }] }];
  const [right] = write(weekdayName(weekdayOf(iso), named.weekdayText), named.weekdaySpan);
  return {
    span: shift(named.span, start),
    message: say`${iso} is a ${weekdayCalled(weekdayOf(iso))}, not a ${weekdayCalled(named.weekday)}; mend the weekday or the date`,
    fixes: [
      ...(right ? [{ ...right, preferred: true }] : []),
      ...write(dayWith(named, iso), named.daySpan),
      ...write(yearWith(named), named.yearSpan),
    ],
  };
}

/** In January the old year is still in one's fingers, and minutes of December plan for the new one. */
function yearWith({ year, month, day, weekday }: Named): string | undefined {
  const others = year === undefined ? [] : [year + 1, year - 1];
  const right = others.find((each) => {
    const iso = isoOf(each, month, day);
    return iso !== undefined && weekdayOf(iso) === weekday;
  });
  return right?.toString();
}

/**
 * The day in the year that is stated, else in those years that bring it near to the document's own date, the nearest first:
 * in April a "22 October" may be the last one or the next.
 */
function daysMeant({ year, month, day }: Named, date: StatedDate | undefined): string[] {
  const own = year ?? Number(date?.iso.slice(0, 4));
  if (year !== undefined || date?.precision === 'year') return [isoOf(own, month, day) ?? []].flat();
  if (!date) return [];
  const here = Date.parse(date.precision === 'day' ? date.iso : `${date.iso}-15`);
  const away = (iso: string): number => Math.abs(Date.parse(iso) - here);
  return [own - 1, own, own + 1]
    .flatMap((each) => isoOf(each, month, day) ?? [])
    .filter((iso) => away(iso) < nineMonths)
    .sort((one, other) => away(one) - away(other));
}

const nineMonths = 270 * 24 * 60 * 60 * 1000;

/** The nearest day of the same month that has the weekday named, written as the day is. */
function dayWith({ weekday, day, year, month, dayText, text }: Named, iso: string): string | undefined {
  const by = ((weekday - weekdayOf(iso) + 10) % 7) - 3;
  const moved = day + by;
  if (isoOf(year ?? Number(iso.slice(0, 4)), month, moved) === undefined) return undefined;
  if (/\D/.test(dayText)) return `${moved}${ordinalEnding(moved)}`;
  // `04` keeps its two digits, in an ISO date as elsewhere; behind `10` comes `9` unless it is an ISO date.
  return dayText.startsWith('0') || text.includes(iso) ? String(moved).padStart(2, '0') : String(moved);
}

function ordinalEnding(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}
