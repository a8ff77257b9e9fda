import type { TextEdit } from '../text/edits.js';
import { say } from '../text/say.js';
import { proseOf } from './prose.js';
import { defineRule, type Finding } from './rule.js';

export const escapeResidue = defineRule({
  id: 'escape-residue',
  summary: 'An escape that another program left stands in the text',
  why: 'Whoever reads or searches the text itself, or the mail made of it, stumbles over marks that protect nothing.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: "# Minutes\n\n## Build\n\nIt⟦\\'⟧s in tools/tests/run\\_all, since 4\\-19 for C\\+\\+ too\\!\n",
      fixed: "# Minutes\n\n## Build\n\nIt's in tools/tests/run_all, since 4-19 for C++ too!\n",
    },
    {
      bad: '# Minutes\n\n## Q⟦\\&⟧A\n\nJan said ⟦\\"⟧later\\" of issue \\#12 -\\> fixed.\n',
      fixed: '# Minutes\n\n## Q&A\n\nJan said "later" of issue #12 -> fixed.\n',
    },
    {
      bad: '# Minutes\n\n## R⟦&amp;⟧D\n\nIt⟦&#39;⟧s in dom0\\\\_mem, and &amp;lt; is &quot;less&quot;.\n',
      fixed: '# Minutes\n\n## R&D\n\nIt\'s in dom0_mem, and &lt; is "less".\n',
    },
    {
      good: "# Minutes\n\n## Build\n\n1\\. is no list, \\*this\\* no emphasis, \\<type\\> no tag, a\\|b no cell; `it\\'s`.\n",
    },
    { good: '# Minutes\n\n## Build\n\nSee C:\\xen\\_build, grep foo\\.bar, and printf("\\"%s\\"\\n").\n' },
    {
      good: '# Minutes\n\n## Build\n\n\\- no list, \\# no heading, &lt;, &amp;copy; and [no link\\](x\\_y), \\![no image](x).\n',
    },
  ],
  checkLeaf: ({ text, nodes }) => {
    // A backslash before a letter says that somebody writes code or a path.
    if (!suspect.test(text) || /\\[\p{L}\p{N}]/u.test(text)) return [];
    const prose = proseOf({ text, nodes });
    // In what is half a link or a tag an escape may be what keeps it from being one.
    if (prose.includes('](') || text.includes('<')) return [];
    const quotes = /(?<!\\)"/.test(prose);
    const edits = [...prose.matchAll(residue)]
      .filter(({ 0: written, index }) => !(written === '\\"' && quotes) && !inAddress(text, index))
      .map(({ 0: written, index }) => ({
        span: { start: index, end: index + written.length },
        text: meantBy(written),
      }));
    return edits.length === 0 ? [] : [finding(text, edits)];
  },
});

/** Whether the word around an offset holds an address: what ends a bare address depends on what follows it. */
function inAddress(text: string, at: number): boolean {
  // No address is longer, and a paragraph may have thousands of escapes.
  const before = text.slice(Math.max(0, at - 300), at);
  const start = Math.max(...[' ', '\t', '\n', '\r'].map((blank) => before.lastIndexOf(blank))) + 1;
  const [behind] = /^\S*/.exec(text.slice(at, at + 300)) ?? [''];
  return /:\/\/|www\.|@/i.test(before.slice(start) + behind);
}

/** One finding for a whole paragraph: where one such mark is left, there are many. */
function finding(text: string, edits: readonly TextEdit[]): Finding {
  const [{ span, text: meant } = { span: { start: 0, end: 0 }, text: '' }] = edits;
  const written = text.slice(span.start, span.end);
  const plain = meant === ' ' ? say`a space` : meant;
  const fix = { title: edits.length > 1 ? say`Take out all ${edits.length} such marks` : say`Write ${plain}`, edits };
  const message =
    edits.length > 1
      ? say`${written} is left of a conversion, and ${edits.length - 1} more such; write ${plain}`
      : say`${written} is left of a conversion; write ${plain}`;
  return { span, message, fixes: [fix] };
}

const suspect = /\\[_'"\->#!+=&]|&(?:#39|#x27|apos|quot|amp);/i;

/**
 * Escapes where they protect nothing from being read as markup: within words, behind them, and of entities that stand for
 * plain characters; and those that were themselves escaped, so that readers see them.
 */
const residue = new RegExp(
  [
    String.raw`(?<=[\p{L}\p{N}])\\{1,2}_(?=[\p{L}\p{N}])`,
    String.raw`(?<=\p{L})\\{1,2}'(?=\p{L})`,
    String.raw`(?<!\\)\\"`,
    String.raw`(?<=[\p{L}\p{N}])\\-(?=[\p{L}\p{N}])`,
    String.raw`(?<=\S[ \t]?)\\[-=]\\?>`,
    String.raw`(?<=[-=])\\>`,
    String.raw`(?<=[\p{L}\p{N}] )\\#(?=\p{N})`,
    String.raw`(?<=\p{L})\\#(?![\p{L}\p{N}])`,
    String.raw`(?<=\p{L})\\!(?!\[)`,
    String.raw`(?<=\p{L})\\\+\\\+`,
    String.raw`(?<=[\p{L}\p{N}])\\&(?=[\p{L}\p{N}](?![\p{L}\p{N}]*;))`,
    '&(?:amp;)?(?:#39|#x27|apos|quot);',
    '&amp;(?:amp|lt|gt|nbsp);',
    String.raw`&amp;(?![#\p{L}\p{N}]+;)`,
  ].join('|'),
  'giu',
);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '&lt;',
  '&gt;': '&gt;',
  '&nbsp;': ' ',
};

function meantBy(written: string): string {
  if (!written.startsWith('&')) return written.replace(/\\/g, '');
  const entity = written.toLowerCase().replace(/^&amp;(?=.)/, '&');
  return entities[entity] ?? "'";
}
