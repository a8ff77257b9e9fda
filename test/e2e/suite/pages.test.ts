import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import { activateInArchive, after, file, items, label, remove, until, write } from './support.js';

suite('pages', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const shown = (text: string): string | undefined => api.pages.shown.find((body) => body.includes(text));

  test('the overview opens once, and tells of what the archive has', async () => {
    await vscode.commands.executeCommand('xenNotes.showOverview');
    await vscode.commands.executeCommand('xenNotes.showOverview');
    const body = shown('Topics through the years') ?? '';
    assert.equal(api.pages.shown.length, 1);
    assert.match(body, /<th scope="row">2019<\/th>/);
    assert.match(body, /href="command:xenNotes\.showTopic\?/);
  });

  test('a page follows what is written, and shows texts as they are', async () => {
    const name = 'minutes/pages.md';
    const document = await write(
      name,
      '# Call Minutes 2031-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## RISC-V\n\nNew.\n',
    );
    await vscode.commands.executeCommand('xenNotes.showTopic', 'RISC-V');
    await until('the new section', () => shown('Call Minutes 2031-01-02'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, after(document, '## RISC-V'), ' <img src=x onerror=alert(1)>');
    await vscode.workspace.applyEdit(edit);
    await until('the new title', () => shown('RISC-V &#60;img src=x onerror=alert(1)&#62;'));
    assert.equal(shown('<img'), undefined);
    await vscode.window.showTextDocument(document);
    await remove(name);
  });

  test('topics and people are in the tree, and a click shows their page', async () => {
    const people = (await items(api.archive)).find(([node]) => node.kind === 'people')?.[0];
    assert.ok(people);
    const jan = (await items(api.archive, people)).find(([, item]) => label(item) === 'Jan Beulich')?.[1];
    assert.ok(jan?.command);
    await vscode.commands.executeCommand(jan.command.command, ...(jan.command.arguments ?? []));
    assert.ok(shown('>Jan Beulich</h1>'));
  });

  test('a hover leads to the page of a topic, and may run nothing else', async () => {
    const document = await vscode.workspace.openTextDocument(file('events/online-xen-summit-2020.md'));
    const at = after(document, '- Topics: RIS');
    const [hover] = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return found.length > 0 && found;
    });
    const [content] = hover?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.ok(content.value.includes('[Through the years](command:xenNotes.showTopic?'), content.value);
    assert.deepEqual(content.isTrusted, { enabledCommands: ['xenNotes.showTopic', 'xenNotes.showPerson'] });
  });
});
