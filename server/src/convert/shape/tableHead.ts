import type { TableRow } from 'mdast';
import { foldLabel, tableColumns } from '../../document/schema.js';
import { undecorated } from '../../document/undecorated.js';
import { plainText } from '../nodes.js';

/** Whether a row is a table's head by its words: it names a column of a list of people, or all of it is bold. */
export function isHeadRow({ children }: TableRow): boolean {
  return (
    children.some((cell) => isColumnTitle(plainText(cell))) ||
    children.every(({ children: [first, ...others] }) => first?.type === 'strong' && others.length === 0)
  );
}

function isColumnTitle(cell: string): boolean {
  const folded = foldLabel(undecorated(cell));
  return tableColumns.some(([, form]) => form.test(folded));
}

/** An empty head for rows without one: a table of Markdown has to have it. */
export function emptyHead({ children }: TableRow): TableRow {
  return { type: 'tableRow', children: children.map(() => ({ type: 'tableCell', children: [] })) };
}
