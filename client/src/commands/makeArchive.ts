import * as vscode from 'vscode';
import { archiveFile, section } from '../config.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';

/** Writes an empty configuration into a folder, which makes an archive of it, and asks what to begin in it. */
export async function makeArchive(server: Server): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, archiveFile);
  try {
    if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{}\n'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return void vscode.window.showErrorMessage(
      say`${archiveFile} could not be made: ${why}. Check the folder, and that you may write to it.`,
    );
  }
  await server.start();
  await askWhatNext();
}

/** An archive without documents is of no use yet. */
async function askWhatNext(): Promise<void> {
  const steps: readonly (vscode.QuickPickItem & { readonly command?: string })[] = [
    { label: `$(calendar) ${say`New Event Page`}`, description: say`the sessions of a summit`, command: 'newEvent' },
    { label: `$(note) ${say`New Session Notes`}`, description: say`of one session`, command: 'newNotes' },
    { label: `$(book) ${say`New Minutes`}`, description: say`of a meeting`, command: 'newMinutes' },
    { label: `$(lightbulb) ${say`New Proposal`}`, description: say`for a session to come`, command: 'newProposal' },
    {
      label: `$(cloud-download) ${say`Import…`}`,
      description: say`what is on the wiki, in a mail or on a pad`,
      command: 'import',
    },
    { label: say`Nothing yet`, description: say`the sidebar has all of these` },
  ];
  const picked = await vscode.window.showQuickPick(steps, {
    title: say`This folder is an archive now. What would you like to begin?`,
    ignoreFocusOut: true,
  });
  if (picked?.command !== undefined) await vscode.commands.executeCommand(`${section}.${picked.command}`);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) {
    const open = say`Open Folder`;
    const answer = await vscode.window.showInformationMessage(say`Open a folder first: an archive is a folder.`, open);
    if (answer === open) await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
  return folders[0];
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
