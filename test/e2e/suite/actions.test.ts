import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.js';
import type { ActionNode } from '../../../client/src/views/actionNodes.js';
import { accept, activateInArchive, closeAll, items, label, remove, until, write } from './support.js';

const head = (date: string): string =>
  `# Ledger call minutes, ${date}\n\n- Date: ${date}\n\n## Attendees\n\n- Ada Newcomer\n- Bo Newman\n\n`;
const first = `${head('2013-01-24')}## Talk\n\n- ACTION Ada (by 2013-02-01): book a ledger room\n- ACTION Bo: send the ledger\n`;
const second = `${head('2013-02-21')}## Previous actions\n\n- [ ] ACTION Ada: book a ledger room\n- [ ] ACTION Bo: send the ledger\n`;
const files = ['minutes/ledger-1.md', 'minutes/ledger-2.md'] as const;

suite('actions', () => {
  let api: Api;
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    api = await activateInArchive();
    await write(files[0], first);
    document = await write(files[1], second);
    // The second one may be read later than the first.
    await until('both actions, once each, at both meetings', async () => {
      const listed = await all();
      return listed.length === 2 && listed.every(([, { description }]) => String(description).includes('2 meetings'));
    });
  });
  suiteTeardown(async () => {
    for (const command of ['clearActionsFilter', 'actionsByOwner', 'allActions', 'hideEndedActions'])
      await vscode.commands.executeCommand(`xenNotes.${command}`);
    await closeAll();
    for (const name of files) await remove(name);
  });

  async function all(): Promise<readonly (readonly [ActionNode, vscode.TreeItem])[]> {
    const groups = await items(api.actions);
    const below = await Promise.all(groups.map(([node]) => items(api.actions, node)));
    return below.flat().filter(([, item]) => label(item).includes('ledger'));
  }

  async function shown(text: string): Promise<readonly [ActionNode, vscode.TreeItem]> {
    return until(text, async () => (await all()).find(([, item]) => label(item) === text));
  }

  const line = (text: string): string =>
    document
      .getText()
      .split('\n')
      .find((each) => each.includes(text)) ?? '';
  const is = (text: string, expected: string): Promise<boolean> => until(expected, () => line(text) === expected);

  test('stand once in the tree, with the meetings they were open at, and what is overdue says so', async () => {
    const [, item] = await shown('book a ledger room');
    assert.match(String(item.description), /^since 2013-01-24 · \d+ years · due 2013-02-01 · 2 meetings$/);
    assert.match(String(item.accessibilityInformation?.label), /, overdue, /);
    assert.equal(item.contextValue, 'action open');
  });

  test('are done and handed over from the tree, several at once, and all of it is undone', async () => {
    const nodes = (await all()).map(([node]) => node);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('xenNotes.actionDone', nodes[0], nodes);
    await is('room', '- [x] ACTION Ada: book a ledger room');
    assert.equal(line('send'), '- [x] ACTION Bo: send the ledger');
    assert.ok(document.isDirty);
    await until('none is open', async () => (await all()).length === 0);
    await vscode.commands.executeCommand('undo');
    await is('room', '- [ ] ACTION Ada: book a ledger room');
    assert.equal(line('send'), '- [ ] ACTION Bo: send the ledger');
  });

  test('are shown when they are done, and opened again', async () => {
    const [node] = await shown('send the ledger');
    await vscode.commands.executeCommand('xenNotes.actionDone', node);
    await vscode.commands.executeCommand('xenNotes.showEndedActions');
    const ended = await until('the ended one', async () =>
      (await all()).find(([, item]) => item.contextValue === 'action ended'),
    );
    assert.equal(label(ended[1]), 'send the ledger');
    await vscode.commands.executeCommand('xenNotes.actionReopen', ended[0]);
    await is('send', '- [ ] ACTION Bo: send the ledger');
    await vscode.commands.executeCommand('xenNotes.hideEndedActions');
  });

  test('are changed by a key in the text', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const at = document
      .getText()
      .split('\n')
      .findIndex((each) => each.includes('room'));
    editor.selection = new vscode.Selection(at, 20, at + 1, 3);
    await vscode.commands.executeCommand('xenNotes.actionToggle');
    await is('send', '- [x] ACTION Bo: send the ledger');
    assert.equal(line('room'), '- [x] ACTION Ada: book a ledger room');
    await vscode.commands.executeCommand('xenNotes.actionToggle');
    await is('room', '- [ ] ACTION Ada: book a ledger room');
  });

  test('are handed over to somebody of the list, and due on a day', async () => {
    const [node] = await shown('book a ledger room');
    const over = vscode.commands.executeCommand('xenNotes.actionHandOver', node);
    // The list is filled once the server has answered.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await accept();
    await over;
    assert.match(line('room'), /^- \[ \] ACTION (?:Ada|Bo) New(?:comer|man): book a ledger room$/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await is('room', '- [ ] ACTION Ada: book a ledger room');
    const actions = [{ uri: document.uri.toString(), line: document.getText().split('\n').indexOf(line('send')) }];
    await vscode.commands.executeCommand('xenNotes.changeActions', {
      actions,
      change: { kind: 'due', day: '1 May 2013' },
    });
    await is('send', '- [ ] ACTION Bo (by 2013-05-01): send the ledger');
    await vscode.commands.executeCommand('xenNotes.changeActions', { actions, change: { kind: 'due' } });
    await is('send', '- [ ] ACTION Bo: send the ledger');
  });

  test('are grouped by meeting and by day, filtered, and mine alone', async () => {
    const groups = async (): Promise<readonly string[]> => (await items(api.actions)).map(([, item]) => label(item));
    await vscode.commands.executeCommand('xenNotes.actionsByMeeting');
    assert.ok((await groups()).includes('2013-01-24 · Ledger call minutes, 2013-01-24'), (await groups()).join(', '));
    await vscode.commands.executeCommand('xenNotes.actionsByDue');
    assert.deepEqual([(await groups())[0], (await groups()).at(-1)], ['Overdue', 'Due on no day']);
    api.actions.show({ filter: 'ledger bo newman' });
    assert.deepEqual(
      (await all()).map(([, item]) => label(item)),
      ['send the ledger'],
    );
    api.actions.show({ filter: '' });
    const settings = vscode.workspace.getConfiguration('xenNotes');
    await settings.update('scribe', 'Ada Newcomer', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('xenNotes.myActions');
    assert.deepEqual(
      (await all()).map(([, item]) => label(item)),
      ['book a ledger room'],
    );
    await vscode.commands.executeCommand('xenNotes.allActions');
    await settings.update('scribe', undefined, vscode.ConfigurationTarget.Global);
  });

  test('make a reminder, which is opened and copied', async () => {
    const [node] = await shown('book a ledger room');
    await vscode.commands.executeCommand('xenNotes.remind', node);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^Ada Newcomer\n\n\* book a ledger room\n {2}OVERDUE, due 2013-02-01; asked on 2013-01-24/);
    assert.equal(await vscode.env.clipboard.readText(), text);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('have above them how long they are open, which leads to where they were given', async () => {
    const lenses = await until('the lens', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return all.length >= 2 && all;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      [
        'open for 2 meetings, first asked 2013-01-24, overdue since 2013-02-01',
        'open for 2 meetings, first asked 2013-01-24',
      ],
    );
    const { command = '', arguments: given = [] } = lenses[0]?.command ?? {};
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    assert.ok(vscode.window.activeTextEditor?.document.fileName.endsWith('ledger-1.md'));
  });
});
