import { neverAlone, neverLast } from '../document/schema.js';
import { defineRule } from './rule.js';

export const textCutOff = defineRule({
  id: 'text-cut-off',
  summary: 'A sentence stops in its midst',
  why: 'The end was lost when the text was copied, or the scribe did not get there; those who were in the room can still add it.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: these remarks are about missing features. ⟦This⟧\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\nNobody had an idea how the guest would reach ⟦the⟧\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\nJan will look at this\n\n- what it is for\n- plan A\n- the\n\nThe guests are to be reached by means of `a`.\n',
    },
  ],
  checkLeaf: ({ type, text }) => {
    if (type !== 'paragraph') return [];
    // The end alone is looked at, as texts may be long; most end with a full stop or another word.
    const tail = text.trimEnd();
    const last = /[A-Za-z]+$/.exec(tail.slice(-12))?.[0] ?? '';
    const start = tail.length - last.length;
    const before = tail.slice(Math.max(0, start - 40), start);
    if (!stops(last, before) || tail.slice(0, start).trim().split(/\s+/, leastWords).length < leastWords) return [];
    return [
      {
        span: { start, end: tail.length },
        message: `the text stops behind "${last}"; write the rest of the sentence, or take its beginning out`,
      },
    ];
  },
});

/** Fewer words are a heading, a label or a remark. */
const leastWords = 3;

const last: ReadonlySet<string> = new Set(neverLast);
const alone: ReadonlySet<string> = new Set(neverAlone);

function stops(word: string, before: string): boolean {
  return (last.has(word) && /\s$/.test(before)) || (alone.has(word) && /[.!?]\s+$/.test(before));
}
