import * as vscode from 'vscode';
import type { ActionView } from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import { say } from '../../../server/src/text/say.js';
import { actionChildren, actionRoots, type ActionNode } from './nodes.js';
import { openCommand } from './places.js';
import { actionDetail, isOverdue, openActionsCounted } from './words.js';

export interface ActionsTree extends vscode.TreeDataProvider<ActionNode>, vscode.Disposable {}

/** Open actions by owner, with how long they have been open. */
export function createActionsTree(archive: Archive): ActionsTree {
  const changed = new vscode.EventEmitter<undefined>();
  const listening = archive.onDidChange(() => changed.fire(undefined));
  return {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node ? actionChildren(node) : actionRoots(archive.view?.actions ?? []))],
    getTreeItem: (node) =>
      node.kind === 'owner' ? ownerItem(node.owner, node.actions.length) : actionItem(node.action, new Date()),
    dispose: () => vscode.Disposable.from(listening, changed).dispose(),
  };
}

function ownerItem(owner: string | undefined, count: number): vscode.TreeItem {
  const label = owner ?? say`Nobody named`;
  return Object.assign(new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded), {
    id: `owner ${owner ?? ''}`,
    iconPath: new vscode.ThemeIcon(owner === undefined ? 'question' : 'person'),
    description: String(count),
    accessibilityInformation: { label: `${label}, ${openActionsCounted(count)}` },
    contextValue: 'owner',
  });
}

function actionItem(action: ActionView, today: Date): vscode.TreeItem {
  const overdue = action.due !== undefined && isOverdue(action.due, today);
  const detail = actionDetail(action, today);
  const tooltip = new vscode.MarkdownString().appendText(action.text);
  if (action.owners.length > 1) tooltip.appendMarkdown('\n\n').appendText(say`Owners: ${action.owners.join(', ')}`);
  tooltip.appendMarkdown('\n\n').appendText([action.document, detail].filter(Boolean).join(' · '));
  return Object.assign(new vscode.TreeItem(action.text), {
    iconPath: overdue
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon('circle-large-outline'),
    description: detail,
    tooltip,
    accessibilityInformation: { label: [action.text, overdue ? say`overdue` : '', detail].filter(Boolean).join(', ') },
    contextValue: 'action',
    command: openCommand(action, 'middle'),
  });
}
