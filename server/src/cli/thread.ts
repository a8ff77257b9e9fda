import { counted, queryThread, say, type ThreadRow } from '../analysis.js';
import type { Installation } from './installation.js';
import { printJson, type Output } from './output.js';
import { misfit, type QueryOptions } from './query.js';
import { documentsOf, selectToRead, shownPath } from './selection.js';
import { table } from './table.js';

/** What a thread can run by. */
export const threads = ['topic', 'person'] as const;
export type Thread = (typeof threads)[number];

/** What is wrong with what is given to one; `undefined` when nothing is. */
export function threadMisfit(of: Thread, [name = '']: readonly string[], options: QueryOptions): string | undefined {
  const example = { topic: 'xen-notes query topic PVH', person: 'xen-notes query person "Jan Beulich"' }[of];
  if (name === '' || name === '.') return say`query ${of} needs a name, such as: ${example}`;
  return misfit(of, { accepts: [] }, options);
}

/** Lists what speaks of a topic or names somebody, through the years; the exit code. */
export async function thread(
  page: Thread,
  [name = '', ...paths]: readonly string[],
  { json }: QueryOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const { archives, problems } = await selectToRead(paths.length > 0 ? paths : ['.'], { output, ...place });
  const documents = documentsOf(archives);
  const rows = queryThread(documents, { page, name }, shownPath);
  if ('problem' in rows) {
    output.say(`xen-notes: ${rows.problem}`);
    return 2;
  }
  if (json) printJson(output, rows);
  else {
    if (rows.length > 0) output.print(table(titles, rows.map(cells), output.colours));
    output.say(counted(rows.length, say`1 place`, say`${rows.length} places`));
  }
  return problems.length > 0 ? 2 : 0;
}

const titles = ['DATE', 'WHAT', 'STATE', 'WHERE', 'TITLE'];

function cells({ date = '', kind, decision, path, line, title, ...row }: ThreadRow): string[] {
  return [date, decision ?? kind, state(row), `${path}:${line}`, title];
}

function state({ status, open, owners = [], due, roles = [] }: Partial<ThreadRow>): string {
  if (open === undefined) return status ?? roles.join(', ');
  return [open ? 'open' : 'done', ...owners, ...(due === undefined ? [] : [`by ${due}`])].join(', ');
}
