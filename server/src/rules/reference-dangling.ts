import { inlineNodes, sourceSpan, type Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import type { Definitions } from '../document/remark.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { leavesOf } from './leaves.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const referenceDangling = defineRule({
  id: 'reference-dangling',
  summary: 'A numbered reference has nothing of that number to refer to',
  why: 'The list of references was left behind when the text was copied, and with it what the sentence rests on.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nThe series [1] is in, the tools ⟦[3]⟧ are not.\n\n[1] https://lists.xenproject.org/archives/html/xen-devel/2013-02/msg00001.html\n[2] https://lists.xenproject.org/archives/html/xen-devel/2013-02/msg00002.html\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nThe series [1] is in, the tools [2] are not.\n\n[1] https://lists.xenproject.org/archives/html/xen-devel/2013-02/msg00001.html\n[2] https://lists.xenproject.org/archives/html/xen-devel/2013-02/msg00002.html\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- Jan Beulich: as posted ⟦[1]⟧, see [there]⟦[2]⟧\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nThe series [1] is in, the tools [2] are not, [3] neither; `a [4]`, argv[5], bit [6].\nAs they say [8].\n\n<small>[8]: once</small>\n\n> As I said [7]\n\n## References\n\n1. The series\n1. The tools\n\n[3]: https://xenproject.org/\n',
    },
  ],
  concerns: (_, section) => /\[\d{1,2}\]/.test(ownText(section)),
  check: ({ document: { cut, definitions }, sections }) => {
    const referred = sections.flatMap(({ index, start }) => {
      const section = cut.sections[index];
      return (section ? referredIn(definitions, section) : []).map(({ number, span }) => ({
        number,
        span: shift(span, start),
      }));
    });
    if (referred.length === 0) return [];
    const given = new Set(cut.sections.flatMap((section) => givenIn(section).all));
    const dangling = referred.filter(({ number }) => !given.has(number));
    const free = dangling.length === 0 ? [] : unused(cut.sections);
    return dangling.map((each) => finding(each, free));
  },
});

function finding({ number, span }: Referred, free: readonly number[]): Finding {
  const fixes = free.map((each) => ({ title: say`Refer to [${each}]`, edits: [{ span, text: `[${each}]` }] }));
  const message = say`nothing in this document is numbered [${number}]; add it, or correct the number`;
  return { span, message, ...(fixes.length > 0 && { fixes }) };
}

interface Referred {
  readonly number: number;
  /** With the brackets, in the section. */
  readonly span: Span;
}

const none: readonly Referred[] = [];

/** Numbers in brackets that a section's text refers by. */
const referredIn = memo((definitions: Definitions, { text, blocks }: Section): readonly Referred[] =>
  /\[\d{1,2}\]/.test(text) ? leavesOf(blocks).flatMap((leaf) => referredInLeaf(leaf, definitions)) : none,
);

const inBrackets = /\[(\d{1,2})\]/g;
/** Before and behind what is an index or a part of a word; a bit of a register has its number in brackets, too. */
const noReferenceBefore =
  /[\w`'"[]$|\b(?:bits?|bytes?|cpus?|entry|index|items?|level|lines?|registers?|slots?|vcpus?)\s$/i;

function referredInLeaf(block: LeafBlock, definitions: Definitions): Referred[] {
  const { text } = block.leaf;
  const found = [...text.matchAll(inBrackets)];
  if (found.length === 0) return [];
  const prose = textIn(inlineNodes(block, definitions));
  return found.flatMap(({ 0: written, 1: digits, index }) => {
    const span = { start: index, end: index + written.length };
    const before = text.slice(Math.max(0, index - 20), index);
    const reads = prose.some(({ start, end }) => start <= span.start && span.end <= end);
    if (
      !reads ||
      isAtLineStart(text, index) ||
      noReferenceBefore.test(before) ||
      /^(?:\w|:\s)/.test(text.slice(span.end, span.end + 2))
    )
      return [];
    return [{ number: Number(digits), span: sourceSpan(block.leaf, span) }];
  });
}

/** What stands there gives the number its meaning, or may: a line of prose can begin with a reference as well. */
function isAtLineStart(text: string, index: number): boolean {
  return /(?:^|[\r\n])[ \t>*+-]*$/.test(text.slice(Math.max(0, index - 20), index));
}

/** Spans of plain text: nothing in code, in links or in references that lead somewhere. */
function textIn(nodes: readonly Inline[]): Span[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.span];
    return node.type === 'link' || node.type === 'linkReference' ? [] : textIn(node.children ?? []);
  });
}

interface Given {
  readonly all: readonly number[];
  /** Those in brackets, which are numbered to be referred to. */
  readonly bracketed: readonly number[];
}

/** At the start of a line; with a colon anywhere. */
const numberedLine = /^[ \t>*+-]*(?:\[\^?(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})[.):])(?=[\s:]|$)|\[(\d{1,2})\]:\s/gm;

/** Numbers that something in a section has: definitions, and lines and items of lists that begin with one. */
const givenIn = memo(({ text, blocks }: Section): Given => {
  const lines = [...text.matchAll(numberedLine)];
  const bracketed = lines.flatMap(({ 1: digits }) => digits ?? []).map(Number);
  const others = lines.flatMap(({ 2: round, 3: plain, 4: inText }) => round ?? plain ?? inText ?? []).map(Number);
  return { all: [...bracketed, ...others, ...itemNumbers(blocks)], bracketed };
});

/** Numbers of the items of ordered lists, as they are counted, whatever is written. */
function itemNumbers(blocks: readonly (Block | ListItem)[]): number[] {
  return blocks.flatMap((block) => {
    if (!('children' in block)) return [];
    const own =
      block.type === 'list' && block.ordered ? block.children.map((_, index) => (block.start ?? 1) + index) : [];
    return [...own, ...itemNumbers(block.children)];
  });
}

/** Numbers in brackets that nothing refers to: one of them may be meant. */
function unused(sections: readonly Section[]): number[] {
  const used = new Set(
    sections.flatMap(({ text }) =>
      [...text.matchAll(inBrackets)].flatMap(({ 1: digits, index }) =>
        isAtLineStart(text, index) ? [] : [Number(digits)],
      ),
    ),
  );
  const bracketed = new Set(sections.flatMap((section) => givenIn(section).bracketed));
  return [...bracketed].filter((number) => !used.has(number)).slice(0, 3);
}
