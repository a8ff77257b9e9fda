import type { Span } from '../../text/span.js';

/** A stretch of a text with what was found in it, on one line. */
export interface Excerpt {
  readonly text: string;
  /** Where it was found in the document; the section's start where only its title or names were. */
  readonly offset: number;
}

const before = 40;
const length = 160;

/** The first line of a section that holds most of the words that were found. */
export function excerptOf(text: string, { start, end }: Span, terms: readonly string[]): Excerpt {
  let best: { readonly count: number; readonly line: string; readonly at: number; readonly first: number } | undefined;
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const folded = foldedAlike(line);
    const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0);
    if (places.length > (best?.count ?? 0)) best = { count: places.length, line, at, first: Math.min(...places) };
    at += line.length + 1;
  }
  // A heading is shown as the title of what was found.
  if (!best || (best.at === start && /^#{1,6}\s/.test(best.line))) {
    const body = text.slice(start, end).replace(/^#{1,6}\s[^\n]*\n?/, '');
    return { text: clean(body.slice(0, length)), offset: best ? start + best.first : start };
  }
  const from = Math.max(0, best.first - before);
  const cut = best.line.slice(from, from + length);
  return {
    text: `${from > 0 ? '…' : ''}${clean(cut)}${from + length < best.line.trimEnd().length ? '…' : ''}`,
    offset: best.at + best.first,
  };
}

/** In small letters and without accents, with every letter where it was. */
function foldedAlike(line: string): string {
  return [...line.toLowerCase()]
    .map((char) => (char.length === 1 ? (char.normalize('NFKD')[0] ?? char) : char))
    .join('');
}

function clean(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:#+|[-*+]) /, '');
}
