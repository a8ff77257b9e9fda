import * as vscode from 'vscode';

/** Opens the five steps from nothing to notes that go out. */
export async function openWalkthrough(): Promise<void> {
  const category = 'xen-session-notes.xen-session-notes#firstMinute';
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', { category }, false);
}
