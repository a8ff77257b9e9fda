import type { Position, Range } from 'vscode-languageserver';
import { lineStart, positionIn, unitAt, type Document, type DocumentFacts, type Span } from '../analysis.js';

type Lines = Pick<DocumentFacts, 'lineStarts'>;

export function positionOf({ lineStarts }: Lines, offset: number): Position {
  const { line, column } = positionIn(lineStarts, offset);
  return { line, character: column };
}

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionOf(lines, start), end: positionOf(lines, end) };
}

/** Offset of a position; one past the end of its line or of the text is taken back to that end, as LSP has it. */
export function offsetOf({ cut }: Pick<Document, 'cut'>, { line, character }: Position): number {
  if (!(line >= 0)) return 0;
  const length = (cut.starts.at(-1) ?? 0) + (cut.sections.at(-1)?.text.length ?? 0);
  const start = lineStart(cut, line);
  if (start === undefined) return length;
  const next = lineStart(cut, line + 1);
  let end = next ?? length;
  if (next !== undefined) {
    end--;
    if (end > start && unitAt(cut, end) === 10 && unitAt(cut, end - 1) === 13) end--;
  }
  return Math.min(end, start + Math.max(0, character || 0));
}

export function spanOf(document: Document, range: Range): Span {
  const start = offsetOf(document, range.start);
  return { start, end: Math.max(start, offsetOf(document, range.end)) };
}
