import { place } from '../document/document.js';
import { statedNone, statedUnknown } from '../document/schema.js';
import { dayMeant, dueSpan } from './dueDate.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const actionDueInvalid = defineRule({
  id: 'action-due-invalid',
  summary: 'The due date of an action is no date',
  why: 'Once the meeting is some weeks back nobody can tell which Friday was meant, and no list can say what is late.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by ⟦Friday⟧): book\n- ACTION Lars by ⟦15 March⟧: ask\n- ACTION Lars (by ⟦next call⟧): ping\n',
      fixed:
        '# Minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by 2013-02-22): book\n- ACTION Lars by 2013-03-15: ask\n- ACTION Lars (by next call): ping\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by ⟦2013-02-30⟧): book a room\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars (by 2013-03-15): book\n- ACTION Lars (due March 2013): ask\n- ACTION Lars (by unknown): ping\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- ACTION Lars (by next call): book a room\n  - not yet\n',
    },
  ],
  concerns: ({ actions }) => actions.some(({ due }) => due && !due.date),
  checkPlaced: (section, { document }) =>
    section.facts.actions.flatMap(({ due, done, previous }) => {
      if (!due || due.date || done || previous || statedUnknown.test(due.text) || statedNone.test(due.text)) return [];
      const span = place(section, dueSpan(due, section.own.text));
      const { date } = document.facts;
      const day = date?.precision === 'day' ? dayMeant(due.text, date.iso) : undefined;
      const message = say`"${due.text}" is no date; write the day as ${day ?? 'YYYY-MM-DD'}`;
      const fixes = day === undefined ? [] : [{ title: say`Write "${day}"`, edits: [{ span, text: day }] }];
      return [{ span, message, ...(fixes.length > 0 && { fixes }) }];
    }),
});
