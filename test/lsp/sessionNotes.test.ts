import type { CodeLens } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArchiveView, DraftView } from '../../server/src/lsp/protocol.js';
import {
  corpus,
  folderWith,
  startClient,
  until,
  untilReady,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';
import { sessionPages } from '../support/sessionPages.js';

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith(sessionPages);
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

async function lenses(file: string): Promise<CodeLens[]> {
  const found = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: folder.uri(file) } });
  return Promise.all(
    found.map((lens) => (lens.command ? Promise.resolve(lens) : client.ask<CodeLens>('codeLens/resolve', lens))),
  );
}

test('the drafts of an archive, each with what keeps it from being posted', async () => {
  const drafts = await client.ask<DraftView[]>('xen-notes/drafts', {});
  expect(drafts.map(({ title, uri, posted }) => [title, uri, posted])).toEqual([
    ['Design session notes: Virtio', folder.uri('notes/virtio.md'), false],
    ['Design session notes: Something else', folder.uri('notes/apart.md'), false],
  ]);
  expect(drafts[0]?.findings.map(({ diagnostic }) => diagnostic.code)).toContain('action-no-owner');
});

test('above the title of notes stand their session, how they are and what to do next', async () => {
  await client.open(folder.uri('notes/virtio.md'), sessionPages['notes/virtio.md'] ?? '');
  const found = await lenses('notes/virtio.md');
  expect(found.map(({ command }) => [command?.title, command?.command])).toEqual([
    ['Session: Virtio', 'xen-notes.open'],
    [expect.stringMatching(/^Notes: draft, \d+ findings?$/), 'xen-notes.open'],
    ['Check', 'xen-notes.checkBeforePosting'],
    ['Export', 'xen-notes.export'],
  ]);
  const { executeCommandProvider } = client.initialized.capabilities;
  for (const { command } of found) expect(executeCommandProvider?.commands).toContain(command?.command);
  expect(found[0]?.command?.arguments?.[0]).toEqual({ uri: folder.uri('events/2019.md'), line: 6 });
  expect(found[2]?.command?.arguments).toEqual([folder.uri('notes/virtio.md')]);
});

test('in our own extension they have its commands', async () => {
  const uri = folder.uri('notes/virtio.md');
  const own = await startClient({ folders: [folder.path], initializationOptions: { corpus } });
  await untilReady(own);
  await own.open(uri, sessionPages['notes/virtio.md'] ?? '');
  const found = await own.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const commands = found.flatMap(({ command }) => command?.command ?? []);
  expect(commands).toEqual(['xenNotes.open', 'xenNotes.checkBeforePosting', 'xenNotes.exportToMail']);
  expect(own.initialized.capabilities.executeCommandProvider?.commands).toEqual([]);
  await own.stop();
});

test('above a session of a page stand its notes, open or not', async () => {
  await client.open(folder.uri('events/2019.md'), sessionPages['events/2019.md'] ?? '');
  const found = await lenses('events/2019.md');
  expect(found.map(({ range, command }) => [range.start.line, command?.title.replace(/\d+ findings?/, 'n')])).toEqual([
    [6, 'Notes: draft, n'],
    [6, 'Check'],
    [6, 'Export'],
    [10, 'Notes: posted'],
  ]);
  expect(found[0]?.command?.arguments?.[0]).toEqual({ uri: folder.uri('notes/virtio.md'), line: 0 });
});

test('a draft that is posted moves on in the tree, and the client is told', async () => {
  const status = async (): Promise<string | undefined> => {
    const { events } = await client.ask<ArchiveView>('xen-notes/archive', undefined);
    return events[0]?.groups[0]?.sessions.find(({ title }) => title === 'Virtio')?.status;
  };
  expect(await status()).toBe('draft');
  const before = client.heard.archiveChanges;
  const line = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
  const text = '- Notes: <https://lore.kernel.org/xen-devel/1@b.example/>\n';
  await client.change(folder.uri('notes/virtio.md'), [{ range: line, text }]);
  await until(() => client.heard.archiveChanges > before);
  expect(await status()).toBe('notes');
});
