import * as vscode from 'vscode';

export const section = 'xenNotes';
/** The file whose presence makes a folder an archive. */
export const archiveFile = '.xen-notes.json';

export type Mode = 'draft' | 'post';

/** How strictly documents are checked: while they are written, or as they are to be posted. */
export function currentMode(resource?: vscode.Uri): Mode {
  return vscode.workspace.getConfiguration(section, resource).get<string>('mode') === 'post' ? 'post' : 'draft';
}

/** Sets the mode for the workspace, or for the user where no folder is open. */
export async function setMode(mode: Mode): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(section).update('mode', mode, target);
}

/** Makes a state visible to the `when` clauses of package.json. */
export function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `${section}.${key}`, value);
}
