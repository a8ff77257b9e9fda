import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, folderWith, startClient, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
  await untilReady(client);
});
afterAll(() => client.stop());

const requests = [
  'completion',
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'documentSymbol',
  'documentLink',
  'foldingRange',
  'codeAction',
  'diagnostic',
];
const range = { start: { line: 99, character: 99 }, end: { line: 3, character: 1 } };
const context = { includeDeclaration: true, diagnostics: [] };

test.each(requests)('%s of a document that is not open', async (request) => {
  const answer = await client.ask(`textDocument/${request}`, {
    textDocument: { uri: 'file:///nowhere.md' },
    position: range.start,
    range,
    context,
  });
  expect([[], null, { kind: 'full', items: [] }]).toContainEqual(answer);
});

test.each(requests)('%s at places that are not there', async (request) => {
  const uri = 'untitled:garbage';
  await client.open(uri, '# Minutes\n\n## Attendees\n\n- Ian\n');
  for (const position of [
    range.start,
    { line: -1, character: -5 },
    { line: 4, character: 1e9 },
    { line: 1e9, character: 0 },
  ]) {
    await client.ask(`textDocument/${request}`, {
      textDocument: { uri },
      position,
      range: { start: position, end: { line: 0, character: 0 } },
      context,
    });
  }
});

test('edits beyond the end, of unknown documents, and upside down', async () => {
  const uri = 'untitled:edits';
  await client.change('untitled:unknown', [{ text: 'x' }]);
  await client.close('untitled:unknown');
  await client.open(uri, '# Minutes');
  await client.change(uri, [
    {
      range: { start: { line: 50, character: 0 }, end: { line: 60, character: 9 } },
      text: '\n\n## Attendees\n\n- Jan Beulich\n',
    },
  ]);
  await client.change(uri, [
    { range: { start: { line: 4, character: 400 }, end: { line: 2, character: 0 } }, text: ' (SUSE)' },
  ]);
  const [title] = await client.ask<{ children: { children: { name: string; detail: string }[] }[] }[]>(
    'textDocument/documentSymbol',
    { textDocument: { uri } },
  );
  expect(title?.children[0]?.children[0]).toMatchObject({ name: 'Jan Beulich', detail: 'SUSE' });
});

test('uris that are none, and events of files that are not there', async () => {
  await client.open('no uri at all', '# Minutes\n\n## Attendees\n');
  await client.open('http://[', '# Minutes\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: 'file:///nowhere.md', type: 1 },
      { uri: '%%%', type: 2 },
      { uri: 'git:/x.md?{}', type: 3 },
    ],
  });
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {
      added: [
        { uri: 'vscode-vfs://github/x/y', name: 'y' },
        { uri: 'file:///nowhere', name: 'z' },
      ],
      removed: [{ uri: 'file:///never', name: 'n' }],
    },
  });
  expect(await client.findings('no uri at all')).toBeInstanceOf(Array);
  expect(await client.ask('workspace/symbol', { query: 'Live Updating' })).not.toEqual([]);
});

test('a client that refuses what it is asked', async () => {
  const folder = await folderWith({ '.xen-notes.json': '{', 'call.md': '# Minutes\n' });
  const stubborn = await startClient({ folders: [folder.path], refuse: true });
  await untilReady(stubborn);
  await stubborn.open(folder.uri('call.md'), '# Minutes\n\n## Attendees\n\n#### Jump\n');
  expect(await stubborn.findings(folder.uri('call.md'))).not.toEqual([]);
  await stubborn.stop();
  await folder.dispose();
});

test('a request the server does not know', async () => {
  await expect(client.ask('textDocument/nothingOfTheKind', {})).rejects.toThrow(/Unhandled method/);
});
