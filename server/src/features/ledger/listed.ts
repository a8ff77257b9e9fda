import type { ActionEntry } from '../../archive/actions.js';
import type { Archive } from '../../archive/archive.js';
import { place } from '../../document/document.js';
import type { LinePlace, ListedAction } from '../archiveContents.js';
import { lineAt } from '../context.js';
import { isOverdue, ledgerOf, type LedgerAction } from './ledger.js';

/** The actions of archives as they are listed: overdue ones first, then those that are due, the earliest first; then as given. */
export function listedActions(archives: readonly Archive[], today: string): ListedAction[] {
  return archives
    .flatMap((archive) => ledgerOf(archive).actions)
    .map((action) => ({ action, day: action.due?.last ?? '9999' }))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ action }) => listedAction(action, today));
}

function listedAction(action: LedgerAction, today: string): ListedAction {
  const { latest, origin, owners, text, open, due, openAt } = action;
  const date = origin.document.date?.iso;
  return {
    ...linePlace(latest[0] ?? origin),
    ...{ owners, text, open, overdue: isOverdue(action, today) },
    ...(due && { due: due.text }),
    ...(date !== undefined && { date }),
    document: origin.document.title,
    origin: linePlace(origin),
    openFor: openAt.length,
  };
}

function linePlace({ document, section, action }: ActionEntry): LinePlace {
  return { path: document.path, line: lineAt(document, place(section, action.span).start) };
}
