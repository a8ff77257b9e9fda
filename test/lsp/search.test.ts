import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchAnswer } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const call = '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- Jan: guests boot slowly\n';
const page = '# Design Sessions 2017\n\n- Date: 2017-07\n\n## Group\n\n### Boot\n\n- Topics: PVH\n\nBoot faster.\n';

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({ '.xen-notes.json': '{}', 'call.md': call, 'page.md': page });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const search = (query: string): Promise<SearchAnswer> => client.ask<SearchAnswer>('xen-notes/search', { query });

test('finds sections of documents that are not open, with their place and words', async () => {
  const { places, completions } = await search('slowly');
  expect(places).toEqual([
    {
      uri: folder.uri('call.md'),
      position: { line: 8, character: 19 },
      title: 'Boot',
      page: 'Call Minutes 2019-01-02',
      kind: 'minutes',
      year: 2019,
      excerpt: 'Jan: guests boot slowly',
    },
  ]);
  expect(completions).toEqual([]);
  expect((await search('person:')).completions).toEqual(['person:"Jan Beulich"']);
});

test('finds what is typed in an open document, and what changes on disk', async () => {
  await client.open(folder.uri('call.md'), call.replace('slowly', 'swiftly'));
  expect((await search('swiftly')).places).toHaveLength(1);
  expect((await search('slowly')).places).toEqual([]);
  await client.close(folder.uri('call.md'));
  await writeFile(path.join(folder.path, 'page.md'), page.replace('faster', 'gradually'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri('page.md'), type: 2 }],
  });
  expect((await search('gradually')).places).toMatchObject([{ title: 'Boot', position: { line: 10, character: 5 } }]);
  expect((await search('slowly')).places).toHaveLength(1);
});
