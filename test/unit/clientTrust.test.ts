import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

/** As much of the editor as these parts use. */
const editor = vi.hoisted(() => ({
  isTrusted: true,
  warnings: [] as string[],
  provider: undefined as { provideTasks(): Promise<unknown[]>; resolveTask(task: object): unknown } | undefined,
}));
vi.mock('vscode', () => ({
  workspace: {
    get isTrusted() {
      return editor.isTrusted;
    },
    workspaceFolders: [{ uri: { scheme: 'file', fsPath: '/archive' } }],
    findFiles: () => Promise.resolve(['/archive/.xen-notes.json']),
    getConfiguration: () => ({ get: () => '', update: () => Promise.resolve() }),
  },
  window: {
    showInputBox: ({ value }: { value: string }) => Promise.resolve(value),
    showTextDocument: (uri: object) => Promise.resolve({ document: { uri } }),
    showQuickPick: ([first]: readonly object[]) => Promise.resolve(first),
    showWarningMessage: (text: string) => Promise.resolve(void editor.warnings.push(text)),
  },
  Uri: {
    parse: (text: string) => ({ scheme: 'file', toString: () => text }),
    [Symbol.hasInstance]: () => false,
  },
  tasks: { registerTaskProvider: (_: string, provider: typeof editor.provider) => (editor.provider = provider) },
  ConfigurationTarget: { Global: 1 },
  RelativePattern: Object,
  CustomExecution: Object,
  Task: Object,
  TaskGroup: {},
}));

beforeEach(() => void (editor.isTrusted = true));

it('git is asked for a name in a trusted workspace alone', async () => {
  const { writerName } = await import('../../client/src/commands/writer.js');
  const asked: string[] = [];
  const server = { ask: (method: string) => Promise.resolve(asked.push(method) && 'Ada') };
  const memory = { get: () => undefined, update: () => Promise.resolve() };
  const name = () => writerName(server as never, memory as never, undefined);
  expect(await name()).toBe('Ada');
  editor.isTrusted = false;
  expect(await name()).toBeUndefined();
  expect(asked).toEqual(['xen-notes/writer']);
});

it('git is asked for what a page was in a trusted workspace alone', async () => {
  const { compareWith } = await import('../../client/src/commands/compareWith.js');
  const asked: string[] = [];
  const server = { ask: (method: string) => Promise.resolve(asked.push(method) && { revisions: [] }) };
  const machine = { readsItself: () => true };
  const compare = () => compareWith({ server, machine, pages: {} } as never, 'file:///archive/page.md');
  await compare();
  expect(asked).toEqual(['xen-notes/history']);
  editor.isTrusted = false;
  await compare();
  expect(asked).toEqual(['xen-notes/history']);
  expect(editor.warnings).toEqual([expect.stringContaining('Git runs only in a folder that you trust')]);
});

it('tasks are offered and run in a trusted workspace alone', async () => {
  const { registerCheckTasks } = await import('../../client/src/tasks/checkTasks.js');
  registerCheckTasks({ asAbsolutePath: (file: string) => file } as never);
  const resolve = () => editor.provider?.resolveTask({ definition: {}, name: 'x' });
  expect(await editor.provider?.provideTasks()).toHaveLength(2);
  expect(resolve()).toBeDefined();
  editor.isTrusted = false;
  expect(await editor.provider?.provideTasks()).toEqual([]);
  expect(resolve()).toBeUndefined();
});

it('the manifest says what an untrusted workspace goes without', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, '../..', name), 'utf8'));
  const { capabilities } = read('package.json') as {
    capabilities: { untrustedWorkspaces: { supported: unknown; description?: string } };
  };
  expect(capabilities.untrustedWorkspaces).toMatchObject({ supported: 'limited' });
  expect(capabilities.untrustedWorkspaces.description).toBe('%capability.untrustedWorkspaces%');
  expect(read('package.nls.json')).toMatchObject({ 'capability.untrustedWorkspaces': expect.stringMatching(/git/) });
});
