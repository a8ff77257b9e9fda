import { place, type DocumentFacts } from '../document/document.js';
import type { Action } from '../document/facts.js';
import type { StatedDate } from '../document/dates.js';
import { dueSpan } from './dueDate.js';
import { defineRule, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const actionDuePast = defineRule({
  id: 'action-due-past',
  summary: 'An action is due before the meeting that gives it',
  why: 'An action that is late from the start was given a wrong date, most often a wrong year.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n- Date: 2014-01-09\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by ⟦2013-01-31⟧): book a room\n',
      fixed:
        '# Minutes\n\n- Date: 2014-01-09\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by 2014-01-31): book a room\n',
    },
    {
      bad: '# Minutes\n\n- Date: 2014-01-09\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by ⟦December 2012⟧): book a room\n',
    },
    {
      good: '# Minutes\n\n- Date: 2014-01-09\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by 2014-01-09): book\n- ACTION Lars (by January 2014): ask\n- [x] ACTION Lars (by 2013-12-31): ping\n',
    },
    {
      good: '# Minutes\n\n- Date: 2014-01-09\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- ACTION Lars (by 2013-12-31): book a room\n  - not yet\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by 2013-01-31): book a room\n' },
  ],
  concernsPlaced: ({ facts }, { document }) => facts.actions.some((action) => isPast(action, document.facts)),
  checkPlaced: (section, { document }) => {
    const meeting = document.facts.date?.iso ?? '';
    return section.facts.actions.flatMap((action) => {
      const { due } = action;
      if (!due?.date || !isPast(action, document.facts)) return [];
      const span = place(section, dueSpan(due, section.own.text));
      const message = say`"${due.text}" is before the meeting of ${meeting}; mend the date`;
      const fixes = inMeetingsYear(due.date, document.facts).map((iso): Fix => ({
        title: say`Write "${iso}"`,
        edits: [{ span, text: iso }],
      }));
      return [{ span, message, ...(fixes.length > 0 && { fixes }) }];
    });
  },
});

/** Whether an open action of a meeting was due before it. */
function isPast({ due, done, previous }: Action, { date }: DocumentFacts): boolean {
  return due?.date !== undefined && !done && !previous && date !== undefined && isBefore(due.date, date.iso);
}

/** Whether a date ends before another begins, as far as both are stated; one that may be two days is the later one. */
function isBefore(date: StatedDate, meeting: string): boolean {
  const last = [date.iso, date.end ?? '', date.alternative ?? ''].sort().at(-1) ?? '';
  return last.slice(0, meeting.length) < meeting.slice(0, last.length);
}

/** The same day in the first year in which the meeting is over, where it is near enough to be meant. */
function inMeetingsYear({ iso, precision }: StatedDate, { date }: DocumentFacts): string[] {
  if (precision !== 'day' || date?.precision !== 'day') return [];
  const year = Number(date.iso.slice(0, 4));
  const days = [year, year + 1].map((each) => `${each}${iso.slice(4)}`);
  return days.filter((day) => {
    const ahead = Date.parse(day) - Date.parse(date.iso);
    return ahead >= 0 && ahead <= halfYear && !day.endsWith('-02-29');
  });
}

/** In milliseconds. */
const halfYear = 183 * 86_400_000;
