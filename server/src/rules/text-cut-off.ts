import { sourceSpan } from '../document/inline.js';
import { beforeArticle, neverAlone, neverLast, seldomLast } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { goesOn, paragraphsIn } from './goesOn.js';
import { leavesOf } from './leaves.js';
import { defineRule } from './rule.js';
import { lacksObject } from './stranded.js';
import { say } from '../text/say.js';

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
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: the pages are mapped twice ⟦and⟧\n- Jan: it depends on the size ⟦of⟧\n- Wei: we run these tests together ⟦with⟧\n- The guest has ⟦a⟧\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\nJan will look at this\n\n- what it is for\n- plan A\n- the\n\nThe guests are to be reached by means of `a`.\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- in the order d, b, c, a\n- they differ in what each is made of\n- there is no password to log in with\n- Jan: something we can live with\n- it has been dealt with\n- the guest is of the kind we have to care for\n',
    },
    // What stops goes on below, or in the next item.
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: could every guest have it, once the\n- …: first one has it?\n- the\n  console knows the size of\n  - each page\n\nThe patch may be taken, and\n\n    make check\n\nhas to pass, or\nelse it cannot be part of the\n\n- tree\n',
    },
  ],
  concerns: (_, { blocks }) => leavesOf(blocks).some(({ leaf }) => cutIn(leaf.text) !== undefined),
  checkSection: ({ section }) =>
    paragraphsIn(section.blocks).flatMap(({ paragraph, next }) => {
      const cut = cutIn(paragraph.leaf.text);
      if (!cut || goesOn(next)) return [];
      const word = paragraph.leaf.text.slice(cut.start, cut.end);
      return [
        {
          span: sourceSpan(paragraph.leaf, cut),
          message: say`the text stops behind "${word}"; write the rest of the sentence, or take its beginning out`,
        },
      ];
    }),
});

/** Fewer words are a heading, a label or a remark. */
const leastWords = 3;

/** The last word of a text, where it is one that something has to follow. */
function cutIn(text: string): Span | undefined {
  // The end alone is looked at, as texts may be long; most end with a full stop or another word.
  const tail = text.trimEnd();
  const last = /(?<![A-Za-z])[A-Za-z]+$/.exec(tail.slice(-12))?.[0] ?? '';
  const start = tail.length - last.length;
  const before = tail.slice(Math.max(0, start - 200), start);
  if (!stops(last, before) || tail.slice(0, start).trim().split(/\s+/, leastWords).length < leastWords)
    return undefined;
  return { start, end: tail.length };
}

const last: ReadonlySet<string> = new Set(neverLast);
const alone: ReadonlySet<string> = new Set(neverAlone);

function stops(word: string, before: string): boolean {
  if (alone.has(word) && /[.!?]\s+$/.test(before)) return true;
  if (!/\s$/.test(before)) return false;
  const previous = /(?<!\S)\S+$/.exec(before.trimEnd())?.[0] ?? '';
  if (word === 'a') return beforeArticle.test(previous) && !otherLetter.test(before);
  const standing = seldomLast.get(word);
  return last.has(word) || (standing !== undefined && !standing.test(previous) && lacksObject(word, before));
}

/** Where one thing is called by a letter, others are: `from b to a`. */
const otherLetter = /(?<![\w'’-])[b-hj-z](?![\w'’-])/i;
