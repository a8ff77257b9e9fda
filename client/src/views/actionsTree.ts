import * as vscode from 'vscode';
import type { ActionView } from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import { say } from '../../../server/src/text/say.js';
import { actionChildren, actionRoots, shownActions, type ActionNode, type ShownActions } from './actionNodes.js';
import { openCommand } from './places.js';
import { actionDetail, openActionsCounted, whenText } from './words.js';

export interface ActionsTree extends vscode.TreeDataProvider<ActionNode>, vscode.Disposable {
  readonly shows: ShownActions;
  /** The actions that are shown. */
  readonly actions: readonly ActionView[];
  show(change: Partial<ShownActions>): void;
  /** Shows what is shown once more: a tick that did not hold is taken back. */
  refresh(): void;
}

/** Actions over all meetings, by owner, by meeting or by day, with how long they have been open. */
export function createActionsTree(
  archive: Archive,
  askEnded: () => Promise<readonly ActionView[] | undefined>,
): ActionsTree {
  const changed = new vscode.EventEmitter<undefined>();
  let shows: ShownActions = { by: 'owner', filter: '', ended: false };
  let ended: readonly ActionView[] = [];
  const look = async (): Promise<void> => {
    ended = shows.ended ? ((await askEnded()) ?? []) : [];
    changed.fire(undefined);
  };
  const listening = archive.onDidChange(() => void look());
  const actions = (): readonly ActionView[] => shownActions([...(archive.view?.actions ?? []), ...ended], shows);
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node ? actionChildren(node) : actionRoots(actions(), shows.by))],
    getTreeItem: (node) => treeItem(node, new Date(), shows),
    get shows() {
      return shows;
    },
    get actions() {
      return actions();
    },
    show(change) {
      shows = { ...shows, ...change };
      void look();
    },
    refresh: () => changed.fire(undefined),
    dispose: () => vscode.Disposable.from(listening, changed).dispose(),
  };
}

function treeItem(node: ActionNode, today: Date, shows: ShownActions): vscode.TreeItem {
  switch (node.kind) {
    case 'owner': {
      const icon = node.owner === undefined ? 'question' : 'person';
      return groupItem(node.owner ?? say`Nobody named`, { icon, node, id: `owner ${node.owner ?? ''}` });
    }
    case 'given': {
      const label = node.date === undefined ? node.document : `${node.date} · ${node.document}`;
      return groupItem(label, { icon: 'book', node, id: `given ${node.place.uri}` });
    }
    case 'when': {
      const icon = node.when === 'overdue' ? 'warning' : node.when === 'ended' ? 'pass' : 'calendar';
      return groupItem(whenText(node.when), { icon, node, id: `when ${node.when}` });
    }
    case 'action':
      return actionItem(node.action, today, shows);
  }
}

interface Group {
  readonly icon: string;
  readonly id: string;
  readonly node: Exclude<ActionNode, { kind: 'action' }>;
}

function groupItem(label: string, { icon, id, node }: Group): vscode.TreeItem {
  const open = node.actions.filter((action) => action.open).length;
  return Object.assign(new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded), {
    id,
    iconPath: new vscode.ThemeIcon(icon),
    description: String(open),
    accessibilityInformation: { label: `${label}, ${openActionsCounted(open)}` },
    contextValue: node.kind,
  });
}

function actionItem(action: ActionView, today: Date, { by }: ShownActions): vscode.TreeItem {
  const { overdue, open, owners } = action;
  const detail = [by === 'owner' ? '' : owners.join(', '), actionDetail(action, today)].filter(Boolean).join(' · ');
  const tooltip = new vscode.MarkdownString().appendText(action.text);
  if (owners.length > 1) tooltip.appendMarkdown('\n\n').appendText(say`Owners: ${owners.join(', ')}`);
  tooltip.appendMarkdown('\n\n').appendText([action.document, detail].filter(Boolean).join(' · '));
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const tick = open ? say`Mark as done` : say`Open again`;
  const spoken = [action.text, open ? '' : say`done`, overdue ? say`overdue` : '', detail].filter(Boolean).join(', ');
  return Object.assign(new vscode.TreeItem(action.text), {
    ...(overdue && { iconPath: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) }),
    description: detail,
    tooltip,
    checkboxState: {
      state: open ? Unchecked : Checked,
      tooltip: tick,
      accessibilityInformation: { label: tick, role: 'checkbox' },
    },
    accessibilityInformation: { label: spoken },
    contextValue: open ? 'action open' : 'action ended',
    command: openCommand(action, 'middle'),
  });
}
