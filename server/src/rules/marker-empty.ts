import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const markerEmpty = defineRule({
  id: 'marker-empty',
  summary: 'Nothing stands behind a marker',
  why: 'What was to be done, or was decided, is lost to everybody who was not there.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ⟦ACTION⟧ Jan:\n- ⟦RESOLUTION⟧:\n- ⟦ACTION⟧:\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION Jan: ask\n- ACTION: none\n- RESOLUTION: go on\n- AGREED:\n  - release in June\n',
    },
  ],
  concerns: ({ actions, decisions }) => [...actions, ...decisions].some(({ text }) => text === ''),
  checkSection: ({ section, facts }) => {
    const empty = [...facts.actions, ...facts.decisions].filter(({ text }) => text === '');
    return empty
      .filter(({ span }) => !goesOn(span, section.text))
      .map(({ markerSpan }) => ({
        span: markerSpan,
        message: say`nothing stands behind this marker; write what is meant, or take it out`,
      }));
  },
});

/** Whether what is meant stands below: in an item of its own, or behind an empty line. */
function goesOn({ end }: Span, text: string): boolean {
  const line = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  const rest = text.slice(end + line.length);
  const start =
    text
      .slice(0, end)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const indent = /^[\t ]*/.exec(start)?.[0].length ?? 0;
  const next = /^[\r\n]+([\t ]*)\S/.exec(rest);
  const listed = /^[\t ]*(?:[-*+]|\d+[.)])\s/.test(start);
  return next !== null && (listed ? (next[1]?.length ?? 0) > indent : !/^\s*#/.test(rest));
}
