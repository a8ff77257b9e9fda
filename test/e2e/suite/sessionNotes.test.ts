import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import type { ArchiveNode } from '../../../client/src/views/nodes.js';
import { activateInArchive, closeAll, file, items, label, until } from './support.js';

type Row = readonly [ArchiveNode, vscode.TreeItem];

suite('notes and their session', () => {
  let api: Api;
  /** What a test has made; VS Code holds a document for a while after its file is gone, so each has a session of its own. */
  const made: string[] = [];
  suiteSetup(async () => {
    api = await activateInArchive();
    await vscode.workspace.getConfiguration('xenNotes').update('scribe', 'Jan Beulich', true);
  });
  teardown(async () => {
    api.archive.show('all');
    await closeAll();
    for (const name of made.splice(0)) fs.rmSync(file(name).fsPath, { force: true });
  });

  async function below(node: ArchiveNode | undefined, name: string): Promise<Row | undefined> {
    const rows = await items(api.archive, node);
    return rows.find(([, item]) => label(item) === name);
  }

  async function session(title: string): Promise<readonly [ArchiveNode?, vscode.TreeItem?]> {
    let row: Row | undefined;
    for (const name of ['Design Sessions 2019', 'Sessions with published notes', title])
      row = await below(row?.[0], name);
    return row ?? [];
  }

  /** The notes below the session, once there are so many. */
  async function notes(title: string, count: number): Promise<readonly Row[]> {
    return until(`${count} notes`, async () => {
      const [node] = await session(title);
      const rows = node ? await items(api.archive, node) : [];
      return rows.length === count && rows;
    });
  }

  const text = (name: string): string => fs.readFileSync(file(name).fsPath, 'utf8');

  test('are begun from the tree, stand below it, and lead to it and back', async () => {
    made.push('notes/xen-distros.md', 'notes/xen-distros-2.md');
    const [node] = await session('Xen Distros');
    await vscode.commands.executeCommand('xenNotes.takeNotes', node);
    const [[draft, item] = []] = await notes('Xen Distros', 1);
    assert.deepEqual([item?.contextValue, item && label(item)], ['notes draft', 'Design session notes: Xen Distros']);
    assert.equal((await session('Xen Distros'))[1]?.description, 'draft, not posted yet');
    assert.ok(draft?.kind === 'notes');
    const uri = vscode.Uri.parse(draft.notes.uri);
    const [definition] = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      uri,
      new vscode.Position(0, 5),
    );
    assert.ok(definition?.targetUri.path.endsWith('design-sessions-2019.md'));
    const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    const titles = lenses.map(({ command }) => command?.title.replace(/, .*/, ''));
    // Those that are counted first come last here; in the window they stand in their own order.
    assert.deepEqual(titles.sort(), ['Check', 'Export', 'Notes: draft', 'Session: Xen Distros']);
  });

  test('are gone on with where somebody takes them again', async () => {
    made.push('notes/xen-toolstacks.md', 'notes/xen-toolstacks-2.md');
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session('Xen Toolstacks'))[0]);
    await notes('Xen Toolstacks', 1);
    await closeAll();
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session('Xen Toolstacks'))[0]);
    assert.ok(vscode.window.activeTextEditor?.document.fileName.endsWith('xen-toolstacks.md'));
    assert.ok(!fs.existsSync(file('notes/xen-toolstacks-2.md').fsPath));
  });

  test('overwrite no file that is there', async () => {
    made.push('notes/rust-and-xen.md', 'notes/rust-and-xen-2.md');
    fs.mkdirSync(file('notes').fsPath, { recursive: true });
    fs.writeFileSync(file('notes/rust-and-xen.md').fsPath, 'A shopping list\n');
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session('Rust and Xen'))[0]);
    const [[draft] = []] = await notes('Rust and Xen', 1);
    assert.ok(draft?.kind === 'notes');
    const begun = vscode.Uri.parse(draft.notes.uri).fsPath;
    made.push(path.relative(file('').fsPath, begun));
    assert.equal(text('notes/rust-and-xen.md'), 'A shopping list\n');
    assert.match(fs.readFileSync(begun, 'utf8'), /^# Design session notes: Rust and Xen\n/);
  });

  test('that are not posted are owed, with what keeps them from it', async () => {
    made.push('notes/documentation-improvements.md', 'notes/documentation-improvements-2.md');
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session('Documentation improvements'))[0]);
    await notes('Documentation improvements', 1);
    await vscode.commands.executeCommand('xenNotes.showOwed');
    const [drafts] = await until('drafts', async () => (await below(undefined, 'Drafts not posted')) ?? false);
    const [draft, item] = (await below(drafts, 'Design session notes: Documentation improvements')) ?? [];
    assert.match(String(item?.description), /finding|ready/);
    assert.equal(item?.contextValue, 'notes draft');
    await vscode.commands.executeCommand('xenNotes.checkBeforePosting', draft);
    await until('the list', () => api.posting.shown?.title.includes('Documentation improvements'));
    await vscode.commands.executeCommand('xenNotes.showArchive');
    const labels = (await items(api.archive)).map(([, item]) => label(item));
    assert.ok(labels.includes('Meetings'), labels.join(', '));
  });
});
