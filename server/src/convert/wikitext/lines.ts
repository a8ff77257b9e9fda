import type { Token } from './tokens.js';

/** A line of wikitext: its tokens, of which those that span lines are one. */
export interface WikiLine {
  readonly tokens: readonly Token[];
  readonly start: number;
  /** What it begins with, as far as that is text. */
  readonly head: string;
  /** Whether nothing but blanks and comments stand in it. */
  readonly blank: boolean;
  /** Whether comments alone stand in it, so that for MediaWiki it is not there. */
  readonly absent: boolean;
}

/** Cuts tokens at the line breaks of their text. */
export function wikiLines(tokens: readonly Token[]): WikiLine[] {
  const lines: WikiLine[] = [];
  let current: Token[] = [];
  let start = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    if (token.type !== 'text') {
      current.push(token);
      continue;
    }
    let offset = token.start;
    const parts = token.value.split('\n');
    parts.forEach((value, index) => {
      if (index > 0) {
        lines.push(lineOf(current, start));
        current = [];
        start = offset;
      }
      if (value !== '') current.push({ type: 'text', value, start: offset });
      offset += value.length + 1;
    });
  }
  lines.push(lineOf(current, start));
  return lines;
}

/**
 * The lines of a parameter's value. The first one stands behind other text on the page, so that it begins no list, heading or
 * code: `IRC=#xen-devel`. It is the first of a list only where the next line goes on with that.
 */
export function valueLines(tokens: readonly Token[]): WikiLine[] {
  const [first, second, ...others] = wikiLines(tokens);
  if (!first) return [];
  const bullet = /^([*#:;])[*#:;]*\s/.exec(first.head)?.[1];
  const listed = bullet !== undefined && second?.head.startsWith(bullet) === true;
  return [listed ? first : { ...first, head: '' }, ...(second ? [second] : []), ...others];
}

function lineOf(tokens: readonly Token[], start: number): WikiLine {
  const said = tokens.filter((token) => token.type !== 'comment');
  const [first] = said;
  const blank = said.every((token) => token.type === 'text' && token.value.trim() === '');
  return {
    tokens,
    start,
    head: first?.type === 'text' ? first.value : '',
    blank,
    absent: blank && said.length < tokens.length,
  };
}

/** The tokens of a line without so many characters at its start. */
export function behind(line: WikiLine, length: number): Token[] {
  let left = length;
  return line.tokens.flatMap((token): Token[] => {
    if (left === 0 || token.type !== 'text') return [token];
    const cut = Math.min(left, token.value.length);
    left -= cut;
    const value = token.value.slice(cut);
    return value === '' ? [] : [{ type: 'text', value, start: token.start + cut }];
  });
}
