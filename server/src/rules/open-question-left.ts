import { inlineNodes, noDefinitions, sourceSpan } from '../document/inline.js';
import type { LeafBlock } from '../document/model.js';
import { openQuestion } from '../document/schema.js';
import { overlaps, type Span } from '../text/span.js';
import { isOpaque, leavesOf } from './leaves.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';

export const openQuestionLeft = defineRule({
  id: 'open-question-left',
  summary: "A question of the scribe's is still open",
  why: 'Those who were there can answer it now; later readers have to take the doubt as it stands.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Andres Lagar-Cavilla (⟦+ another from Gridcentric?⟧)\n- Jay ⟦(Phelps?)⟧\n\n## MSI-X\n\n- The regions are read only ⟦(is this correct???)⟧\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: ⟦???⟧ has sent patches to Mariano ⟦(spelling?)⟧ and Wei⟦(?)⟧\n- ⟦??⟧: agrees\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Andres Lagar-Cavilla (+ another from Gridcentric)\n\n## PVH\n\n- Jan: why so late???\n- A new book on Xen (about PVH?) and `a ?? b` and [(?)](https://xen.org)\n- Open question: who tests it?\n',
    },
  ],
  concerns: (_, section) => ownText(section).includes('?'),
  checkSection: ({ section, facts }) => {
    const doubted = facts.people.flatMap(({ span, unnamed, affiliation }): Span[] => {
      const text = section.text.slice(span.start, span.end);
      if (unnamed) return text.endsWith('?') ? [span] : [];
      const start = affiliation?.endsWith('?') ? text.lastIndexOf('(') : -1;
      return start < 0 ? [] : [{ start: span.start + start, end: span.end }];
    });
    const written = leavesOf(section.blocks).flatMap((leaf) => questionsIn(leaf));
    return [...doubted, ...written.filter((span) => !doubted.some((other) => overlaps(span, other)))].map(finding);
  },
});

function finding(span: Span): Finding {
  return { span, message: 'a question is left open here; answer it, or write what is certain' };
}

function questionsIn(leaf: LeafBlock): Span[] {
  const { text } = leaf.leaf;
  if (!text.includes('?')) return [];
  return [...text.matchAll(openQuestion)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return isOpaque(inlineNodes(leaf, noDefinitions), span) ? [] : [sourceSpan(leaf.leaf, span)];
  });
}
