import * as vscode from 'vscode';
import { archiveFile } from '../config.js';
import type { Server } from '../server.js';

/** Writes an empty configuration into a folder, which makes an archive of it, and opens the file. */
export async function makeArchive(server: Server): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, archiveFile);
  if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{}\n'));
  await vscode.window.showTextDocument(file);
  await server.start();
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) {
    const open = 'Open Folder';
    const answer = await vscode.window.showInformationMessage('Open a folder first: an archive is a folder.', open);
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
