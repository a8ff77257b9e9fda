import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import type { ArchiveNode } from '../../../client/src/views/nodes.js';
import { activateInArchive, items, label } from './support.js';

suite('views', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });

  async function sessionsUnder(node: ArchiveNode): Promise<readonly vscode.TreeItem[]> {
    const children = await items(api.archive, node);
    const below = await Promise.all(
      children.map(async ([child, item]) => (child.kind === 'session' ? [item] : sessionsUnder(child))),
    );
    return below.flat();
  }

  async function event(title: string): Promise<ArchiveNode> {
    const found = (await items(api.archive)).find(([, item]) => label(item) === title);
    assert.ok(found, `${title} is in the tree`);
    return found[0];
  }

  test('the archive has the events of four years and the meetings', async () => {
    const labels = (await items(api.archive)).map(([, item]) => label(item));
    for (const year of [2017, 2018, 2019]) assert.ok(labels.includes(`Design Sessions ${year}`), labels.join(', '));
    assert.ok(
      labels.some((text) => text.includes('2020')),
      labels.join(', '),
    );
    // Notes of no session stand below them: VS Code may keep some open that another test has written.
    assert.ok(labels.includes('Meetings'), labels.join(', '));
  });

  test('2019 has 23 sessions, 8 of them without notes', async () => {
    const sessions = await sessionsUnder(await event('Design Sessions 2019'));
    assert.equal(sessions.length, 23);
    assert.equal(sessions.filter(({ description }) => description === 'no notes').length, 8);
  });

  test('a session says its status aloud and opens at its heading', async () => {
    const session = (await sessionsUnder(await event('Design Sessions 2019'))).find(
      (item) => label(item) === 'Build System gripes',
    );
    assert.equal(session?.accessibilityInformation?.label, 'Build System gripes, notes published');
    assert.match(String(session?.contextValue), /withNotes/);
    const { command, arguments: given } = session?.command ?? {};
    assert.ok(command);
    await vscode.commands.executeCommand(command, ...(given ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.fileName.endsWith('design-sessions-2019.md'));
    assert.equal(editor.document.lineAt(editor.selection.active).text, '### Build System gripes');
  });

  test('a filter leaves the sessions that have its words, and clearing it brings the rest back', async () => {
    const before = (await items(api.archive)).length;
    api.archive.setFilter('gripes');
    const left = await items(api.archive);
    assert.deepEqual(
      left.map(([, item]) => label(item)),
      ['Design Sessions 2019'],
    );
    const [first] = left;
    assert.ok(first);
    assert.deepEqual((await sessionsUnder(first[0])).map(label), ['Build System gripes']);
    api.archive.setFilter('');
    assert.equal((await items(api.archive)).length, before);
  });

  test('actions of 2013 are listed by owner, with their age', async () => {
    const owners = await items(api.actions);
    const james = owners.find(([, item]) => label(item) === 'James Bulpin');
    assert.ok(james, owners.map(([, item]) => label(item)).join(', '));
    const actions = await items(api.actions, james[0]);
    const ping = actions.find(([, item]) => /ping Andrew Cooper/.test(label(item)));
    assert.match(String(ping?.[1].description), /^since 2013-02 · \d+ years/);
  });
});
