import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import { activateInArchive, remove, until, write } from './support.js';

const name = 'events/posting.md';
const text = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: July 10 2019
- Host: Andrew Cooper
- Scribe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)
- Andrew Cooper (Citrix)

#### Devices

- Jan: asks which transport is to be used
- Wei Lui: none
`;

suite('check before posting', () => {
  let api: Api;
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    api = await activateInArchive();
  });
  setup(async () => {
    document = await write(name, text);
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await remove(name);
  });

  const rows = () => api.posting.shown?.rows ?? [];
  const labels = (kind: string): readonly string[] =>
    rows()
      .filter((row) => row.kind === kind)
      .map((row) => row.label);
  const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  const next = () => vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  const check = async (): Promise<void> => {
    await vscode.commands.executeCommand('xenNotes.checkBeforePosting');
    await until('the list', () => rows().length > 0);
  };
  /** The window shows rows a moment after they are set. */
  const shown = () => new Promise((resolve) => setTimeout(resolve, 500));
  /** Waits until the list is shown of the text as it is then. */
  const mended = (what: string, line: RegExp) => until(what, () => line.test(document.getText()));

  test('lists what stands in the way, and mends it from there', async () => {
    await check();
    assert.match(labels('group')[0] ?? '', /^Stands in the way \(\d+\)$/);
    assert.ok(
      labels('finding').some((label) => label.includes('"Wei Lui"')),
      labels('finding').join('\n'),
    );
    assert.match(labels('fixAll')[0] ?? '', /^Fix all safe ones \(\d+\)$/);
    await accept();
    await mended('the safe fixes', /^- Date: 2019-07-10$/m);
    assert.match(document.getText(), /^## Devices$/m);
    await until('the list without safe fixes', () => labels('fixAll').length === 0);
    assert.match(labels('finding')[0] ?? '', /"Wei Lui"/);
    await shown();
    await accept();
    await until('what can be done about it', () => labels('fix').includes('Write "Wei Liu"'));
    await shown();
    await accept();
    await mended('the name', /^- Wei Liu: none$/m);
    await until('the all-clear', () => labels('clear').length === 1);
    assert.match(labels('clear')[0] ?? '', /^Nothing stands in the way of posting “Design session notes: Virtio”$/);
  });

  test('counts what is not saved, and leads to the place', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(text.length), '- ACTION: ask\n');
    await vscode.workspace.applyEdit(edit);
    await check();
    const at = rows().findIndex((row) => row.kind === 'finding' && row.detail.startsWith('Line 17:'));
    assert.notEqual(at, -1, labels('finding').join('\n'));
    const choices = rows().filter(({ kind }) => kind !== 'group');
    const steps = choices.findIndex((row) => row === rows()[at]);
    for (let step = 0; step < steps; step++) await next();
    await accept();
    await until('what can be done about it', () => labels('go').length === 1);
    assert.ok(labels('fix').includes('Write "ACTION unknown:"'), labels('fix').join('\n'));
    await shown();
    // To go there is the last row, which comes before the first.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await accept();
    const editor = await until('the cursor there', () => {
      const active = vscode.window.activeTextEditor;
      return active?.selection.active.line === 16 && active;
    });
    assert.equal(editor.document.lineAt(16).text, '- ACTION: ask');
    assert.equal(api.posting.shown, undefined);
  });
});
