import {
  actionsMeant,
  anyOpen,
  changeActions,
  dayTyped,
  grouped,
  say,
  type ActionChange,
  type ActionPlace,
  type Document,
} from '../analysis.js';
import { today } from '../host/today.js';
import { documentsAt } from './documentAt.js';
import type { ActionChangeParams, ActionMeant, ChangeActionsParams, ChangedActionsView, Problem } from './protocol.js';
import type { Session } from './session.js';
import { pathOf } from './uris.js';
import { workspaceEdit } from './workspaceEdit.js';

interface Meant {
  readonly document: Document;
  readonly places: readonly ActionPlace[];
}

/** Changes the actions that are meant, by one edit of all their documents: it is undone as one. */
export async function changeMeant(
  session: Session,
  { actions, change }: ChangeActionsParams,
): Promise<ChangedActionsView | Problem> {
  await session.workspace.read();
  const byPath = grouped(actions, ({ uri }) => [pathOf(uri)]);
  const documents = await documentsAt(session, byPath.keys());
  const meant = documents.map((document) => ({
    document,
    places: actionsMeant(document, session.workspace.archiveOf(document), byPath.get(document.path) ?? []),
  }));
  const unread = [...byPath].filter(([path]) => documents.every((each) => each.path !== path));
  if (meant.every(({ places }) => places.length === 0))
    return {
      problem: unread.length > 0 ? say`the document has changed; save it and try again` : say`no action stands there`,
    };
  const wanted = changeWanted(change, meant);
  return 'problem' in wanted ? wanted : apply(session, meant, { change: wanted, unread: countOf(unread) });
}

async function apply(
  session: Session,
  meant: readonly Meant[],
  { change, unread }: { readonly change: ActionChange; readonly unread: number },
): Promise<ChangedActionsView | Problem> {
  const changed = meant.map(({ document, places }) => ({
    path: document.path,
    places,
    ...changeActions(document, places, change),
  }));
  const files = changed.filter(({ edits }) => edits.length > 0).map(({ path, edits }) => ({ path, edits }));
  const left = changed.reduce((sum, each) => sum + each.left.length, unread);
  const count = changed.reduce((sum, each) => sum + each.places.length - each.left.length, 0);
  if (files.length > 0) {
    const edit = workspaceEdit(session, files);
    const { applied } = await session.connection.workspace.applyEdit({ label: labelOf(change), edit });
    if (!applied) return { problem: say`the documents have changed meanwhile; try again` };
  }
  return { changed: count, left };
}

/** What an edit is called where it can be undone. */
export function labelOf({ kind }: ActionChange): string {
  switch (kind) {
    case 'done':
      return say`Mark as done`;
    case 'open':
      return say`Open again`;
    case 'owners':
      return say`Hand over`;
    case 'due':
      return say`Set due date`;
  }
}

function changeWanted(change: ActionChangeParams, meant: readonly Meant[]): ActionChange | Problem {
  switch (change.kind) {
    case 'done':
    case 'open':
      return { kind: change.kind };
    case 'toggle':
      return { kind: meant.some(({ places }) => anyOpen(places)) ? 'done' : 'open' };
    case 'owners': {
      const owners = (change.owners ?? []).map((name) => name.trim()).filter((name) => name !== '');
      return owners.length > 0 ? { kind: 'owners', owners } : { problem: say`name somebody to hand it over to` };
    }
    case 'due':
      return dueWanted(change.day ?? '');
  }
}

function dueWanted(typed: string): ActionChange | Problem {
  if (typed.trim() === '') return { kind: 'due' };
  const day = dayTyped(typed, today());
  return day === undefined ? { problem: say`"${typed}" is no day; write it as YYYY-MM-DD` } : { kind: 'due', day };
}

function countOf(unread: readonly (readonly [string, readonly ActionMeant[]])[]): number {
  return unread.reduce((sum, [, actions]) => sum + actions.length, 0);
}
