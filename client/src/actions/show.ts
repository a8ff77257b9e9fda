import * as vscode from 'vscode';
import {
  calendarRequest,
  meRequest,
  reminderRequest,
  type CalendarView,
  type MeParams,
  type ReminderParams,
} from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';
import { askWords } from '../commands/filterArchive.js';
import { section } from '../config.js';
import type { Server } from '../server.js';
import { actionsIn, type ActionNode } from '../views/actionNodes.js';
import type { ActionsContext } from './change.js';

/** Commands that show actions in another way, and make something of them. */
export function showCommands({ server, actions }: ActionsContext) {
  const { show, tree } = actions;
  return {
    actionsByOwner: () => show({ by: 'owner' }),
    actionsByMeeting: () => show({ by: 'meeting' }),
    actionsByDue: () => show({ by: 'due' }),
    myActions: async () => {
      const mine = await myName(server);
      if (mine !== undefined) show({ mine });
    },
    allActions: () => show({ mine: undefined }),
    showEndedActions: () => show({ ended: true }),
    hideEndedActions: () => show({ ended: false }),
    filterActions: () =>
      askWords({
        title: say`Filter actions`,
        placeholder: say`Words of an action, an owner, a meeting or a day, such as: pvh jan 2013`,
        before: tree.shows.filter,
        filter: (filter) => show({ filter: filter.trim() }),
      }),
    clearActionsFilter: () => show({ filter: '' }),
    remind: (node?: ActionNode, nodes?: readonly ActionNode[]) => remind(server, nodes ?? (node && [node])),
    saveCalendar: () => saveCalendar(server),
  };
}

/** Who uses the editor: as set, else as git knows them; says what to do where nobody knows. */
async function myName(server: Server): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration(section).get<string>('scribe')?.trim() ?? '';
  // Git goes by what stands in the folder, and nobody has said that it can be trusted.
  const params: MeParams = { ...(set !== '' && { name: set }) };
  const asks = set !== '' || vscode.workspace.isTrusted;
  const name = asks ? await server.ask<string | null>(meRequest, params) : null;
  if (name) return name;
  const open = say`Open Settings`;
  const message = say`Your name is not known: neither the setting xenNotes.scribe nor git tells it.`;
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.scribe`);
  return undefined;
}

/** Opens a text that reminds those who own what is meant, everybody where nothing is, and copies it. */
async function remind(server: Server, nodes: readonly ActionNode[] | undefined): Promise<void> {
  const owners = nodes?.flatMap((node) =>
    node.kind === 'owner' ? (node.owner ?? []) : actionsIn([node]).flatMap((action) => action.owners),
  );
  const params: ReminderParams = { ...(owners && { owners: [...new Set(owners)] }) };
  const text = await server.ask<string>(reminderRequest, params);
  if (text === undefined) return;
  if (text === '') return void vscode.window.showInformationMessage(say`There is nothing to remind anybody of.`);
  await vscode.env.clipboard.writeText(text);
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  vscode.window.setStatusBarMessage(say`The reminder is copied, ready to be pasted into a mail`, 5000);
}

async function saveCalendar(server: Server): Promise<void> {
  const calendar = await server.ask<CalendarView>(calendarRequest, {});
  if (!calendar) return;
  if (calendar.count === 0)
    return void vscode.window.showInformationMessage(
      say`No open action is due on a day, so a calendar would be empty.`,
    );
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    title: say`Save open actions as a calendar`,
    filters: { iCalendar: ['ics'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'actions.ics') }),
  });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(calendar.text));
  const { count, left } = calendar;
  const written = counted(count, say`1 action in the calendar`, say`${count} actions in the calendar`);
  vscode.window.setStatusBarMessage(
    left === 0 ? written : say`${written}; ${left} are due on no day, and not in it`,
    5000,
  );
}
