import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, after, closeAll, remove, until, write } from './support.js';

const notes = `# Design session notes: Live Updating Xen

- Session: [[Design Sessions 2019#Live Updating Xen]]

## Attendees

- Jan Beulich

## What has to survive

- Jan: nothing of [[No Such Page]]
- ACTION Jan: list it
- AGREED: now
`;

suite('the preview of Markdown', () => {
  suiteSetup(activateInArchive);
  teardown(closeAll);

  const rendered = (document: vscode.TextDocument): Thenable<string> =>
    vscode.commands.executeCommand('markdown.api.render', document);
  /** The page of a document, once it has a text. */
  const shown = (document: vscode.TextDocument, text: string): Promise<string> =>
    until(`a preview with ${text}`, async () => {
      const html = await rendered(document);
      return html.includes(text) && html;
    });

  test('shows references as links, and actions, decisions and people as badges', async () => {
    const document = await write('notes/preview.md', notes);
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    const html = await shown(document, 'xen-notes-action');
    assert.match(
      html,
      /<a class="xen-notes-reference" href="\.\.\/[^"#]+\.md#live-updating-xen"[^>]*>Live Updating Xen<\/a>/,
    );
    assert.match(
      html,
      /<span class="xen-notes-person" title="Jan Beulich[^"]*">Jan<\/span>: nothing of \[\[No Such Page\]\]/,
    );
    assert.match(html, /<span class="xen-notes-action"[^>]*>ACTION<\/span>/);
    assert.match(html, /<span class="xen-notes-decision"[^>]*>AGREED<\/span>/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, after(document, '- AGREED: now\n'), '- REJECTED: later\n');
    await vscode.workspace.applyEdit(edit);
    const then = await shown(document, '>REJECTED</span>');
    assert.match(then, /<span class="xen-notes-decision"[^>]*>AGREED<\/span>/);
    await remove('notes/preview.md');
  });

  test('is that of VS Code for other Markdown', async () => {
    const ours = await write('notes/preview.md', notes);
    const text = '# Guide\n\n- Jan Beulich: see [[Design Sessions 2019]]\n- ACTION Jan Beulich: x\n';
    const document = await write('guide.md', text);
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    await shown(ours, 'xen-notes-action');
    const html = await rendered(document);
    assert.ok(html.includes('[[Design Sessions 2019]]'));
    assert.ok(!html.includes('xen-notes'));
    await vscode.window.showTextDocument(document);
    await remove('guide.md');
    await vscode.window.showTextDocument(ours);
    await remove('notes/preview.md');
  });
});
