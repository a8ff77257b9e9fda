import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileChangeType, type Hover } from 'vscode-languageserver/node';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';
import type { ArchiveView } from '../../server/src/lsp/protocol.js';

const call = '# Call Minutes\n\n## Attendees\n\n- Ada Newcomer\n';

let folder: Folder;
let other: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{}',
    'call.md': call,
    'people.md': '# People\n',
    'node_modules/x/minutes.md': call,
  });
  other = await folderWith({
    'a/.xen-notes.json': '{}',
    'a/people.md': '# People\n\n## Bob Builder\n',
    'a/call.md': call,
    'b/outside.md': call,
  });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
  await other.dispose();
});

const view = (): Promise<ArchiveView> => client.ask('xen-notes/archive', undefined);
const told = (...changes: [string, FileChangeType][]): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });

async function hover(uri: string, line: number, character: number): Promise<string> {
  const answer = await client.ask<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : '';
}

test('a person whom somebody adds to the register on disk becomes known', async () => {
  await client.open(folder.uri('call.md'), call);
  expect(await hover(folder.uri('call.md'), 4, 4)).toBe('');
  const refreshes = client.heard.refreshes;
  await folder.write('people.md', '# People\n\n## Ada Newcomer\n\n- Affiliation: Acme\n');
  await told([folder.uri('people.md'), FileChangeType.Changed]);
  await until(async () => (await hover(folder.uri('call.md'), 4, 4)) === '**Ada Newcomer**, Acme');
  await until(() => client.heard.refreshes > refreshes);
});

test('documents come and go', async () => {
  const before = (await view()).documents;
  await folder.write('sub/new.md', call);
  await folder.write('.hidden/new.md', call);
  await told(
    [folder.uri('sub/new.md'), FileChangeType.Created],
    [folder.uri('.hidden/new.md'), FileChangeType.Created],
    [folder.uri('node_modules/x/minutes.md'), FileChangeType.Changed],
  );
  await until(async () => (await view()).documents === before + 1);
  await folder.remove('sub');
  await told([folder.uri('sub'), FileChangeType.Deleted]);
  await until(async () => (await view()).documents === before);
});

test('the text of an open document wins over the disk, until it is closed', async () => {
  await client.open(folder.uri('call.md'), call.replace('Call', 'Open'));
  await folder.write('call.md', call.replace('Call', 'Disk'));
  await told([folder.uri('call.md'), FileChangeType.Changed]);
  await folder.write('marker.md', call);
  await told([folder.uri('marker.md'), FileChangeType.Created]);
  await until(async () => (await view()).meetings.length === 2);
  expect((await view()).meetings.map((meeting) => meeting.title)).toContain('Open Minutes');
  await client.close(folder.uri('call.md'));
  await until(async () => (await view()).meetings.some((meeting) => meeting.title === 'Disk Minutes'));
  await folder.remove('marker.md');
  await told([folder.uri('marker.md'), FileChangeType.Deleted]);
});

test('what is wrong with a configuration is said in it, once in a message, and taken back', async () => {
  await folder.write('.xen-notes.json', '{ "people": 7 }');
  await told([folder.uri('.xen-notes.json'), FileChangeType.Changed]);
  const latest = () =>
    client.heard.published.filter((each) => each.uri === folder.uri('.xen-notes.json')).at(-1)?.diagnostics;
  await until(() => latest()?.length === 1);
  expect(latest()?.[0]?.message).toContain('"people"');
  expect(client.heard.messages.filter((message) => message.includes('.xen-notes.json'))).toHaveLength(1);
  await folder.write('.xen-notes.json', '{ "people": "registers/persons.md" }');
  await folder.write('registers/persons.md', '# Those we know\n\n## Cy Third\n');
  await told(
    [folder.uri('.xen-notes.json'), FileChangeType.Changed],
    [folder.uri('registers/persons.md'), FileChangeType.Created],
  );
  await until(() => latest()?.length === 0);
  await client.open(folder.uri('x.md'), '# X Minutes\n\n## Attendees\n\n- Cy Third\n');
  await until(async () => (await hover(folder.uri('x.md'), 4, 4)).startsWith('**Cy Third**'));
});

test('a second folder brings the archives that are in it, each with its own register', async () => {
  const change = (added: Folder[], removed: Folder[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((each) => ({ uri: each.uri(''), name: 'x' })),
        removed: removed.map((each) => ({ uri: each.uri(''), name: 'x' })),
      },
    });
  const before = (await view()).documents;
  await change([other], []);
  await until(async () => (await view()).documents === before + 2);
  const bob = '# Bob Minutes\n\n## Attendees\n\n- Bob Builder\n';
  for (const [uri, known] of [
    [other.uri('a/bob.md'), true],
    [folder.uri('bob.md'), false],
    [other.uri('b/bob.md'), false],
  ] as const) {
    await client.open(uri, bob);
    expect([
      uri,
      (await hover(uri, 4, 4)).startsWith('**Bob Builder**\n') || (await hover(uri, 4, 4)) === '**Bob Builder**',
    ]).toEqual([uri, known]);
    await client.close(uri);
  }
  await change([], [other]);
  await until(async () => (await view()).documents === before);
});

test('a file that cannot be read stops nothing and is told of once', async () => {
  await folder.write('broken.md', '');
  const broken = await folderWith({ 'good.md': call });
  await broken.write('bad.md', 'x');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${broken.path}/bad.md`, Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
  const second = await startClient({ folders: [broken.path] });
  await untilReady(second);
  expect((await second.ask<ArchiveView>('xen-notes/archive', undefined)).documents).toBe(1);
  expect(second.heard.messages.filter((message) => message.includes('bad.md'))).toHaveLength(1);
  await second.stop();
  await broken.dispose();
});
