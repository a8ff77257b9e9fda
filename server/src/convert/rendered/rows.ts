import type { SourceLine } from './lines.js';
import { opensProject } from './projects.js';

/** The rows that some browsers copy of the project template's frame, a line each cell; other rows stay as they are. */
export function withoutProjectRows(lines: readonly SourceLine[]): SourceLine[] {
  if (!lines.some(({ text }) => cellsOf(text).some(opensProject))) return [...lines];
  return lines.flatMap((line) => {
    if (!line.text.startsWith('|')) return [line];
    return cellsOf(line.text).map((text) => ({ ...line, text }));
  });
}

function cellsOf(row: string): string[] {
  if (!row.startsWith('|')) return [];
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}
