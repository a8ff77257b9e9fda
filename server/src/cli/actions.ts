import {
  actionCalendar,
  counted,
  isNamed,
  listActions,
  reminder,
  say,
  type LedgerAction,
  type Scope,
} from '../analysis.js';
import { writeFile } from '../host/writeFile.js';
import { sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import type { QueryFilter } from './subjects.js';

/** What is asked of an archive. */
export interface Asked {
  readonly scope: Scope;
  readonly filter: QueryFilter & { readonly today: string };
}

export interface SentActions {
  /** File of the calendar; `-` is standard output. */
  readonly ics?: string;
  readonly reminder?: boolean;
}

/** Makes a text for mails and a calendar of the actions that are asked for; the exit code. */
export async function sendActions(
  asked: readonly Asked[],
  { ics, reminder: remind }: SentActions,
  output: Output,
): Promise<number> {
  if (remind)
    output.write(
      asked
        .map(reminderOf)
        .filter((text) => text !== '')
        .join('\n'),
    );
  if (ics === undefined) return 0;
  const { text, count, left } = actionCalendar(asked.flatMap(actionsOf));
  if (ics === '-') output.write(text);
  else {
    const problem = await writeFile(ics, text);
    if (problem) {
      sayProblems(output, [{ ...problem, path: shownPath(ics) }]);
      return 2;
    }
  }
  const written = counted(count, say`1 action in the calendar`, say`${count} actions in the calendar`);
  output.say(left === 0 ? written : say`${written}; ${left} are due on no day, and not in it`);
  return 0;
}

function actionsOf({ scope, filter }: Asked): LedgerAction[] {
  const listed = listActions(scope, { ...filter, open: true }).flatMap(({ action }) => action ?? []);
  return [...new Set(listed)];
}

function reminderOf(asked: Asked): string {
  const { scope, filter } = asked;
  const { owner, today } = filter;
  const isAsked = owner === undefined ? undefined : (name: string): boolean => isNamed(scope.archive, name, owner);
  return reminder(scope.archive, actionsOf(asked), { today, isAsked });
}
