import * as vscode from 'vscode';

/** Opens the five steps from nothing to notes that go out. */
export async function openWalkthrough(): Promise<void> {
  const category = 'xen-session-notes.xen-session-notes#firstMinute';
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', { category }, false);
}

/** Whoever tries the extension from its sources is shown around; see `npm start`. */
export function isShownAround(): boolean {
  return process.env['XEN_NOTES_WALKTHROUGH'] === '1';
}
