import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import { accept, activateInArchive, closeAll, file, remove, until, write } from './support.js';

const draft = 'notes/virtio.md';
const draftText = `# Design session notes: Virtio

- Session: [[Design Sessions 2031#Virtio]]
- Date: 2031-07-11
- Scribe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)

## Transport

- Jan Beulich: which one?
`;
const event = 'events/design-sessions-2031.md';
const eventText = `# Design Sessions 2031

- Date: 2031-07-11

## Sessions with published notes

## Sessions without published notes

### [TODO Virtio]

Which transport is it to be?

### Other

- Notes: none
`;
const address = 'https://lore.kernel.org/xen-devel/1@example.org/';

suite('mail', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });
  setup(async () => {
    await write(event, eventText);
    await write(draft, draftText);
  });
  teardown(async () => {
    await vscode.workspace.getConfiguration('xenNotes').update('mode', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    await remove(draft);
    await remove(event);
  });

  const preview = (): Promise<vscode.TextDocument> =>
    until('the mail', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'xen-notes-mail' && document;
    });

  test('the mail that a document makes is shown, and its text copied', async () => {
    await vscode.env.clipboard.writeText('');
    const asked = vscode.commands.executeCommand('xenNotes.exportToMail');
    const shown = await preview();
    assert.match(
      shown.getText(),
      /^To: xen-devel@lists\.xenproject\.org\nSubject: Design session notes: Virtio\n\nSession: "Virtio" \(Design Sessions 2031\) \[1\]\n/,
    );
    await until('the text of the mail on the clipboard', async () => {
      await accept();
      return (await vscode.env.clipboard.readText()) !== '';
    });
    await asked;
    assert.equal(await vscode.env.clipboard.readText(), shown.getText().replace(/^[\s\S]*?\n\n/, ''));
  });

  test('what can be done with the mail is offered again from its editor', async () => {
    await vscode.env.clipboard.writeText('');
    let ended = false;
    void vscode.commands.executeCommand('xenNotes.exportToMail').then(() => (ended = true));
    const shown = await preview();
    await until('the end of the first offer', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended;
    });
    assert.equal(vscode.window.activeTextEditor?.document, shown);
    const again = vscode.commands.executeCommand('xenNotes.mailActions');
    await until('the text of the mail on the clipboard', async () => {
      await accept();
      return (await vscode.env.clipboard.readText()).includes('Transport\n=========\n');
    });
    await again;
  });

  test('no mail is made while errors stand in the way of posting: they are listed', async () => {
    await vscode.workspace.getConfiguration('xenNotes').update('mode', 'post', vscode.ConfigurationTarget.Workspace);
    const document = await write(draft, `${draftText}- ACTION: ask\n`);
    await until('the text as it is written', () => document.getText().includes('ACTION') || undefined);
    await vscode.commands.executeCommand('xenNotes.exportToMail');
    const rows = await until('the list', () => {
      const found = api.posting.shown?.rows.filter(({ kind }) => kind === 'finding');
      return found && found.length > 0 && found;
    });
    assert.ok(rows.some(({ label }) => label.startsWith('Nobody is named for this action')));
    assert.equal(
      vscode.window.visibleTextEditors.some(({ document: { uri } }) => uri.scheme === 'xen-notes-mail'),
      false,
    );
  });

  test('notes that are marked as posted have the address, as has the page of their event', async () => {
    await vscode.env.clipboard.writeText(address);
    const [notes, page] = await Promise.all(
      [draft, event].map((name) => vscode.workspace.openTextDocument(file(name))),
    );
    assert.ok(notes && page);
    await vscode.window.showTextDocument(notes);
    const asked = vscode.commands.executeCommand('xenNotes.markPosted');
    await until('the address in the notes', async () => {
      await accept();
      return notes.getText() !== draftText;
    });
    await asked;
    assert.match(notes.getText(), /\n- Notes: <https:\/\/lore\.kernel\.org\/xen-devel\/1@example\.org\/>\n/);
    assert.match(notes.getText(), /\n- Message-ID: `<1@example\.org>`\n/);
    assert.equal(
      page.getText(),
      `# Design Sessions 2031

- Date: 2031-07-11

## Sessions with published notes

### Virtio

- Notes: <${address}>

Which transport is it to be?

## Sessions without published notes

### Other

- Notes: none
`,
    );
    assert.deepEqual([notes.isDirty, page.isDirty], [true, true]);
    // It is one step: nothing is half undone either.
    await vscode.window.showTextDocument(page);
    await vscode.commands.executeCommand('undo');
    await until('both as they were', () => page.getText() === eventText && notes.getText() === draftText);
  });
});
