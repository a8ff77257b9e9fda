import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, findings, remove, until, write } from './support.js';

const name = 'events/writing.md';
const text = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-10
- Scibe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)

## Notes

- Jan: asks
`;

function outline(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap((symbol) => [symbol.name, ...outline(symbol.children)]);
}

suite('while a line is being written', () => {
  suiteSetup(activateInArchive);
  teardown(() => remove(name));

  test('nothing is found on it until the cursor has left it', async () => {
    const { uri } = await write(name, text);
    const rules = (): readonly string[] => findings(uri).map((each) => each.split(':')[0] ?? '');
    await until('the findings of before', () => rules().includes('field-unknown'));
    const seen = new Set<string>();
    const listening = vscode.languages.onDidChangeDiagnostics(() => rules().forEach((rule) => seen.add(rule)));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = new vscode.Position(12, '- Jan: asks'.length);
    editor.selection = new vscode.Selection(end, end);
    for (const letter of '\n- ACTION: tell George') await vscode.commands.executeCommand('type', { text: letter });
    assert.equal(editor.selection.active.line, 13);
    assert.match(editor.document.getText(), /^- ACTION: tell George$/m);
    // The outline has the line once the server has taken it in, and what it found has been told before.
    await until('the action in the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return outline(symbols ?? []).some((each) => each.includes('tell George'));
    });
    assert.ok(!seen.has('action-no-owner'), [...seen].join(', '));
    const top = new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(top, top);
    await until('what is wrong with the line', () => rules().includes('action-no-owner'));
    listening.dispose();
  });
});
