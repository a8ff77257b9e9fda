import type { PersonMention, PersonRole } from '../facts.js';
import { foldLabel, roleOf, tableColumns, type TableColumn } from '../schema.js';
import { undecorated } from '../undecorated.js';
import { pieceOf } from './attendance.js';
import { entryOf } from './attendanceEntry.js';
import type { LeafText } from './leafText.js';
import type { Piece } from './people.js';

/** The people of a table, a row each: its head tells which column has the name, the company, the initials. */
export function peopleOfTable(text: LeafText, as: PersonRole): PersonMention[] {
  const [head = [], , ...rows] = rowsOf(pieceOf(text));
  const columns = head.map(({ text: title }) => columnOf(title));
  const names = columns.includes('name') ? columns : columns.map((column, index) => (index === 0 ? 'name' : column));
  return rows.flatMap((cells) => personOf(cells, names, as));
}

function columnOf(title: string): TableColumn | undefined {
  const folded = foldLabel(undecorated(title));
  return tableColumns.find(([, form]) => form.test(folded))?.[0];
}

function personOf(
  cells: readonly Piece[],
  columns: readonly (TableColumn | undefined)[],
  as: PersonRole,
): PersonMention[] {
  const said = (column: TableColumn): string => cells[columns.indexOf(column)]?.text.trim() ?? '';
  const cell = cells[columns.indexOf('name')];
  const [person, ...others] = cell ? entryOf(cell, as).people : [];
  if (!person || /^(?:no|absent|-|✗|✘|❌)$/i.test(said('presence'))) return [];
  const [affiliation, initials, handle, role, remark] = [
    said('company'),
    said('initials'),
    said('handle').replace(/^@/, ''),
    said('role'),
    said('remark'),
  ];
  const roles = role === '' ? [] : [roleOf(role) ?? role.toLowerCase()];
  return [
    {
      ...person,
      ...(affiliation !== '' && { affiliation }),
      ...(initials !== '' && { initials }),
      ...(handle !== '' && { handle }),
      ...(remark !== '' && { remark }),
      roles: [...person.roles, ...roles],
    },
    ...others,
  ];
}

/** The cells of each line; the second one is the rule below the head. */
function rowsOf(piece: Piece): Piece[][] {
  return [...piece.text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => cellsOf(line, index, piece));
}

function cellsOf(line: string, at: number, { text, written = text, span }: Piece): Piece[] {
  const inner = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const cells: Piece[] = [];
  let start = inner;
  for (let end = inner; end <= line.length; end++) {
    if (line.charAt(end) === '\\') end++;
    else if (end === line.length || line.charAt(end) === '|') {
      const from = at + start;
      if (end < line.length || line.slice(start).trim() !== '')
        cells.push({
          text: text.slice(from, at + end),
          written: written.slice(from, at + end),
          span: (begin, stop) => span(from + begin, from + stop),
        });
      start = end + 1;
    }
  }
  return cells;
}
