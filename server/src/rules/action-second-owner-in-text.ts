import type { Action } from '../document/facts.js';
import { looksLikeName } from '../document/reading/people.js';
import { defineRule, type Finding } from './rule.js';
import { both, say } from '../text/say.js';

export const actionSecondOwnerInText = defineRule({
  id: 'action-second-owner-in-text',
  summary: 'The text of an action begins with a further owner',
  why: 'Only those before the colon are listed as owners; whoever stands behind it is not reminded.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- ACTION Konrad: ⟦or Mukesh⟧ to tell George\n',
      fixed: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- ACTION Konrad or Mukesh: tell George\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- Action Konrad (by 2013-03-15): ⟦and Mukesh, Jan Beulich⟧ will tell George\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- Action Konrad, Mukesh, Jan Beulich (by 2013-03-15): tell George\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- ACTION Konrad: and Xen too\n- ACTION Jan: ask Konrad or Mukesh to tell George\n- ACTION Jan, George: review\n',
    },
  ],
  concerns: ({ actions }, { text }) =>
    actions.some(({ textSpan }) => further.test(text.slice(textSpan.start, textSpan.end))),
  checkSection: ({ section, facts }) =>
    facts.actions.flatMap((action) => {
      const last = action.owners.at(-1);
      return last ? furtherOwners(action, last.span.end, section.text) : [];
    }),
});

const further =
  /^(or|and|&|\/)\s+(?!\s)([^\n:.;()[\]*_`]{1,60}?)(?<!\s)\s*(?::\s*|(?<=\s)(?:to|will|should)\s+)(?=\S)/u;

/** `at` is where the owners in the head end. */
function furtherOwners({ textSpan }: Action, at: number, text: string): Finding[] {
  const form = further.exec(text.slice(textSpan.start, textSpan.end));
  const names = form?.[2]?.split(/[,&/]|\band\b|\bor\b/).map((name) => name.trim()) ?? [];
  if (!form || names.length === 0 || !names.every(looksLikeName)) return [];
  const written = form[2] ?? '';
  const joined = form[1] === 'or' ? ` or ${written}` : `, ${names.join(', ')}`;
  const start = textSpan.start;
  return [
    {
      span: { start, end: start + form[0].indexOf(written) + written.length },
      message: say`the text begins with a further owner; write "${written}" before the colon`,
      fixes: [
        {
          title: say`Write ${both(names)} among the owners`,
          edits: [
            { span: { start: at, end: at }, text: joined },
            { span: { start, end: start + form[0].length }, text: '' },
          ],
          preferred: true,
        },
      ],
    },
  ];
}
