import type { ListedAction } from '../archiveContents.js';
import type { ArchivedDocument } from '../context.js';
import { listedActions } from '../ledger/listed.js';
import { monthsSince } from './monthsSince.js';

/** An action that is to be done, and for how long it has been. */
export interface AgedAction extends ListedAction {
  /** Whole months; left out where no meeting that gave it has a date. */
  readonly months?: number;
}

/** What is to be done of what some documents give; all that pages tell of it comes from here. */
export function openActions(documents: readonly ArchivedDocument[], today: string): readonly AgedAction[] {
  const paths = new Set(documents.map(({ document }) => document.path));
  const archives = [...new Set(documents.map(({ archive }) => archive))];
  return listedActions(archives, today)
    .filter(({ open, origin }) => open && paths.has(origin.path))
    .map((action) => ({ ...action, ...(action.date !== undefined && { months: monthsSince(action.date, today) }) }));
}
