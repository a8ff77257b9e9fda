import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, closeAll, remove, until, write } from './support.js';

const name = 'notes/keys.md';
const head =
  '# Design session notes: Keys\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-11\n\n## Points\n\n';

suite('lists that write themselves', () => {
  suiteSetup(activateInArchive);
  teardown(async () => {
    await closeAll();
    await remove(name);
  });

  /** The document with a list at its end, in an editor whose keys know it. */
  async function list(items: string, eol = '\n'): Promise<vscode.TextEditor> {
    const text = `${head}${items}`.replaceAll('\n', eol);
    const document = await write(name, text);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await until('the symbols of the document', async () => {
      const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return (symbols ?? []).length > 0;
    });
    await until('lists that go on', () => editor.options.indentSize === 2);
    return editor;
  }

  const points = (editor: vscode.TextEditor): string =>
    editor.document.getText().replaceAll('\r\n', '\n').slice(head.length);
  const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });
  const at = (editor: vscode.TextEditor, ...ends: readonly string[]): void => {
    const text = editor.document.getText();
    editor.selections = ends.map((end) => {
      const position = editor.document.positionAt(text.indexOf(end) + end.length);
      return new vscode.Selection(position, position);
    });
  };

  test('Enter with several cursors goes on at each, and loses nothing', async () => {
    const editor = await list('- one\n- two\n');
    at(editor, '- one', '- two');
    await type('\n');
    await type('x');
    await until('both items', () => points(editor) === '- one\n- x\n- two\n- x\n');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(points(editor), '- one\n- two\n');
  });

  test('Enter over a selection takes its place, as everywhere', async () => {
    const editor = await list('- one two three\n');
    const line = editor.document.lineCount - 2;
    editor.selection = new vscode.Selection(line, '- one'.length, line, '- one two'.length);
    await type('\n');
    await until('the rest in an item of its own', () => /^- one\n- ? ?three\n$/.test(points(editor)));
  });

  test('line ends stay what they are', async () => {
    const editor = await list('1. one\n2. two\n', '\r\n');
    at(editor, '1. one');
    await type('\n');
    await type('x');
    await until('the numbers follow', () => points(editor) === '1. one\n2. x\n3. two\n');
    const text = editor.document.getText();
    assert.equal(text.split('\r\n').length, text.split('\n').length);
  });

  test('a Tab that the keys took for one within the words nests all the same', async () => {
    const editor = await list('- one\n- \n');
    at(editor, '- one\n- ');
    await vscode.commands.executeCommand('tab');
    await type('x');
    await until('the nested item', () => points(editor) === '- one\n  - x\n');
  });

  test('a numbered item is nested and taken out while somebody types on', async () => {
    const editor = await list('1. one\n2. two\n');
    at(editor, '2. two');
    const moved = vscode.commands.executeCommand('xenNotes.nestItem');
    for (const letter of ' words') await type(letter);
    await moved;
    assert.equal(points(editor), '1. one\n   1. two words\n');
    const out = vscode.commands.executeCommand('xenNotes.outItem');
    for (const letter of ' more') await type(letter);
    await out;
    assert.equal(points(editor), '1. one\n2. two words more\n');
  });
});
