import * as vscode from 'vscode';
import { currentMode, setMode, type Mode } from '../config.js';

const modes: readonly (vscode.QuickPickItem & { readonly mode: Mode })[] = [
  { mode: 'draft', label: 'Draft', description: 'while notes are being written' },
  { mode: 'post', label: 'Post', description: 'what must hold before notes go to xen-devel' },
];

/** Asks how strictly documents are to be checked. */
export async function selectMode(): Promise<void> {
  const current = currentMode();
  const picked = await vscode.window.showQuickPick(
    modes.map((item) => ({ ...item, picked: item.mode === current })),
    { title: 'How strictly are documents checked?', placeHolder: `Now: ${current}` },
  );
  if (picked) await setMode(picked.mode);
}
