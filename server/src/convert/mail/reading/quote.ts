import { indentOf, type Line } from './line.js';

/** Quotes further right are quotes only in what stands there too. */
const furthest = 3;

/**
 * The quoted lines that begin at a line, without the first mark of each; empty where none does. `within` is the column of the
 * item they may stand in.
 */
export function quotedAt(lines: readonly Line[], at: number, within: number | undefined): string[] {
  const quoted: string[] = [];
  for (let next = at; next < lines.length; next++) {
    const text = lines[next]?.text ?? '';
    const column = indentOf(text);
    if (!text.startsWith('>', column) || (column > furthest && (within === undefined || column <= within))) break;
    quoted.push(text.slice(column + 1).replace(/^ /, ''));
  }
  return quoted;
}
