import { personMeant, say } from '../analysis.js';
import { gitUser } from '../host/git.js';
import type { LoadedArchive } from '../host/loadArchive.js';
import { today } from '../host/today.js';
import { sendActions, type Asked } from './actions.js';
import type { Installation } from './installation.js';
import { printJson, type Output } from './output.js';
import { selectToRead, shownPath } from './selection.js';
import { type QueryFilter, type Subject } from './subjects.js';
import { table } from './table.js';

export interface QueryOptions extends QueryFilter {
  readonly json?: boolean;
}

const filters = [
  'event',
  'status',
  'owner',
  'mine',
  'open',
  'overdue',
  'previous',
  'ics',
  'reminder',
  'kind',
  'to',
] as const;

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
  if (options.mine && options.owner !== undefined) return say`--mine and --owner name two owners; use one of them`;
  if (options.reminder && options.json) return say`--reminder prints a text, and --json none; use one of them`;
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
  const { archives, problems } = await selectToRead(paths, { output, ...place });
  const asked: Asked[] = [];
  for (const { loaded, documents } of archives) {
    const owner = options.mine ? await ownName(loaded) : options.owner;
    if (options.mine && owner === undefined) {
      output.say(say`xen-notes: git does not know your name here; set its user.name, or use --owner`);
      return 2;
    }
    const scope = { archive: loaded.archive, documents, show: shownPath };
    asked.push({ scope, filter: { ...options, today: today(), ...(owner !== undefined && { owner }) } });
  }
  const failed = problems.length > 0 ? 2 : 0;
  if (options.reminder || options.ics !== undefined) {
    const code = await sendActions(asked, options, output);
    if (!options.json || options.ics === '-') return Math.max(code, failed);
  }
  const answers = asked.flatMap(({ scope, filter }) => subject.rows(scope, filter));
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
  return failed;
}

/** The name that git knows who asks by, in an archive. */
async function ownName({ root, archive }: LoadedArchive): Promise<string | undefined> {
  const name = await gitUser(root);
  return name === undefined ? undefined : personMeant(archive, name);
}
