import * as vscode from 'vscode';
import { endedActionsRequest, type ActionView } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import type { Archive } from '../archive.js';
import { section, setContext } from '../config.js';
import type { Server } from '../server.js';
import type { ActionNode, ShownActions } from './actionNodes.js';
import { createActionsTree, type ActionsTree } from './actionsTree.js';
import { openActionsCounted } from './words.js';

export interface ActionsView extends vscode.Disposable {
  readonly tree: ActionsTree;
  readonly view: vscode.TreeView<ActionNode>;
  show(change: Partial<ShownActions>): void;
}

/** The view of actions, and what its title says of what is shown. */
export function createActionsView(archive: Archive, server: Server): ActionsView {
  const tree = createActionsTree(archive, () => server.ask<ActionView[]>(endedActionsRequest, {}));
  const view = vscode.window.createTreeView(`${section}.actions`, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  const describe = (): void => {
    const { filter, mine } = tree.shows;
    const { actions } = tree;
    const open = actions.filter((action) => action.open).length;
    const late = actions.filter((action) => action.overdue).length;
    const counts = late === 0 ? openActionsCounted(open) : say`${openActionsCounted(open)}, ${late} overdue`;
    const isReady = archive.state === 'ready';
    const nothing = mine === undefined ? undefined : say`Nothing that ${mine} has to do`;
    const told = actions.length > 0 ? say`Filter: “${filter}”` : say`Nothing found for “${filter}”`;
    // An absent message must be set as undefined, which the type does not spell out.
    Object.assign(view, {
      description: isReady ? [mine, counts].filter(Boolean).join(' · ') : undefined,
      message: filter !== '' ? told : isReady && actions.length === 0 ? nothing : undefined,
    });
  };
  const listening = tree.onDidChangeTreeData?.(describe);
  return {
    tree,
    view,
    show(change) {
      tree.show(change);
      const { by, filter, mine, ended } = tree.shows;
      setContext('actionsBy', by);
      setContext('actionsFiltered', filter !== '');
      setContext('actionsMine', mine !== undefined);
      setContext('actionsEnded', ended);
    },
    dispose: () => vscode.Disposable.from(...(listening ? [listening] : []), view, tree).dispose(),
  };
}
