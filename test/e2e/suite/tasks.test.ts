import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { activateInArchive, file, ours, remove, ruleOf, until } from './support.js';

const text = '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-10\n';
const bad = `${text}- Scibe: Jan Beulich\n- Scibe: Jan Beulich\n`;

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
  const ofTask = (): number => mistyped().filter(({ code }) => typeof code === 'string').length;

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
    await until('the findings of the task', () => ofTask() === 2);
    assert.deepEqual(mistyped()[0]?.range.start, new vscode.Position(4, 2));
    assert.equal(ofServer(), 0);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
    await until('the findings of the server alone', () => ofServer() === 2 && ofTask() === 0);
    assert.equal(await run(task), 1);
    assert.deepEqual([ofServer(), ofTask()], [2, 0]);
  });

  // The list of problems has one place for what both tell of a document; the test of the window looks at it.
  test('find it where the server tells of it too', async () => {
    put(bad);
    await until('the findings of the server', () => ofServer() === 2);
    assert.equal(await run(await taskFor('post')), 1);
    await until('the findings of the task', () => ofTask() === 2);
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
