import type { ActionView, Place } from '../../../server/src/lsp/protocol.js';
import { filterActions } from './filter.js';

/** What actions are grouped by. */
export type Grouping = 'owner' | 'meeting' | 'due';

/** What of the actions is shown, and how. */
export interface ShownActions {
  readonly by: Grouping;
  readonly filter: string;
  /** Whose actions alone are shown. */
  readonly mine?: string | undefined;
  /** Whether those that are done or dropped are shown as well. */
  readonly ended: boolean;
}

/** Of a day that is told: over, within a week, or after that. */
export type When = 'overdue' | 'soon' | 'later' | 'undated' | 'ended';

/** What the actions tree is made of. An action with several owners stands under each of them. */
export type ActionNode =
  | { readonly kind: 'owner'; readonly owner: string | undefined; readonly actions: readonly ActionView[] }
  | {
      readonly kind: 'given';
      readonly document: string;
      readonly date: string | undefined;
      readonly place: Place;
      readonly actions: readonly ActionView[];
    }
  | { readonly kind: 'when'; readonly when: When; readonly actions: readonly ActionView[] }
  | { readonly kind: 'action'; readonly action: ActionView };

export function shownActions(actions: readonly ActionView[], { filter, mine }: ShownActions): readonly ActionView[] {
  return filterActions(actions, filter).filter(({ owners }) => mine === undefined || owners.includes(mine));
}

export function actionRoots(
  actions: readonly ActionView[],
  by: Grouping = 'owner',
  today = new Date(),
): readonly ActionNode[] {
  switch (by) {
    case 'owner':
      return byOwner(actions);
    case 'meeting':
      return byMeeting(actions);
    case 'due':
      return byDue(actions, today);
  }
}

export function actionChildren(node: ActionNode): readonly ActionNode[] {
  return node.kind === 'action' ? [] : node.actions.map((action) => ({ kind: 'action', action }));
}

/** The actions of nodes, each once: those of a group are all that stand below it. */
export function actionsIn(nodes: readonly ActionNode[]): readonly ActionView[] {
  return [...new Set(nodes.flatMap((node) => (node.kind === 'action' ? [node.action] : node.actions)))];
}

/** Owners by name, then the actions nobody is named for: they are the ones someone has to pick up. */
function byOwner(actions: readonly ActionView[]): readonly ActionNode[] {
  const named = grouped(actions, ({ owners }) => owners);
  const owners = [...named.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const unnamed = actions.filter((action) => action.owners.length === 0);
  return [
    ...owners.map((owner): ActionNode => ({ kind: 'owner', owner, actions: named.get(owner) ?? [] })),
    ...(unnamed.length > 0 ? [{ kind: 'owner', owner: undefined, actions: unnamed } as const] : []),
  ];
}

/** The meetings that gave them, the latest first. */
function byMeeting(actions: readonly ActionView[]): readonly ActionNode[] {
  const groups = [...grouped(actions, ({ origin }) => [origin.uri]).values()];
  const nodes = groups.flatMap((own) =>
    own.slice(0, 1).map(({ document, date, origin }) => ({
      ...({ kind: 'given', document, date, actions: own } as const),
      place: { uri: origin.uri, line: 0 },
    })),
  );
  return nodes.sort((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
}

function byDue(actions: readonly ActionView[], today: Date): readonly ActionNode[] {
  const groups = grouped(actions, (action) => [whenOf(action, today)]);
  return (['overdue', 'soon', 'later', 'undated', 'ended'] as const).flatMap((when) => {
    const own = groups.get(when);
    return own ? [{ kind: 'when', when, actions: own } as const] : [];
  });
}

const week = 7 * 86_400_000;

function whenOf({ open, overdue, due }: ActionView, today: Date): When {
  if (!open) return 'ended';
  if (overdue) return 'overdue';
  const day = /^\d{4}/.test(due ?? '') ? Date.parse(due ?? '') : NaN;
  if (Number.isNaN(day)) return 'undated';
  return day - today.getTime() <= week ? 'soon' : 'later';
}

function grouped<Key extends string>(
  actions: readonly ActionView[],
  keysOf: (action: ActionView) => readonly Key[],
): ReadonlyMap<Key, readonly ActionView[]> {
  const groups = new Map<Key, ActionView[]>();
  for (const action of actions)
    for (const key of keysOf(action)) {
      const known = groups.get(key);
      if (known) known.push(action);
      else groups.set(key, [action]);
    }
  return groups;
}
