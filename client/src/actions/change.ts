import * as vscode from 'vscode';
import {
  changeActionsRequest,
  type ActionChangeParams,
  type ActionMeant,
  type ChangeActionsParams,
  type ChangedActionsView,
  type Problem,
} from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';
import type { Server } from '../server.js';
import { actionsIn, type ActionNode } from '../views/actionNodes.js';
import type { ActionsView } from '../views/actionsView.js';
import { askDue, askOwners } from './ask.js';

export interface ActionsContext {
  readonly server: Server;
  readonly actions: ActionsView;
}

/** What is given to a command: a node of the tree and all that are selected, `selection` by a key of the tree, nothing in the text. */
type Given = ActionNode | 'selection' | undefined;

/** Commands that change actions, in the tree those that are selected, in the text those of the lines the cursors are on. */
export function changeCommands(context: ActionsContext) {
  const by =
    (change: (meant: readonly ActionMeant[]) => Promise<ActionChangeParams | undefined> | ActionChangeParams) =>
    async (given?: Given, nodes?: readonly ActionNode[]): Promise<void> => {
      const meant = meantBy(context, given, nodes);
      if (meant.length === 0) return void vscode.window.showInformationMessage(say`Go to an action first.`);
      const wanted = await change(meant);
      if (wanted) await changeActions(context, { actions: meant, change: wanted });
    };
  return {
    actionDone: by(() => ({ kind: 'done' })),
    actionReopen: by(() => ({ kind: 'open' })),
    actionToggle: by(() => ({ kind: 'toggle' })),
    actionHandOver: by(async (meant) => {
      const owners = await askOwners(context.server, meant);
      return owners && { kind: 'owners', owners };
    }),
    actionDue: by(async (meant) => {
      const day = await askDue(dueOf(context, meant));
      return day === undefined ? undefined : { kind: 'due', day };
    }),
    changeActions: (params: ChangeActionsParams) => changeActions(context, params),
  };
}

/** Ticks of the tree's boxes change the documents. */
export function followTicks(context: ActionsContext): vscode.Disposable {
  return context.actions.view.onDidChangeCheckboxState(async ({ items }) => {
    for (const state of [vscode.TreeItemCheckboxState.Checked, vscode.TreeItemCheckboxState.Unchecked]) {
      const nodes = items.filter(([, now]) => now === state).map(([node]) => node);
      if (nodes.length === 0) continue;
      const kind = state === vscode.TreeItemCheckboxState.Checked ? 'done' : 'open';
      await changeActions(context, { actions: meantIn(nodes), change: { kind } });
    }
  });
}

async function changeActions({ server, actions }: ActionsContext, params: ChangeActionsParams): Promise<void> {
  const answer = await server.ask<ChangedActionsView | Problem>(changeActionsRequest, params);
  if (!answer) return;
  if ('problem' in answer) void vscode.window.showErrorMessage(say`Nothing was changed: ${answer.problem}.`);
  else if (answer.left > 0) void vscode.window.showWarningMessage(leftText(answer.left));
  if ('problem' in answer || answer.left > 0) actions.tree.refresh();
}

function leftText(left: number): string {
  return counted(
    left,
    say`1 action was left as it is: its line has no place for that. Write it there.`,
    say`${left} actions were left as they are: their lines have no place for that. Write it there.`,
  );
}

function meantBy({ actions }: ActionsContext, given: Given, nodes?: readonly ActionNode[]): readonly ActionMeant[] {
  if (given === 'selection') return meantIn(actions.view.selection);
  if (given) return meantIn(nodes && nodes.length > 0 ? nodes : [given]);
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return meantIn(actions.view.selection);
  const uri = editor.document.uri.toString();
  const lines = editor.selections.flatMap(({ start, end }) =>
    Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
  );
  return [...new Set(lines)].map((line) => ({ uri, line }));
}

function meantIn(nodes: readonly ActionNode[]): readonly ActionMeant[] {
  return actionsIn(nodes).map(({ uri, line, text }) => ({ uri, line, text }));
}

/** The day that one action is due on now. */
function dueOf({ actions }: ActionsContext, [first, ...others]: readonly ActionMeant[]): string {
  const known = actions.tree.actions.find(({ uri, line }) => uri === first?.uri && line === first.line);
  return others.length === 0 ? (known?.due ?? '') : '';
}
