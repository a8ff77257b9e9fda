import type { ActionEntry } from '../../archive/actions.js';
import { dayMeant } from '../../rules/dueDate.js';

export interface LedgerDue {
  /** The day, as far as it can be told from the meeting's; else as written. */
  readonly text: string;
  /** ISO date, as precise as stated, after which it is late; absent where no day is told. */
  readonly last?: string;
}

/** When an action is due, as told last. */
export function dueOf(places: readonly ActionEntry[]): LedgerDue | undefined {
  const entry = places.findLast(({ action }) => action.due);
  return entry && dueAt(entry);
}

/** When one place says that an action is due. */
export function dueAt({ action: { due }, document: { date } }: ActionEntry): LedgerDue | undefined {
  if (!due) return undefined;
  if (due.date) {
    const { iso, end = '', alternative = '' } = due.date;
    return { text: iso, last: [iso, end, alternative].sort().at(-1) ?? iso };
  }
  const meant = date?.precision === 'day' ? dayMeant(due.text, date.iso) : undefined;
  return meant === undefined ? { text: due.text } : { text: meant, last: meant };
}

/** Whole days between two ISO dates; what a date leaves out counts as the first of it. */
export function daysBetween(from: string, to: string): number {
  const time = (iso: string): number => Date.parse(`${iso}${'-01-01'.slice(iso.length - 4)}`.slice(0, 10));
  return Math.round((time(to) - time(from)) / 86_400_000);
}
