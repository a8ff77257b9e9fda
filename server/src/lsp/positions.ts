import type { Position, Range } from 'vscode-languageserver';
import { positionIn, type Document, type DocumentFacts, type Span } from '../analysis.js';

type Lines = Pick<DocumentFacts, 'lineStarts'>;

export function positionOf({ lineStarts }: Lines, offset: number): Position {
  const { line, column } = positionIn(lineStarts, offset);
  return { line, character: column };
}

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionOf(lines, start), end: positionOf(lines, end) };
}

/** Offset of a position; one past the end of its line or of the text is taken back to that end, as LSP has it. */
export function offsetOf(
  { text, facts: { lineStarts } }: Pick<Document, 'text'> & { readonly facts: Lines },
  { line, character }: Position,
): number {
  if (!(line >= 0)) return 0;
  const start = lineStarts[line];
  if (start === undefined) return text.length;
  const next = lineStarts[line + 1];
  let end = next ?? text.length;
  if (next !== undefined) {
    end--;
    if (end > start && text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13) end--;
  }
  return Math.min(end, start + Math.max(0, character || 0));
}

export function spanOf(document: Document, range: Range): Span {
  const start = offsetOf(document, range.start);
  return { start, end: Math.max(start, offsetOf(document, range.end)) };
}
