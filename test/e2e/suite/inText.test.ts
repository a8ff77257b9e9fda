import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, after, remove, until, write } from './support.js';

const name = 'events/in-text.md';
const otherName = 'events/read-me.md';
const text = `# Call Minutes

- date : 2013-05-02

## Attendees

* Jan Beulich (SUSE)

## Boot

*   Jan: asks, see [[Design Sessions 2019]]
    * ACTION Jan: write it down
`;
const formatted = `# Call Minutes

- Date: 2013-05-02

## Attendees

- Jan Beulich (SUSE)

## Boot

- Jan: asks, see [[Design Sessions 2019]]
  - ACTION Jan: write it down
`;

const formatters = (uri: vscode.Uri): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', uri, { tabSize: 4, insertSpaces: true });

suite('in the text', () => {
  suiteSetup(activateInArchive);
  teardown(() => remove(name));

  test('words have colours of their own', async () => {
    const { uri } = await write(name, text);
    const tokens = await until(
      'tokens',
      async () =>
        await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
          'vscode.provideDocumentSemanticTokens',
          uri,
        ),
    );
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const types = [...tokens.data].flatMap((each, index) => (index % 5 === 3 ? [legend.tokenTypes[each]] : []));
    assert.deepEqual(types, ['field', 'person', 'speaker', 'reference', 'action', 'person']);
  });

  test('names are told in full where that is wished', async () => {
    const document = await write(name, text);
    const hints = async (): Promise<readonly string[]> => {
      const range = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      return (found ?? []).map(({ label }) =>
        typeof label === 'string' ? label : label.map((part) => part.value).join(''),
      );
    };
    assert.deepEqual(await hints(), []);
    const configuration = vscode.workspace.getConfiguration('xenNotes');
    await configuration.update('inlayHints', 'fullNames', true);
    await until('hints', async () => (await hints()).length > 0);
    assert.deepEqual(await hints(), [' Beulich', ' Beulich']);
    await configuration.update('inlayHints', undefined, true);
    await until('no hints', async () => (await hints()).length === 0);
  });

  test('Format Document writes it as usual, and is undone at once', async () => {
    const document = await write(name, text);
    await until('a formatter', async () => ((await formatters(document.uri)) ?? []).length > 0);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), formatted);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  test('other Markdown is for other formatters', async () => {
    const { uri } = await write(otherName, '# Readme\n\n* a\n');
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
    assert.equal((await formatters(uri))?.length ?? 0, 0);
    await remove(otherName);
  });

  test('a selection grows from a name to the section', async () => {
    const document = await write(name, text);
    const at = after(document, '* ACTION J');
    const found = await until('ranges', async () => {
      const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [at],
      );
      const texts: string[] = [];
      for (let each = range; each; each = each.parent as vscode.SelectionRange)
        texts.push(document.getText(each.range));
      return texts.some((each) => each.startsWith('## Boot')) && texts;
    });
    assert.ok(found.includes('Jan'), JSON.stringify(found));
    assert.ok(found.includes('* ACTION Jan: write it down'), JSON.stringify(found));
  });
});
