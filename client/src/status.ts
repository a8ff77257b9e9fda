import * as vscode from 'vscode';
import type { Archive } from './archive.js';
import { currentMode, section } from './config.js';
import { counted } from './views/words.js';

/** What the language status of a Markdown document says of the archive, and of how strictly it is checked. */
export function createStatus(archive: Archive): vscode.Disposable {
  const shown: vscode.Disposable[] = [];
  let items: { readonly archive: vscode.LanguageStatusItem; readonly mode: vscode.LanguageStatusItem } | undefined;

  function update(): void {
    // Nothing is shown in a window that has nothing to do with sessions.
    if (archive.state === 'idle') return;
    items ??= createItems();
    describeArchive(items.archive, archive);
    items.mode.text = currentMode() === 'post' ? 'Checked as to be posted' : 'Checked as a draft';
  }

  function createItems() {
    const archiveItem = vscode.languages.createLanguageStatusItem(`${section}.archive`, { language: 'markdown' });
    archiveItem.name = 'Xen Session Notes: archive';
    const mode = vscode.languages.createLanguageStatusItem(`${section}.mode`, { language: 'markdown' });
    mode.name = 'Xen Session Notes: mode';
    mode.command = { command: `${section}.selectMode`, title: 'Change' };
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

function describeArchive(item: vscode.LanguageStatusItem, { state, view }: Archive): void {
  item.busy = state === 'indexing';
  item.severity = state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.command = undefined;
  item.detail = '';
  switch (state) {
    case 'failed':
      item.text = 'Xen Notes: the server stopped';
      item.detail = 'checks and completion are off';
      item.command = { command: `${section}.restartServer`, title: 'Restart' };
      return;
    case 'ready':
      item.text = `Xen archive: ${counted(view?.documents ?? 0, 'document')}`;
      item.detail = `${counted(view?.people ?? 0, 'person', 'people')}, ${counted(view?.actions.length ?? 0, 'open action')}`;
      item.command = { command: `${section}.archive.focus`, title: 'Show' };
      return;
    case 'empty':
      item.text = 'Xen archive: no documents here';
      item.detail = 'people and topics come with the extension';
      return;
    case 'indexing':
    case 'idle':
      item.text = 'Xen archive: reading';
  }
}
