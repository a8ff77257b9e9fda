import type { Table } from 'mdast';
import { spanOf } from '../../../document/remarkBlocks.js';
import { displayWidth } from './displayWidth.js';
import { fill } from './fill.js';
import { inlinePieces, type InlineContext } from './inlinePieces.js';
import { lineOf, noMargin, type MailLine, type Margin } from './mailLine.js';

/** A table with its columns aligned; its lines are not broken. */
export function tableLines(table: Table, margin: Margin, context: InlineContext): MailLine[] {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      fill(inlinePieces(cell.children, context), noMargin, Infinity)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  const columns = rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? '')))) ?? [];
  const lines = table.children.map((row, index) => {
    const cells = columns.map((width, column) => padded(rows[index]?.[column] ?? '', width));
    const text = `| ${cells.join(' | ')} |`;
    return lineOf((index === 0 ? margin.first : margin.rest) + text, spanOf(row));
  });
  const rule = `|${columns.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [...lines.slice(0, 1), lineOf(margin.rest + rule, spanOf(table)), ...lines.slice(1)];
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - displayWidth(cell)));
}
