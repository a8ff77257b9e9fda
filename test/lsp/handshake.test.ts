import { readFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  LSPErrorCodes,
  type InitializeResult,
} from 'vscode-languageserver/node';
import {
  corpus,
  folderWith,
  serverFile,
  startClient,
  until,
  untilReady,
  type LspClient,
} from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
});
afterAll(() => client.stop());

test('says what it can do', () => {
  expect(client.initialized.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.xen-notes'] },
    diagnosticProvider: { identifier: 'xen-notes' },
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: { full: { delta: true }, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ':' },
  });
});

test('says who it is', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(client.initialized.serverInfo).toEqual({ name: 'xen-session-notes', version });
});

test('registers for what changes outside the editor, and shows how far it has read', async () => {
  await untilReady(client);
  await until(() => client.heard.registered.length >= 2);
  expect(client.heard.registered.sort()).toEqual([
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
  ]);
  expect(client.heard.progress).toBeGreaterThan(1);
  await until(() => client.heard.archiveChanges > 0);
});

test('a client that pulls nothing is offered no pull', async () => {
  const plain = await startClient({ capabilities: {} });
  expect(plain.initialized.capabilities.diagnosticProvider).toBeUndefined();
  await plain.stop();
});

test('talks over the channel of a parent process too, as editors start it', async () => {
  const child = fork(serverFile, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities.hoverProvider).toBe(true);
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
});

test('open documents are served while the folders are being read', async () => {
  const call = `# Call Minutes\n\n## Attendees\n\n- Jan Beulich\n\n${'## Point\n\n- Jan Beulich: see `xl` and **this**\n\n'.repeat(150)}`;
  const folder = await folderWith({
    '.xen-notes.json': '{}',
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`call-${index}.md`, call.replaceAll('Point', `Point ${index}`)]),
    ),
  });
  const busy = await startClient({ folders: [folder.path] });
  await busy.open(folder.uri('call-0.md'), call);
  const outline = await busy.ask<unknown[]>('textDocument/documentSymbol', {
    textDocument: { uri: folder.uri('call-0.md') },
  });
  const { ready } = await busy.ask<{ ready: boolean }>('xen-notes/archive', undefined);
  expect([outline.length, ready]).toEqual([1, false]);
  await untilReady(busy);
  await busy.stop();
  await folder.dispose();
});

test('a request that is not wanted any more is refused', async () => {
  const source = new CancellationTokenSource();
  // While the server reads this, the request and its end both arrive.
  await client.open('untitled:long', `# Minutes\n\n${'- Jan Beulich: see `xl` and **this**\n'.repeat(5000)}`);
  const answer = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
