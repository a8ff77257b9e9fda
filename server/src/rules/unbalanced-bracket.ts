import { looksLikeName } from '../document/reading/people.js';
import type { Span } from '../text/span.js';
import { proseOf } from './prose.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const unbalancedBracket = defineRule({
  id: 'unbalanced-bracket',
  summary: 'A bracket has no counterpart, or one of another kind',
  why: 'What stands in brackets behind a name is read as company or role, and a link without its bracket is none.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    { bad: '# Minutes\n\n## PVH\n\n- Lars Kurth ⟦[Linux Foundation)⟧ explains the rules\n' },
    { bad: '# Minutes\n\n## PVH\n\nThe check is in setup.c#L460⟦)⟧ and stays there.\n' },
    { bad: '# Minutes\n\n## PVH\n\nJan looked at it ⟦(⟧and at the tests. Nothing is broken.\n' },
    { bad: '# Minutes\n\n## PVH\n\nSee [the series]⟦(⟧https://lists.xenproject.org/archives/ for more.\n' },
    { bad: '# Minutes\n\n## PVH\n\nThe flags (and the ⟦[⟧masks) are checked.\n' },
    {
      good: '# Minutes\n\n## PVH\n\nWe can a) wait, or b) ask (see [the list]) for x in [0, 1) or (n, m], as in 3).\n',
    },
    // How people are listed is for another rule to say.
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth [Linux Foundation) [non-voting]\n' },
    {
      good: '# Minutes\n\n## PVH\n\n1.) wait\n2.) ask (see #3.)\n\n- ?.( and obj?.[ are no syntax error\n- foo(bar, => [baz\n- it says "if (x" and ‘a[’ there\n- (fine :) he said, [0, 2^n - 1) it is\n',
    },
    { good: '# Minutes\n\n## PVH\n\nThe macro ends with `(` or with ")". That is fine :-)\n' },
    { good: '# Minutes\n\n## PVH\n\n(Jan left.\n\nNobody took notes.)\n\nWhat is left (by size:\n\n- PVH\n- HVM.)\n' },
  ],
  checkLeaf: ({ text, nodes }) => {
    if (!/[()[\]]/.test(text) || unpaired(text).length === 0) return [];
    const prose = proseOf({ text, nodes }).replace(noBracket, (found) => ' '.repeat(found.length));
    if (code.test(prose) || smiley.test(prose)) return [];
    const found = unpaired(prose).filter(({ kind, span }) => !isMeant[kind](prose, span.start));
    // A text full of them is no prose.
    if (found.length > 4) return [];
    return found.map(({ kind, span }) => ({ span, message: messages[kind](prose.slice(span.start, span.end)) }));
  },
});

const smiley = /[:;=8][-'’o^]?[()[\]]|[()[\]][-'’o^]?[:;=](?=[\s.,()]|$)/;
/** Text that is code without saying so: braces, operators, and brackets behind marks that none stands behind in prose. */
const code = /[{}]|;[ \t]*(?:[\r\n]|$)|&&|\|\||[=!]==|[=-]>|[?.+*=<>!&|]\.?[([]|\w\(\)|\+\+/;
/** A bound of an interval: `0`, `n`, `2^n - 1`. */
const bound = '[^\\s()[\\],;]{1,24}(?: ?[-+*/^] ?[^\\s()[\\],;]{1,24})?';
/** A half-open interval such as `[0, 1)`. */
const interval = `\\[${bound}(?:[,;]|\\.\\.) ?${bound}\\)|\\(${bound}(?:[,;]|\\.\\.) ?${bound}\\]`;
/** A few words in quotation marks. */
const quoted = '(?<!\\w)"[^"\\n]{1,40}"(?!\\w)|“[^“”\\n]{1,40}”|‘[^‘’\\n]{1,40}’';
/** What is no bracket of a sentence. */
const noBracket = new RegExp(`${interval}|${quoted}`, 'g');

interface Unpaired {
  readonly kind: 'opening' | 'inner' | 'closing' | 'pair';
  readonly span: Span;
}

/** Nobody nests brackets so deep; looking for counterparts would cost the square of it. */
const deepest = 40;

/** Brackets without their counterpart, in text order. One that another kind closes counts as a pair if nothing else could be meant. */
function unpaired(text: string): Unpaired[] {
  const open: { readonly char: string; readonly at: number }[] = [];
  const found: Unpaired[] = [];
  for (const { 0: char, index } of text.matchAll(/[()[\]]/g)) {
    const at = { start: index, end: index + 1 };
    if (char === '(' || char === '[') {
      open.push({ char, at: index });
      if (open.length > deepest) return [];
      continue;
    }
    const match = open.findLastIndex((each) => each.char === (char === ')' ? '(' : '['));
    const last = open.at(-1);
    if (match >= 0) for (const inner of open.splice(match).slice(1)) found.push(opening('inner', inner.at));
    else if (last) found.push({ kind: 'pair', span: { start: open.pop()?.at ?? last.at, end: at.end } });
    else found.push({ kind: 'closing', span: at });
  }
  return [...found, ...open.map((each) => opening('opening', each.at))].sort(
    (one, other) => one.span.start - other.span.start,
  );
}

function opening(kind: 'opening' | 'inner', at: number): Unpaired {
  return { kind, span: { start: at, end: at + 1 } };
}

const unclosed = (written: string): string => say`"${written}" is never closed; close it, or take it out`;
const messages: Readonly<Record<Unpaired['kind'], (written: string) => string>> = {
  opening: unclosed,
  inner: unclosed,
  closing: (written) => say`"${written}" closes nothing; open it before, or take it out`,
  pair: (written) => say`"${written.charAt(0)}" is closed by "${written.slice(-1)}"; use two of one kind`,
};

/** Whether a bracket stands alone for a reason: as a label such as `a)`, in quotes, or because its counterpart is yet to come. */
const isMeant: Readonly<Record<Unpaired['kind'], (prose: string, at: number) => boolean>> = {
  // A call of a function is code that is cut off.
  opening: (prose, at) =>
    isQuoted(prose, at) ||
    /\w/.test(prose.charAt(at - 1)) ||
    prose.slice(0, at).trim() === '' ||
    prose.trimEnd().endsWith(':'),
  closing: (prose, at) => isQuoted(prose, at) || isLabel(prose, at) || endsPassage(prose, at),
  inner: isQuoted,
  pair: (prose) => listsPeople(prose),
};

/** Names with what stands in brackets behind them, and nothing else. */
function listsPeople(prose: string): boolean {
  const names = prose.replace(/^[\w ]+:|[([][^()[\]]*[)\]]/g, '').split(/[,;&]|\band\b/);
  return names.every((name) => looksLikeName(name.trim()));
}

function isQuoted(prose: string, at: number): boolean {
  return /["'‘’“”]/.test(prose.charAt(at - 1)) && /["'‘’“”]/.test(prose.charAt(at + 1));
}

/** `1)`, `b)`, `iv)`, and the bracket behind one that was itself in brackets. */
function isLabel(prose: string, at: number): boolean {
  return /(?:^|[\s([,;:/])(?:#?\d{1,3}(?:\.\d{1,3}){0,2}|\p{L}|[ivx]{1,5})[.:]?\)?$/iu.test(
    prose.slice(Math.max(0, at - 12), at),
  );
}

/** A remark in brackets may go over several paragraphs or items; then its last one ends in a full stop and a bracket. */
function endsPassage(prose: string, at: number): boolean {
  return /[.!?]/.test(prose.charAt(at - 1)) && prose.slice(at + 1).trim() === '';
}
