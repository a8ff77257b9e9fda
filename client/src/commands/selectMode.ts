import * as vscode from 'vscode';
import { currentMode, setMode, type Mode } from '../config.js';
import { say } from '../../../server/src/text/say.js';

const modes = (): readonly (vscode.QuickPickItem & { readonly mode: Mode })[] => [
  { mode: 'draft', label: say`Draft`, description: say`while notes are being written` },
  { mode: 'post', label: say`Post`, description: say`what must hold before notes go to xen-devel` },
];

/** Asks how strictly documents are to be checked. */
export async function selectMode(): Promise<void> {
  const current = currentMode();
  const all = modes();
  const now = all.find(({ mode }) => mode === current)?.label ?? current;
  const picked = await vscode.window.showQuickPick(
    all.map((item) => ({ ...item, picked: item.mode === current })),
    { title: say`How strictly are documents checked?`, placeHolder: say`Now: ${now}` },
  );
  if (picked) await setMode(picked.mode);
}
