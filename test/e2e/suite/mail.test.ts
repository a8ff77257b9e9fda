import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, remove, until, write } from './support.js';

const draft = 'notes/virtio.md';
const draftText = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-11
- Scribe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)

## Transport

- Jan Beulich: which one?
`;

suite('mail', () => {
  suiteSetup(activateInArchive);
  setup(() => write(draft, draftText));
  teardown(() => remove(draft));

  test('the mail that a document makes is shown', async () => {
    // It ends when somebody has chosen what to do with the mail.
    void vscode.commands.executeCommand('xenNotes.exportToMail');
    const shown = await until('the mail', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xen-notes-mail'),
    );
    assert.match(
      shown.getText(),
      /^To: xen-devel@lists\.xenproject\.org\nSubject: Design session notes: Virtio\n\nSession: "Virtio" \(Design Sessions 2019\) \[1\]\n/,
    );
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
