import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import { accept, activateInArchive, closeAll, items, label, remove, until, write } from './support.js';

const page = (...sessions: readonly string[]): string =>
  `# Design Sessions 2031\n\n## Sessions with published notes\n${sessions.map((each) => `\n### ${each}\n`).join('')}`;

suite('the page of an event is compared', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });
  teardown(closeAll);

  const shown = (has: string): Promise<vscode.TextDocument> =>
    until(`a comparison with ${has}`, () =>
      vscode.workspace.textDocuments.find(
        ({ uri, isClosed, getText }) => uri.scheme === 'xen-notes-compare' && !isClosed && getText().includes(has),
      ),
    );
  /** Takes the last entry of the list, which may come late. */
  const takeLast = async (isDone: () => boolean): Promise<void> => {
    await until('the choice', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
      await accept();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return isDone();
    });
  };

  test('with the clipboard, from the tree, and the other way round', async () => {
    const document = await write('events/compared.md', page('Fast disks', 'Boot'));
    const node = await until(
      'the event in the tree',
      async () => (await items(api.archive)).find(([, item]) => label(item).includes('2031'))?.[0],
    );
    await vscode.env.clipboard.writeText(page('Fast disks', 'Very new'));
    let isDone = false;
    void vscode.commands.executeCommand('xenNotes.compareWith', node).then(() => (isDone = true));
    await takeLast(() => isDone);
    const told = await shown('what became of its sessions');
    assert.match(told.getText(), /- Before: the clipboard\n- After: the document as it is now\n\n2 changes\./);
    assert.match(told.getText(), /## Added\n\n- Boot\n\n## Removed\n\n- Very new\n$/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', told.uri);
    assert.equal(links[0]?.target?.toString(), document.uri.with({ fragment: 'L7' }).toString());
    await vscode.commands.executeCommand('xenNotes.swapComparison');
    const swapped = await shown('- After: the clipboard');
    assert.match(swapped.getText(), /## Added\n\n- Very new\n\n## Removed\n\n- Boot\n$/);
    await vscode.window.showTextDocument(document);
    await remove('events/compared.md');
  });
});
