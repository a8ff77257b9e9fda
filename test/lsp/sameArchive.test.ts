import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import path from 'node:path';
import { FileChangeType, type Hover } from 'vscode-languageserver/node';
import type { ArchiveView } from '../../server/src/lsp/protocol.js';
import { json } from '../cli/run.js';
import {
  folderWith,
  fullCapabilities,
  startClient,
  until,
  untilReady,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';

const minutes =
  '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Jan Beulich\n- Ada Newcomer\n\n## Kexec\n\n- ACTION: ping\n- ACTION Zoe: ask\n';
/** An archive that calls people of the shipped one otherwise, and lives without a rule. */
const archive = {
  '.xen-notes.json': '{ "people": "who/them.md", "rules": { "action-no-owner": "off" } }',
  'who/them.md': '# People\n\n## Jan Beulich\n\n- Affiliation: Acme\n\n## Ada Newcomer\n\n## Zoe Last\n',
  'calls/2019/call.md': minutes,
  'calls/.drafts/call.md': minutes,
  'inner/.xen-notes.json': '{}',
  'inner/call.md': minutes,
  '.kept/old/.xen-notes.json': '{ "rules": { "action-no-owner": "error" } }',
  '.kept/old/call.md': minutes,
};
const documents = Object.keys(archive).filter((name) => name.endsWith('call.md'));

let folder: Folder;
let other: Folder;
/** What the command line finds. */
let codes: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  folder = await folderWith(archive);
  codes = new Map(documents.map((file) => [file, codesOf(file)]));
  other = await folderWith({ '.xen-notes.json': '{}', 'call.md': minutes, 'people.md': '# People\n\n## Ben Other\n' });
});
afterAll(async () => {
  await folder.dispose();
  await other.dispose();
});

async function hover(client: LspClient, uri: string): Promise<string> {
  const answer = await client.ask<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 6, character: 4 },
  });
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : '';
}

async function codesIn(client: LspClient, uri: string): Promise<unknown[]> {
  return (await client.findings(uri)).map(({ code }) => code).sort();
}

function codesOf(file: string): string[] {
  return json<{ rule: string }>(['check', '--format', 'json', path.join(folder.path, file)])
    .map(({ rule }) => rule)
    .sort();
}

describe.each([
  ['no folder', []],
  ['a sub-folder', ['calls/2019']],
  ['two sub-folders', ['calls/2019', 'who']],
  ['the archive', ['.']],
  ['the archive and one in it', ['.', 'inner']],
  ['a folder elsewhere', ['elsewhere']],
])('with %s opened', (_, opened) => {
  let client: LspClient;
  beforeAll(async () => {
    const folders = opened.map((each) => (each === 'elsewhere' ? other.path : path.join(folder.path, each)));
    client = await startClient({ folders });
  });
  afterAll(() => client.stop());

  test.each(documents)('%s has the archive that the command line finds, from the first answer on', async (file) => {
    const uri = folder.uri(file);
    await client.open(uri, minutes);
    expect(await hover(client, uri)).toContain(file.startsWith('calls') ? 'Acme' : 'SUSE');
    expect(await codesIn(client, uri)).toEqual(codes.get(file));
  });

  test('no archive is shown twice', async () => {
    await untilReady(client);
    const { meetings } = await client.ask<ArchiveView>('xen-notes/archive', undefined);
    const uris = meetings.map(({ uri }) => uri);
    expect(uris).toEqual([...new Set(uris)]);
    expect(uris.includes(folder.uri('calls/2019/call.md'))).toBe(opened[0] !== 'elsewhere');
  });
});

test('what a configuration switches off is not found before the archive has been read', async () => {
  const client = await startClient({ capabilities: {} });
  const uri = folder.uri('calls/2019/call.md');
  await client.open(uri, minutes);
  await until(() => client.heard.published.some((each) => each.uri === uri && each.diagnostics.length > 0));
  await until(async () => (await hover(client, uri)).includes('Acme'));
  const codes = client.heard.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  expect(codes).not.toContain('action-no-owner');
  await client.stop();
});

test('an archive of a loose document is forgotten with it, and none is checked that nobody opened', async () => {
  const client = await startClient({ folders: [other.path], capabilities: { workspace: {} } });
  const uri = folder.uri('calls/2019/call.md');
  await client.open(uri, minutes);
  expect(await hover(client, uri)).toContain('Acme');
  await client.close(uri);
  await until(() => client.heard.published.some((each) => each.uri === other.uri('call.md')));
  expect(client.heard.published.filter((each) => each.uri === folder.uri('inner/call.md'))).toEqual([]);
  await client.stop();
});

test('a configuration that comes to be around what is open is found, and one that goes is left', async () => {
  const later = await folderWith({ 'a/b/call.md': minutes, 'them.md': archive['who/them.md'] });
  const client = await startClient({ folders: [path.join(later.path, 'a')], capabilities: fullCapabilities });
  const uri = later.uri('a/b/call.md');
  await client.open(uri, minutes);
  expect(await hover(client, uri)).not.toContain('Acme');
  const told = (type: FileChangeType) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: later.uri('.xen-notes.json'), type }],
    });
  await later.write('.xen-notes.json', '{ "people": "them.md" }');
  await told(FileChangeType.Created);
  await until(async () => (await hover(client, uri)).includes('Acme'));
  await later.remove('.xen-notes.json');
  await told(FileChangeType.Deleted);
  await until(async () => !(await hover(client, uri)).includes('Acme'));
  await client.stop();
  await later.dispose();
});
