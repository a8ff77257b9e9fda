import { say } from '../analysis.js';
import type { Installation } from './installation.js';
import { printJson, sayProblems, type Output } from './output.js';
import { select, shownPath } from './selection.js';
import { type QueryFilter, type Subject } from './subjects.js';
import { table } from './table.js';

export interface QueryOptions extends QueryFilter {
  readonly json?: boolean;
}

const filters = ['event', 'status', 'owner', 'open', 'previous', 'kind', 'to'] as const;

/** What is wrong with the options for a subject; `undefined` when nothing is. */
export function misfit(
  what: string,
  { accepts, kinds }: Pick<Subject, 'accepts' | 'kinds'>,
  options: QueryOptions,
): string | undefined {
  const stray = filters.find((filter) => options[filter] !== undefined && !accepts.includes(filter));
  if (stray && accepts.length === 0) return say`--${stray} does not narrow down ${what}; leave it out`;
  const usable = accepts.map((filter) => `--${filter}`).join(', ');
  if (stray) return say`--${stray} does not narrow down ${what}; use ${usable}`;
  if (options.kind === undefined || kinds?.includes(options.kind)) return undefined;
  return say`unknown kind "${options.kind}" of ${what}; use ${(kinds ?? []).join(', ')}`;
}

/** Lists what archives hold; the exit code. */
export async function query(
  subject: Subject,
  paths: readonly string[],
  options: QueryOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const { archives, problems } = await select(paths, { output, ...place });
  for (const { cache } of archives) await cache?.save();
  sayProblems(output, problems);
  const answers = archives.flatMap(({ loaded, documents }) =>
    subject.rows({ archive: loaded.archive, documents, show: shownPath }, options),
  );
  if (options.json)
    printJson(
      output,
      answers.map(({ row }) => row),
    );
  else {
    if (answers.length > 0)
      output.print(
        table(
          subject.titles,
          answers.map(({ cells }) => cells),
          output.colours,
        ),
      );
    output.say(subject.counted(answers.length));
  }
  return problems.length > 0 ? 2 : 0;
}
