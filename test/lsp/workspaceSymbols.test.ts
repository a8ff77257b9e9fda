import type { SymbolInformation } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, startClient, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
  await untilReady(client);
});
afterAll(() => client.stop());

const search = (query: string): Promise<SymbolInformation[]> => client.ask('workspace/symbol', { query });

test('the archive is searched by letters in their order', async () => {
  const [first] = await search('liveupd');
  expect(first).toMatchObject({ name: 'Live Updating Xen', containerName: 'Design Sessions 2019' });
  expect((await search('lvupxen')).map((symbol) => symbol.name)).toContain('Live Updating Xen');
  expect((await search('mukesh')).map((symbol) => symbol.name)).toContain('Mukesh Rathor');
  expect(await search('zzzz')).toEqual([]);
});

test('without a query all documents and sessions are there, and no more than 500 with one', async () => {
  const all = (await search('')).map((symbol) => symbol.name);
  expect(all).toContain('Design Sessions 2018');
  expect(all).toContain('Live Updating Xen');
  expect((await search('e')).length).toBeLessThanOrEqual(500);
});
