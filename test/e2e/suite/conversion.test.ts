import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import { accept, activateInArchive, closeAll, file, remove, until, write } from './support.js';

const page = 'Design Sessions 2031\n\nFrom Xen\n\nSessions with published notes\n\nFast disks\n\nFor notes, see\n';
const document = /^# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n/;
const report = (name: string): RegExp =>
  new RegExp(`^# Import of ${name}\n[\\s\\S]*- line 9: nothing follows "For notes, see"`);
const mail =
  'From: Ann Lee <ann@example.org>\nDate: Mon, 14 Jul 2031 10:00:00 +0000\nSubject: Design session notes: Disks\n\n- Ann: how fast?\n';
const minutes = '# Call Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Disks\n\n- ACTION Jan: ask\n';

suite('import and export', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });
  teardown(closeAll);

  /** The report of the last import, once it has a text. */
  const reported = (has: RegExp): Promise<vscode.TextDocument> =>
    until('the report', () => {
      const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xen-notes-import');
      return page && has.test(page.getText()) ? page : undefined;
    });
  /** The unsaved documents, once there are so many. */
  const opened = (count: number): Promise<readonly string[]> =>
    until(`${count} documents`, () => {
      const texts = vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map((each) => each.getText());
      return texts.length === count && texts;
    });
  const drop = (items: Readonly<Record<string, vscode.DataTransferItem>>): Thenable<void> | void => {
    const dropped = new vscode.DataTransfer();
    for (const [type, item] of Object.entries(items)) dropped.set(type, item);
    return api.drop.handleDrop?.(undefined, dropped, new vscode.CancellationTokenSource().token);
  };

  test('the text of a page is opened as a document, beside a report', async () => {
    const source = file('page.txt');
    fs.writeFileSync(source.fsPath, page);
    await vscode.commands.executeCommand('xenNotes.import', source);
    const texts = await opened(1);
    assert.match(texts[0] ?? '', document);
    const told = await reported(report('page'));
    assert.equal(told.isDirty, false);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', document);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', told.uri);
    const { target } = links.find(({ target: to }) => to?.scheme === 'command') ?? {};
    assert.ok(target, 'a line of the report leads to the document');
    const [to] = JSON.parse(decodeURIComponent(target.query)) as unknown[];
    await vscode.commands.executeCommand(target.path, to);
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown && shown.document.lineAt(shown.selection.active).text, 'For notes, see');
    fs.rmSync(source.fsPath);
  });

  test('what is on the clipboard is imported', async () => {
    await vscode.env.clipboard.writeText(page);
    await vscode.commands.executeCommand('xenNotes.importClipboard');
    const texts = await opened(1);
    assert.match(texts[0] ?? '', document);
    await reported(report('clipboard'));
  });

  test('files that are dropped on the sidebar are imported', async () => {
    const sources = { 'page.txt': page, 'disks.eml': mail };
    for (const [name, text] of Object.entries(sources)) fs.writeFileSync(file(name).fsPath, text);
    const list = Object.keys(sources).map((name) => file(name).toString());
    await drop({ 'text/uri-list': new vscode.DataTransferItem([...list, 'https://example.org/'].join('\r\n')) });
    const texts = await opened(2);
    assert.match(texts[0] ?? '', document);
    assert.match(texts[1] ?? '', /^# Design session notes: Disks\n[\s\S]*\n- Ann: how fast\?\n$/);
    await reported(/^# Import of page\n[\s\S]*\n# Import of disks\n/);
    for (const name of Object.keys(sources)) fs.rmSync(file(name).fsPath);
  });

  test('what is dropped from another program is imported', async () => {
    const bytes = new TextEncoder().encode(mail);
    const item = new (class extends vscode.DataTransferItem {
      override asFile(): vscode.DataTransferFile {
        return { name: 'disks.eml', data: () => Promise.resolve(bytes) };
      }
    })('');
    await drop({ 'disks.eml': item });
    assert.match((await opened(1))[0] ?? '', /^# Design session notes: Disks\n/);
  });

  test('a file that is not there leaves the others', async () => {
    const source = file('page.txt');
    fs.writeFileSync(source.fsPath, page);
    await vscode.commands.executeCommand('xenNotes.import', file('none.txt'), [file('none.txt'), source]);
    assert.match((await opened(1))[0] ?? '', document);
    fs.rmSync(source.fsPath);
  });

  test('a document is copied as wikitext', async () => {
    await write('minutes/call.md', minutes);
    await vscode.commands.executeCommand('xenNotes.copyAsWikitext');
    assert.equal(
      await vscode.env.clipboard.readText(),
      '<!-- Page: Call Minutes -->\n\n== Attendees ==\n\n* Jan Beulich\n\n== Disks ==\n\n* {{Action|Jan|ask}}\n',
    );
    await remove('minutes/call.md');
  });

  test('a document is written into a file as wikitext', async () => {
    await write('minutes/call.md', minutes);
    const to = file('minutes/call.wiki');
    const asked = vscode.commands.executeCommand('xenNotes.exportWikitext');
    await until('the file', async () => {
      await accept();
      return fs.existsSync(to.fsPath);
    });
    await asked;
    assert.match(fs.readFileSync(to.fsPath, 'utf8'), /\n\* \{\{Action\|Jan\|ask\}\}\n$/);
    fs.rmSync(to.fsPath);
    await remove('minutes/call.md');
  });
});
