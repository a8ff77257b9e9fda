import { fieldOf, type FieldType } from '../document/schema.js';
import { commonMisspellings } from './misspellings.js';
import { lineStartsIn, positionIn } from '../text/lines.js';
import { memo } from '../text/memo.js';
import type { Span } from '../text/span.js';
import { proseOf } from './prose.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const misspellingCommon = defineRule({
  id: 'misspelling-common',
  summary: 'A word is misspelt in a way seen often',
  why: 'A search for the word does not find this place, and the notes stay on the list for good.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'suggest',
  options: {
    words: {
      description: 'Further slips with what is meant, as in "hyperviser=hypervisor"',
      default: [] as readonly string[],
    },
  },
  examples: [
    {
      bad: '# Minutes\n\n## Mirage\n\n- This is described in the ⟦porject⟧ proposal\n',
      fixed: '# Minutes\n\n## Mirage\n\n- This is described in the project proposal\n',
    },
    {
      bad: '# Design Sessions 2019\n\n## Dom0 ⟦Dissagregation⟧ with Unikraft\n',
      fixed: '# Design Sessions 2019\n\n## Dom0 Disaggregation with Unikraft\n',
    },
    {
      good: '# Minutes\n\n## Mirage\n\nSee `recieve()` in drivers/seperate.c, seperate_queue, recieve() and <https://xen.org/porject>. Ask Mr Teh.\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Dom0 Disaggregation\n\n- Formerly: Dom0 Dissagregation\n\nSee [[Design Sessions 2019#Dom0 Dissagregation]].\n',
    },
  ],
  checkLeaf: ({ text, nodes, options }) => {
    const list = listFor(options.words);
    if (!list.any.test(text)) return [];
    const lines = lineStartsIn(text);
    return [...proseOf({ text, nodes }).matchAll(list.all)].flatMap(({ 0: word, index }) => {
      const right = inCaseOf(word, list.words.get(word.toLowerCase()));
      const span = { start: index, end: index + word.length };
      if (right === undefined || isName(text, span) || isQuoted(text, lines, span)) return [];
      const fixes = [{ title: say`Write "${right}"`, edits: [{ span, text: right }] }];
      return [{ span, message: say`"${word}" is misspelt; write "${right}"`, fixes }];
    });
  },
});

interface WordList {
  readonly words: ReadonlyMap<string, string>;
  readonly any: RegExp;
  readonly all: RegExp;
}

/** The built-in slips and an archive's own, as one expression: it runs over each text that is written. */
const listFor = memo((own: readonly string[]): WordList => {
  const words = new Map(Object.entries(commonMisspellings));
  for (const pair of own) {
    const [, wrong, right] = /^\s*([\p{L}\p{M}'’-]+)\s*=\s*(\S.*)$/u.exec(pair) ?? [];
    if (wrong !== undefined && right !== undefined) words.set(wrong.toLowerCase(), right.trim());
  }
  const form = `(?<![\\p{L}\\p{M}\\p{N}])(?:${[...words.keys()].join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
  return { words, any: new RegExp(form, 'iu'), all: new RegExp(form, 'giu') };
});

/** What is meant, with a capital where the slip has one; `undefined` for a word that may be a name: one in mixed case, or Teh. */
function inCaseOf(word: string, right: string | undefined): string | undefined {
  if (right === undefined || word === word.toLowerCase()) return right;
  if (word.length <= 3) return undefined;
  return word.slice(1) === word.slice(1).toLowerCase() ? right.charAt(0).toUpperCase() + right.slice(1) : undefined;
}

/** Whether the word is part of an identifier, a path or an address, or a function's name. */
function isName(text: string, { start, end }: Span): boolean {
  return /[\w/\\@#$&.-]/.test(text.charAt(start - 1)) || /^(?:[\w/\\@$(=-]|[.:]\w|::)/.test(text.slice(end, end + 2));
}

const namesOfOld: readonly FieldType[] = ['titles', 'names', 'session', 'link', 'notes'];

/** No reference is longer. */
const longest = 500;

/** Whether the word stands in a title or name that is told as it was: in a field of such, or in a wiki reference. */
function isQuoted(text: string, lines: readonly number[], { start }: Span): boolean {
  const line = start - positionIn(lines, start).column;
  const type = fieldOf(
    /^[*_]*([^:*_]{1,40})[*_]*:/.exec(text.slice(line, Math.min(start, line + longest)))?.[1] ?? '',
  )?.type;
  const before = text.slice(Math.max(line, start - longest), start);
  return (type !== undefined && namesOfOld.includes(type)) || before.lastIndexOf('[[') > before.lastIndexOf(']]');
}
