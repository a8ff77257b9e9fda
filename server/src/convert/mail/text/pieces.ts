import type { Text } from 'mdast';
import { spanOf } from '../../../document/remarkBlocks.js';
import type { Span } from '../../../text/span.js';
import type { Piece } from './fill.js';
import type { InlineContext } from './inlinePieces.js';

/** The words of a text node. A piece without text stands for a blank at its end. */
export function wordPieces(node: Text, context: InlineContext): Piece[] {
  const whole = spanOf(node);
  const line = node.position?.start.line ?? 0;
  // A value as long as its source is its source: then each word has a place of its own.
  if (node.value.length !== whole.end - whole.start) return words(node.value, () => whole, line, context);
  const pieces: Piece[] = [];
  let at = whole.start;
  let lines = 0;
  const add = (to: number): void => {
    const from = at;
    const text = node.value.slice(from - whole.start, to - whole.start);
    const spanAt = (start: number, end: number): Span => ({ start: from + start, end: from + end });
    pieces.push(...words(text, spanAt, line + lines, context));
    lines += lineBreaks(text);
    at = to;
  };
  for (const page of context.pages) {
    if (page.span.start < at || page.span.end > whole.end) continue;
    add(page.span.start);
    const shown = `${page.shown} [${context.notes.number(page.url)}]`;
    pieces.push(...words(shown, () => page.span, 0, context));
    lines += lineBreaks(node.value.slice(page.span.start - whole.start, page.span.end - whole.start));
    at = page.span.end;
  }
  add(whole.end);
  return pieces;
}

function words(
  text: string,
  spanAt: (start: number, end: number) => Span,
  firstLine: number,
  { keptLines }: InlineContext,
): Piece[] {
  const pieces: Piece[] = [];
  let before: Piece['before'] = '';
  let line = firstLine;
  for (const match of text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
    const [token] = match;
    const end = match.index + token.length;
    if (/^[ \t\r\n]/.test(token)) {
      const breaks = lineBreaks(token);
      line += breaks;
      before = breaks > 0 && (keptLines === 'all' || keptLines.has(line)) ? '\n' : ' ';
      if (end === text.length) pieces.push({ text: '', before, span: spanAt(end, end), address: false });
    } else {
      pieces.push({ text: token, before, span: spanAt(match.index, end), address: isAddress(token) });
      before = '';
    }
  }
  return pieces;
}

function isAddress(word: string): boolean {
  return /^[^\w\s]{0,3}[a-z][a-z\d+.-]*:\/\//i.test(word);
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Pieces with a mark before the first word and behind the last; none for none. */
export function wrapped(pieces: readonly Piece[], mark: string): Piece[] {
  const first = pieces.findIndex(({ text }) => text !== '');
  if (first < 0) return [...pieces];
  const marked = pieces.map((piece, index) => (index === first ? { ...piece, text: mark + piece.text } : piece));
  return suffixed(marked, mark);
}

/** Pieces with a text right behind the last word; the text alone when there is none. */
export function suffixed(pieces: readonly Piece[], suffix: string): Piece[] {
  const last = pieces.findLastIndex(({ text }) => text !== '');
  return pieces.map((piece, index) => (index === last ? { ...piece, text: piece.text + suffix } : piece));
}
