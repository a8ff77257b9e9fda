import type { Table, TableRow } from 'mdast';
import { inline } from '../addresses.js';
import { at } from '../nodes.js';
import { emptyHead, isHeadRow } from '../shape/tableHead.js';
import type { SourceLine } from './lines.js';

/** Lines that are rows of one table, or none of any. */
export interface TableRun {
  readonly rows: boolean;
  readonly lines: readonly SourceLine[];
}

/** Cuts lines into the tables among them, as browsers copy these with tabs between the cells, and what stands around them. */
export function tableRuns(lines: readonly SourceLine[]): TableRun[] {
  const runs: { rows: boolean; lines: SourceLine[] }[] = [];
  for (let index = 0; index < lines.length;) {
    const count = rowsIn(lines, index);
    const own = lines.slice(index, index + Math.max(1, count));
    const last = runs.at(-1);
    if (count === 0 && last?.rows === false) last.lines.push(...own);
    else runs.push({ rows: count > 0, lines: own });
    index += own.length;
  }
  return runs;
}

/** Number of lines from here on that are rows with as many cells; one alone is no table. */
export function rowsIn(lines: readonly SourceLine[], from: number): number {
  const width = cellsOf(lines[from]).length;
  if (width < 2) return 0;
  let end = from + 1;
  while (end < lines.length && cellsOf(lines[end]).length === width) end++;
  return end - from > 1 ? end - from : 0;
}

function cellsOf(line: SourceLine | undefined): string[] {
  return line?.text.split('\t').map((cell) => cell.trim()) ?? [];
}

/** A table; in a list of people a first row that is no head is a person's. */
export function tableOf(lines: readonly SourceLine[], listing: 'people' | 'anything'): Table {
  const rows = lines.map((line) => rowOf(cellsOf(line)));
  const [first] = rows;
  const headless = first !== undefined && listing === 'people' && !isHeadRow(first);
  return { type: 'table', children: headless ? [emptyHead(first), ...rows] : rows, position: at(lines[0]?.line ?? 1) };
}

function rowOf(cells: readonly string[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })) };
}
