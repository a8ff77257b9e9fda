import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import type { ArchiveNode } from '../../../client/src/views/nodes.js';
import { activateInArchive, closeAll, file, items, label, until } from './support.js';

type Row = readonly [ArchiveNode, vscode.TreeItem];

suite('notes and their session', () => {
  let api: Api;
  const made = ['notes/xen-distros.md', 'notes/xen-distros-2.md', 'notes/apart.md'];
  suiteSetup(async () => {
    api = await activateInArchive();
    await vscode.workspace.getConfiguration('xenNotes').update('scribe', 'Jan Beulich', true);
  });
  teardown(async () => {
    api.archive.show('all');
    await closeAll();
    for (const name of made) fs.rmSync(file(name).fsPath, { force: true });
    await until('the session as it was', async () => String((await session())[1]?.description) === 'notes not known');
  });

  async function below(node: ArchiveNode | undefined, name: string): Promise<Row | undefined> {
    const rows = await items(api.archive, node);
    return rows.find(([, item]) => label(item) === name);
  }

  async function session(): Promise<readonly [ArchiveNode?, vscode.TreeItem?]> {
    let row: Row | undefined;
    for (const name of ['Design Sessions 2019', 'Sessions with published notes', 'Xen Distros'])
      row = await below(row?.[0], name);
    return row ?? [];
  }

  /** The notes below the session, once there are so many. */
  async function notes(count: number): Promise<readonly Row[]> {
    return until(`${count} notes`, async () => {
      const [node] = await session();
      const rows = node ? await items(api.archive, node) : [];
      return rows.length === count && rows;
    });
  }

  const text = (name: string): string => fs.readFileSync(file(name).fsPath, 'utf8');

  test('are begun from the tree, stand below it, and lead to it and back', async () => {
    const [node] = await session();
    await vscode.commands.executeCommand('xenNotes.takeNotes', node);
    const [[draft, item] = []] = await notes(1);
    assert.deepEqual([item?.contextValue, item && label(item)], ['notes draft', 'Design session notes: Xen Distros']);
    assert.equal((await session())[1]?.description, 'draft, not posted yet');
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
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session())[0]);
    await notes(1);
    await closeAll();
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session())[0]);
    assert.ok(vscode.window.activeTextEditor?.document.fileName.endsWith('xen-distros.md'));
    assert.ok(!fs.existsSync(file('notes/xen-distros-2.md').fsPath));
  });

  test('overwrite no file that is there', async () => {
    fs.mkdirSync(file('notes').fsPath, { recursive: true });
    fs.writeFileSync(file('notes/xen-distros.md').fsPath, 'A shopping list\n');
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session())[0]);
    await notes(1);
    assert.equal(text('notes/xen-distros.md'), 'A shopping list\n');
    assert.match(text('notes/xen-distros-2.md'), /^# Design session notes: Xen Distros\n/);
  });

  test('that are not posted are owed, with what keeps them from it', async () => {
    await vscode.commands.executeCommand('xenNotes.takeNotes', (await session())[0]);
    await notes(1);
    await vscode.commands.executeCommand('xenNotes.showOwed');
    const [drafts] = await until('drafts', async () => (await below(undefined, 'Drafts not posted')) ?? false);
    const [draft, item] = (await below(drafts, 'Design session notes: Xen Distros')) ?? [];
    assert.match(String(item?.description), /finding|ready/);
    assert.equal(item?.contextValue, 'notes draft');
    await vscode.commands.executeCommand('xenNotes.checkBeforePosting', draft);
    await until('the list', () => api.posting.shown?.title.includes('Xen Distros'));
    await vscode.commands.executeCommand('xenNotes.showArchive');
    assert.equal(label((await items(api.archive)).at(-1)?.[1] ?? new vscode.TreeItem('')), 'Meetings');
  });
});
