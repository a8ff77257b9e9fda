import type { Output } from './output.js';

/** Rows of cells under titles, each column as wide as its widest cell; the last one as long as it needs. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  colours: Output['colours'],
): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [colours.bold(line(titles)), ...rows.map(line)].join('\n');
}
