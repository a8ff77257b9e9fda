import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, file, findings, items, label, remove, until, write } from './support.js';

suite('a folder that is no archive', () => {
  test('the extension wakes for Markdown and says nothing about it', async () => {
    const readme = await vscode.workspace.openTextDocument(file('README.md'));
    await vscode.window.showTextDocument(readme);
    const api = await activate();
    assert.deepEqual(await items(api.archive), []);
    assert.deepEqual(findings(readme.uri), []);
  });

  test('its documents stay without findings when the server runs for another one', async () => {
    const notes = await write('notes.md', '# Design session notes: Virtio\n\n- Scibe: Jan Beulich\n');
    await until('findings on the notes', () => findings(notes.uri).length > 0);
    for (const name of ['README.md', 'docs/guide.md']) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
      assert.deepEqual(findings(file(name)), [], name);
    }
    await vscode.window.showTextDocument(notes);
    await remove('notes.md');
  });

  test('the command makes an archive of it', async () => {
    const api = await activate();
    // It goes on to ask what to begin.
    const made = vscode.commands.executeCommand('xenNotes.makeArchive');
    const text = await until('the configuration', async () => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file('.xen-notes.json')));
      } catch {
        return undefined;
      }
    });
    assert.equal(text, '{}\n');
    let asks = true;
    void made.then(() => (asks = false));
    await until('the question to close', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return !asks;
    });
    await write('sessions.md', '# Design Sessions 2031\n\n## Sessions\n\n### Frobnication\n\n- Notes: TODO\n');
    await until('the new page in the tree', async () =>
      (await items(api.archive)).some(([, item]) => label(item) === 'Design Sessions 2031'),
    );
  });
});
