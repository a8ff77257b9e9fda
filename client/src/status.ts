import * as vscode from 'vscode';
import { counted, say } from '../../server/src/text/say.js';
import type { Archive } from './archive.js';
import { currentMode, section } from './config.js';
import { documentsCounted, openActionsCounted } from './views/words.js';

/** What the language status of a Markdown document says of the archive, and of how strictly it is checked. */
export function createStatus(archive: Archive): vscode.Disposable {
  const shown: vscode.Disposable[] = [];
  let items: { readonly archive: vscode.LanguageStatusItem; readonly mode: vscode.LanguageStatusItem } | undefined;

  function update(): void {
    // Nothing is shown in a window that has nothing to do with sessions.
    if (archive.state === 'idle') return;
    items ??= createItems();
    describeArchive(items.archive, archive);
    items.mode.text = currentMode() === 'post' ? say`Checked as to be posted` : say`Checked as a draft`;
    for (const item of [items.archive, items.mode]) item.accessibilityInformation = { label: spoken(item) };
  }

  function createItems() {
    const archiveItem = vscode.languages.createLanguageStatusItem(`${section}.archive`, { language: 'markdown' });
    archiveItem.name = say`Xen Session Notes: archive`;
    const mode = vscode.languages.createLanguageStatusItem(`${section}.mode`, { language: 'markdown' });
    mode.name = say`Xen Session Notes: mode`;
    mode.command = { command: `${section}.selectMode`, title: say`Change` };
    shown.push(archiveItem, mode);
    return { archive: archiveItem, mode };
  }

  shown.push(
    archive.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(section)) update();
    }),
  );
  update();
  return new vscode.Disposable(() => vscode.Disposable.from(...shown).dispose());
}

/** A state is spoken as a whole: what it is of, and what it is. */
function spoken({ name = '', text, detail }: vscode.LanguageStatusItem): string {
  return [name, text, detail].filter(Boolean).join(', ');
}

function peopleCounted(count: number): string {
  return counted(count, say`1 person`, say`${count} people`);
}

function describeArchive(item: vscode.LanguageStatusItem, { state, view }: Archive): void {
  item.busy = state === 'indexing';
  item.severity = state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.command = undefined;
  item.detail = '';
  switch (state) {
    case 'failed':
      item.text = say`Xen Notes: the server stopped`;
      item.detail = say`checks and completion are off`;
      item.command = { command: `${section}.restartServer`, title: say`Restart` };
      return;
    case 'ready':
      item.text = say`Xen archive: ${documentsCounted(view?.documents ?? 0)}`;
      item.detail = `${peopleCounted(view?.people ?? 0)}, ${openActionsCounted(view?.actions.length ?? 0)}`;
      item.command = { command: `${section}.archive.focus`, title: say`Show` };
      return;
    case 'empty':
      item.text = say`Xen archive: no documents here`;
      item.detail = say`people and topics come with the extension`;
      return;
    case 'indexing':
    case 'idle':
      item.text = say`Xen archive: reading`;
  }
}
