import type { Action } from '../document/facts.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const actionMalformed = defineRule({
  id: 'action-malformed',
  summary: 'The head of an action is not in its usual form',
  why: 'Actions are gathered and searched for by "ACTION Name:"; one written differently is easily missed.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦Action Lars::⟧ book a room\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars: book a room\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦**ACTION** Lars: -⟧ book a room\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars: book a room\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- [ ] ⟦Pictogram voting comment 15px.png Action Lars (due 2013-03-01):⟧ book\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- [ ] ACTION Lars (by 2013-03-01): book\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n- Jan Beulich\n\n## Events\n\n- ⟦ACTION: Lars:⟧ book a room\n- ⟦Action: Lars and Jan⟧ to book a room\n- ⟦[AI] Jan⟧ to ask\n- ⟦Jan Beulich ACTION:⟧ ask\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n- Jan Beulich\n\n## Events\n\n- ACTION Lars: book a room\n- ACTION Lars and Jan: to book a room\n- ACTION Jan: to ask\n- ACTION Jan Beulich: ask\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars, Jan or George (by 2013-03-01): book\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- **ACTION Lars: book a room**\n- Action is needed\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION\n- ACTION Lars\n' },
  ],
  concerns: ({ actions }) => actions.some((action) => action.canonicalHead),
  checkSection: ({ section, facts }) =>
    facts.actions.flatMap((action) => {
      const head = usualHead(action, section.text);
      if (!head) return [];
      const end = head.span.end - (head.text.endsWith(' ') ? 1 : 0);
      const form = head.text.trimEnd().replace(/^[*_]+/, '');
      return [
        {
          span: { start: head.span.start, end },
          message: say`an action begins in another form than usual; write "${form}"`,
          fixes: [{ title: say`Write "${form}"`, edits: [{ span: head.span, text: head.text }], preferred: true }],
        },
      ];
    }),
});

/** The head in its usual form, where it is written otherwise. */
export function usualHead({ canonicalHead: head, ownersText, text }: Action, written: string): Action['canonicalHead'] {
  // Without owner and colon it is still being typed, or its text begins with the owner: that is told elsewhere.
  if (!head || text === '') return undefined;
  return ownersText === '' && !written.slice(head.span.start, head.span.end).includes(':') ? undefined : head;
}
