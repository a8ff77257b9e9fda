import type { Block } from '../document/model.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const signatureBeforeBody = defineRule({
  id: 'signature-before-body',
  summary: 'A line of two dashes stands above the notes',
  why: 'Mail programs and archives take all below such a line for a signature: they grey it out, fold it away or cut it off.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\nHere are the notes.\n\n⟦--⟧\nLars\n\n## PVH\n\n- Jan asks\n',
      fixed: '# Minutes\n\nHere are the notes.\n\nLars\n\n## PVH\n\n- Jan asks\n',
    },
    {
      bad: '# Minutes\n\nLars Kurth\n⟦-- ⟧\n\nPVH was discussed first.\n\n- Jan asks\n',
      fixed: '# Minutes\n\nLars Kurth\n\nPVH was discussed first.\n\n- Jan asks\n',
    },
    { bad: '# Minutes\n\nPVH was first.\n\n⟦-- ⟧\n\nThen came HVM.\n\n- Jan asks\n' },
    { good: '# Minutes\n\n## PVH\n\n- Jan asks\n\n--\nLars Kurth\nCommunity manager\n' },
    { good: '# Minutes\n\nPVH\n--\n\n- Jan asks\n\n--\n\n- Jan answers\n\n---\n\n```\n--\n```\n\n- -- Jan answers\n' },
  ],
  concerns: (_, section) => separatorsIn(section).length > 0,
  check: ({ document: { cut }, sections }) => {
    for (const { index, start } of sections) {
      const section = cut.sections[index];
      // What ends a document is its signature.
      const isLast = index === cut.sections.length - 1;
      const found = section && separatorsIn(section).find(({ behind }) => !isLast || isBody(section, behind));
      if (found) return [finding(section, found.line, start)];
    }
    return [];
  },
});

interface Separator {
  /** The line, without its ending. */
  readonly line: Span;
  /** The blocks behind it. */
  readonly behind: readonly Block[];
}

const none: readonly Separator[] = [];

const separatorsIn = memo((section: Section): readonly Separator[] =>
  mayHave(section) ? findSeparators(section) : none,
);

function mayHave(section: Section): boolean {
  const text = ownText(section);
  return text.includes('--') && /^--[ \t]*$/m.test(text);
}

/** Below a text, two dashes make it a heading; the blank of a signature tells that none is meant. */
const belowText = /(?<=[\r\n])-- (?=[\r\n]|$)/;
/** Two dashes alone may be the beginning of a rule across the page. */
const aboveText = /^--(?: (?=[\r\n]|$)|(?=(?:\r\n|\n|\r)[ \t]*\S))/;

function findSeparators({ blocks, text }: Section): Separator[] {
  return blocks.flatMap((block, index): Separator[] => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return [];
    const { start, end } = block.span;
    const ending = /[\r\n]|$/.exec(text.slice(end))?.index ?? 0;
    const match = (block.type === 'heading' ? belowText : aboveText).exec(text.slice(start, end + ending));
    if (!match) return [];
    const line = shift({ start: match.index, end: match.index + match[0].length }, start);
    return [{ line, behind: blocks.slice(index + 1) }];
  });
}

/** Lines that a signature may have; it is nothing but text. */
const mostLines = 6;

function isBody({ text }: Section, behind: readonly Block[]): boolean {
  const [first] = behind;
  if (behind.some((block) => block.type !== 'paragraph' && block.type !== 'html')) return true;
  const lines = first ? text.slice(first.span.start).split(/[\r\n]+/) : [];
  return lines.filter((line) => line.trim() !== '').length > mostLines;
}

function finding({ text }: Section, line: Span, start: number): Finding {
  const ending = /^(?:\r\n|\n|\r)?/.exec(text.slice(line.end))?.[0].length ?? 0;
  const fixes = [
    {
      title: say`Delete the line`,
      edits: [{ span: shift({ ...line, end: line.end + ending }, start), text: '' }],
      preferred: true,
    },
    {
      title: say`Write "***", which parts without ending the text`,
      edits: [{ span: shift(line, start), text: '***' }],
    },
  ];
  const message = say`mail programs take what follows "--" for a signature; delete the line, or write "***"`;
  return { span: shift(line, start), message, fixes };
}
