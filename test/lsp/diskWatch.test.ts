import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver/node';
import type { ArchiveView } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const call = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Ada Newcomer\n\n## Kexec\n\n- ACTION: ping\n';
const register = '# People\n\n## Ada Newcomer\n\n- Affiliation: Acme\n';

let folder: Folder;
let client: LspClient;
/** As an editor that watches no files. */
const capabilities = { textDocument: { diagnostic: {} }, workspace: { workspaceEdit: { documentChanges: true } } };
beforeEach(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{}',
    'call.md': call,
    'people.md': '# People\n',
    'sub/old.md': call,
  });
  client = await startClient({ folders: [folder.path], capabilities });
  await untilReady(client);
  await client.open(folder.uri('call.md'), call);
});
afterEach(async () => {
  await client.stop();
  await folder.dispose();
});

const at = (...names: string[]): string => path.join(folder.path, ...names);
const saved = (file: string) =>
  client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: folder.uri(file) } });
const documents = async (): Promise<number> =>
  (await client.ask<ArchiveView>('xen-notes/archive', undefined)).documents;
const codes = async (): Promise<unknown[]> => (await client.findings(folder.uri('call.md'))).map(({ code }) => code);
async function ada(): Promise<string> {
  const params = { textDocument: { uri: folder.uri('call.md') }, position: { line: 6, character: 4 } };
  return JSON.stringify((await client.ask<Hover | null>('textDocument/hover', params))?.contents ?? '');
}

describe('a client that watches nothing', () => {
  test('registers, documents, folders and configurations that change outside are noticed', async () => {
    await writeFile(at('people.md'), register);
    await until(async () => (await ada()).includes('Acme'));
    await folder.write('new/deep/one.md', call);
    await until(async () => (await documents()) === 4);
    await folder.write('new/deep/two.md', call);
    await until(async () => (await documents()) === 5);
    await rename(at('new'), at('.new'));
    await until(async () => (await documents()) === 3);
    await rm(at('sub'), { recursive: true });
    await until(async () => (await documents()) === 2);
    await rename(at('.new'), at('sub'));
    await until(async () => (await documents()) === 4);
    // As git and many editors do: written aside and renamed.
    await writeFile(at('aside'), register.replace('Acme', 'Bolt'));
    await rename(at('aside'), at('people.md'));
    await until(async () => (await ada()).includes('Bolt'));
    expect(await codes()).toContain('action-no-owner');
    await writeFile(at('.xen-notes.json'), '{ "rules": { "action-no-owner": "off" }, "baseline": "accepted.json" }');
    await until(async () => !(await codes()).includes('action-no-owner'));
  });

  test('a baseline is noticed wherever it is', async () => {
    const beside = await folderWith({ 'x.txt': '' });
    const baseline = path.join(beside.path, 'accepted.json');
    await writeFile(at('.xen-notes.json'), JSON.stringify({ baseline }));
    await until(async () => (await codes()).includes('action-no-owner'));
    await mkdir(at('later'));
    const { xenNotes } = await import('../cli/run.js');
    await until(() => client.heard.messages.some((message) => message.includes('accepted.json')));
    expect(xenNotes(['check', '--update-baseline', '.'], { cwd: folder.path }).code).toBe(0);
    await until(async () => !(await codes()).includes('action-no-owner'));
    await beside.dispose();
  });

  test('files that are none of ours are not read', async () => {
    await writeFile(at('notes.txt'), call);
    await saved('notes.txt');
    await writeFile(at('.hidden.md'), call);
    await mkdir(at('node_modules'));
    await writeFile(at('node_modules', 'x.md'), call);
    await writeFile(at('last.md'), call);
    await until(async () => (await documents()) === 4);
  });

  test('an action that switches a rule off holds before anybody saves', async () => {
    const position = { line: 10, character: 4 };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: folder.uri('call.md') },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title === 'Switch action-no-owner off in this archive');
    expect(action?.edit).toBeDefined();
    expect(await codes()).toContain('action-no-owner');
    await client.ask('workspace/executeCommand', action?.command);
    await until(async () => !(await codes()).includes('action-no-owner'));
    // What stands there once it is written counts again.
    await writeFile(at('.xen-notes.json'), '{ }');
    await until(async () => (await codes()).includes('action-no-owner'));
  });
});

test('a configuration that is open holds as it is written, as soon as it makes sense', async () => {
  const uri = folder.uri('.xen-notes.json');
  await client.open(uri, '{}');
  await client.change(uri, [{ text: '{ "rules": { "action-no-owner": "off" } }' }]);
  await until(async () => !(await codes()).includes('action-no-owner'));
  await client.change(uri, [{ text: '{ "rules": { "action' }]);
  expect(await codes()).not.toContain('action-no-owner');
  await saved('.xen-notes.json');
  await until(async () => (await codes()).includes('action-no-owner'));
  await client.change(uri, [{ text: '{ "rules": { "action-no-owner": "off" } }' }]);
  await until(async () => !(await codes()).includes('action-no-owner'));
  await client.close(uri);
  await until(async () => (await codes()).includes('action-no-owner'));
});

test('what is saved is noticed without any watching', async () => {
  // Nothing on disk tells of it before it is saved.
  await client.open(folder.uri('people.md'), '# People\n');
  await client.change(folder.uri('people.md'), [{ text: register }]);
  await saved('people.md');
  await until(async () => (await ada()).includes('Acme'));
});
