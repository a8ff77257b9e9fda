import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { activateInArchive, file, ours, remove, ruleOf, until } from './support.js';

const text = '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-10\n';
const bad = `${text}- Scibe: Jan Beulich\n`;

suite('tasks', () => {
  /** Another one for each test, as VS Code may keep a document open that was closed. */
  let name = '';
  let tests = 0;
  suiteSetup(activateInArchive);
  setup(() => (name = `events/to check (old) [${++tests}].md`));
  teardown(async () => {
    await remove(name);
    await vscode.workspace.getConfiguration('xenNotes').update('checkArchive', undefined);
  });

  const put = (content: string): void => fs.writeFileSync(file(name).fsPath, content);
  const offered = async (): Promise<readonly vscode.Task[]> => vscode.tasks.fetchTasks({ type: 'xen-notes' });
  const taskFor = async (mode: string | undefined): Promise<vscode.Task> => {
    const found = (await offered()).find(({ definition }) => definition['mode'] === mode);
    assert.ok(found, 'the task is offered');
    return found;
  };
  /** Runs a task to its end; the exit code. */
  const run = async (task: vscode.Task): Promise<number | undefined> => {
    const ended = new Promise<number | undefined>((resolve) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        listening.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    return ended;
  };
  const mistyped = (): readonly vscode.Diagnostic[] =>
    ours(file(name)).filter(({ code }) => ruleOf(code) === 'field-unknown');
  /** The server's lead to the rule's page. */
  const ofServer = (): number => mistyped().filter(({ code }) => typeof code === 'object').length;

  /** Goes where the next problem is, as F8 does: not each VS Code tells its extensions what a task has found. */
  const nextProblem = (): Promise<vscode.Position> =>
    until('the findings of the task', async () => {
      await vscode.window.showTextDocument(file('people.md'));
      await vscode.commands.executeCommand('editor.action.marker.nextInFiles');
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === file(name).toString() && active.selection.active;
    });

  test('are offered for a folder that holds an archive', async () => {
    const tasks = await offered();
    assert.deepEqual(
      tasks.map((task) => [task.source, task.name]),
      [
        ['Xen Notes', 'Check the Archive'],
        ['Xen Notes', 'Check the Archive as to Be Posted'],
      ],
    );
  });

  test('end with 0 where nothing is found', async () => {
    assert.equal(await run(await taskFor(undefined)), 0);
  });

  test('find what is not open, end with 1, and leave an open document to the server', async () => {
    await vscode.workspace.getConfiguration('xenNotes').update('checkArchive', 'off');
    put(bad);
    const task = await taskFor(undefined);
    assert.equal(await run(task), 1);
    assert.deepEqual(await nextProblem(), new vscode.Position(4, 2));
    // That they took the place of the task's is seen in the window alone: extensions of an older VS Code are told of both.
    await until('the findings of the server', () => ofServer() === 1);
    assert.equal(await run(task), 1);
    assert.equal(ofServer(), 1);
  });

  test('run as tasks.json says', async () => {
    put(bad);
    const tasks = vscode.workspace.getConfiguration('tasks');
    const own = { type: 'xen-notes', label: 'people only', mode: 'post', paths: ['people.md'] };
    try {
      await tasks.update('version', '2.0.0');
      await tasks.update('tasks', [own, { ...own, label: 'mistyped', mode: 'pst' }]);
      const named = async (name: string) => (await offered()).find((each) => each.name === name);
      assert.equal(await run(await until('the task', () => named('people only'))), 0);
      assert.equal(await run(await until('the other task', () => named('mistyped'))), 2);
    } finally {
      fs.rmSync(file('.vscode/tasks.json').fsPath, { force: true });
    }
  });
});
