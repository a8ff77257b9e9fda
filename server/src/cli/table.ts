import type { Output } from './output.js';

/** Rows of cells under titles, each column as wide as its widest cell; the last one as long as it needs. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  colours: Output['colours'],
): string {
  const [head = '', ...lines] = alignedRows([titles, ...rows]);
  return [colours.bold(head), ...lines].join('\n');
}

/** Rows of cells in columns. The last column goes on in further lines of its own where `width` columns are not enough. */
export function alignedRows(rows: readonly (readonly string[])[], width = Infinity): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0);
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column < columns - 1
        ? cell.padEnd(widths[column] ?? 0)
        : wrapped(cell, width - before).join(`\n${' '.repeat(before)}`),
    );
    return cells.join(gap).trimEnd();
  });
}

const gap = '  ';
/** A column that would be narrower than this had better be broken by the terminal. */
const narrow = 20;

/** A text in lines of whole words. */
export function wrapped(text: string, width: number): string[] {
  if (width < narrow) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
