import { inlineNodes, noDefinitions, sourceSpan } from '../document/inline.js';
import type { LeafBlock } from '../document/model.js';
import { openQuestion, operand, talkOfOperator } from '../document/schema.js';
import { overlaps, type Span } from '../text/span.js';
import { isOpaque, leavesOf } from './leaves.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

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
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: ⟦[scribe: missed the name???]⟧ knows ⟦??⟧ of it\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Andres Lagar-Cavilla (+ another from Gridcentric)\n\n## PVH\n\n- Jan: why so late???\n- A new book on Xen (about PVH?) and `a ?? b` and [(?)](https://xen.org)\n- Open question: who tests it?\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: a ?? b gives the second value, as does opts.size ?? fallback\n- Jan: so x ??= y sets it\n- Jan: the operator is ?? here\n',
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
  return { span, message: say`a question is left open here; answer it, or write what is certain` };
}

function questionsIn(leaf: LeafBlock): Span[] {
  const { text } = leaf.leaf;
  if (!text.includes('?')) return [];
  return [...text.matchAll(openQuestion)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[0] === '??' && isOperator(text, span)) return [];
    return isOpaque(inlineNodes(leaf, noDefinitions), span) ? [] : [sourceSpan(leaf.leaf, span)];
  });
}

/** Whether `??` stands between operands, or in talk of operators; before a colon it stands for somebody's name. */
function isOperator(text: string, { start, end }: Span): boolean {
  const behind = text.slice(end);
  if (/^\s?(?:\([^()]{0,40}\)\s?)?:/.test(behind)) return false;
  if (behind.startsWith('=') || talkOfOperator.test(text)) return true;
  const left = /(?<!\S)\S+$/.exec(text.slice(0, start).trimEnd().slice(-40))?.[0] ?? '';
  const right = /^\S+/.exec(behind.trimStart().slice(0, 40))?.[0].replace(/(?<![.,;:!?)])[.,;:!?)]+$/, '') ?? '';
  return operand.test(left) || operand.test(right) || (/^[a-z]$/i.test(left) && /^[a-z]$/i.test(right));
}
