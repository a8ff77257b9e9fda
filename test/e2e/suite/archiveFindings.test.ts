import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { activateInArchive, file, findings, until } from './support.js';

const name = 'events/unopened.md';
const text = '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-10\n';
const bad = `${text}- Scibe: Jan Beulich\n`;

suite('documents that are not open', () => {
  suiteSetup(activateInArchive);
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(file(name).fsPath, { force: true });
    await vscode.workspace.getConfiguration('xenNotes').update('checkArchive', undefined);
  });

  const put = (content: string): void => {
    fs.mkdirSync(path.dirname(file(name).fsPath), { recursive: true });
    fs.writeFileSync(file(name).fsPath, content);
  };
  const mistyped = (): number => findings(file(name)).filter((each) => each.startsWith('field-unknown')).length;

  test('are checked as they are saved, and again when they change', async () => {
    put(bad);
    await until('the finding', () => mistyped() === 1);
    put(text);
    await until('the finding to go', () => mistyped() === 0);
  });

  test('have each finding once when they are opened, and still when they are closed', async () => {
    put(bad);
    await until('the finding', () => mistyped() === 1);
    // While the document goes from one collection to the other there may be none for a moment, but never one twice.
    let most = 1;
    const twice: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(() => mistyped() > most && twice.push(mistyped()));
    const document = await vscode.workspace.openTextDocument(file(name));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(bad.length), '- Loction: Chicago\n');
    most = 2;
    await vscode.workspace.applyEdit(edit);
    await until('both findings', () => mistyped() === 2);
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    put(bad);
    await until('the one that is left', () => mistyped() === 1);
    listening.dispose();
    assert.deepEqual(twice, []);
  });

  test('have none any more when they are closed and the setting says so', async () => {
    await vscode.workspace.getConfiguration('xenNotes').update('checkArchive', 'off');
    put(bad);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
    await until('the finding', () => mistyped() === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the finding to go', () => mistyped() === 0);
  });

  test('are left alone when the setting says so', async () => {
    put(bad);
    await until('the finding', () => mistyped() === 1);
    await vscode.workspace.getConfiguration('xenNotes').update('checkArchive', 'off');
    await until('the finding to go', () => mistyped() === 0);
  });
});
