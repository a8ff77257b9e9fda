import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { activateInArchive, file, remove, until, write } from './support.js';

const page = 'Design Sessions 2031\n\nFrom Xen\n\nSessions with published notes\n\nFast disks\n\nFor notes, see\n';
const minutes = '# Call Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Disks\n\n- ACTION Jan: ask\n';

suite('import and export', () => {
  suiteSetup(activateInArchive);

  test('the text of a page is opened as a document, beside a report', async () => {
    const source = file('page.txt');
    fs.writeFileSync(source.fsPath, page);
    await vscode.commands.executeCommand('xenNotes.import', source);
    const opened = await until('the documents', () => {
      const texts = vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map((each) => each.getText());
      return texts.length > 1 && texts;
    });
    assert.match(opened[0] ?? '', /^# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n/);
    assert.match(opened[1] ?? '', /^# Import of page\n[\s\S]*- line 9: nothing follows "For notes, see"/);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    for (const _ of opened) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
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
});
