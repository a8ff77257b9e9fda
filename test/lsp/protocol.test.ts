import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { corpus, folderWith, uriOf } from '../support/lspClient.js';
import { framed, startRaw, type RawServer } from '../support/rawServer.js';

const uri = 'file:///tmp/call.md';
const initialize = { processId: null, rootUri: null, capabilities: {} };
let server: RawServer;
afterEach(() => void server.child.kill('SIGKILL'));

async function served(params: object = {}): Promise<RawServer> {
  server = startRaw();
  await server.ask('initialize', { ...initialize, ...params });
  server.send({ method: 'initialized', params: {} });
  return server;
}

const code = async (method: string, params?: unknown): Promise<number | undefined> =>
  (await server.ask(method, params)).error?.code;

describe('order', () => {
  test('nothing is answered before initialize, which may fail and be sent again, but not twice', async () => {
    server = startRaw();
    server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, text: '' } } });
    expect(await code('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).toBe(
      -32002,
    );
    expect(await code('shutdown')).toBe(-32002);
    expect(await code('initialize', { processId: null })).toBe(-32602);
    expect(await code('initialize', initialize)).toBeUndefined();
    expect(await code('initialize', initialize)).toBe(-32600);
  });

  test('nothing is answered after shutdown, and exit is the end', async () => {
    await served();
    expect(await code('shutdown')).toBeUndefined();
    expect(await code('shutdown')).toBe(-32600);
    expect(await code('workspace/symbol', { query: 'x' })).toBe(-32600);
    expect(await code('initialize', initialize)).toBe(-32600);
    server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, text: '' } } });
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(0);
  });
});

describe('ends', () => {
  test.each([
    ['exit before initialize', () => void server.send({ method: 'exit' }), 1],
    ['stdin that closes before initialize', () => void server.child.stdin.end(), 1],
  ])('%s', async (_, end, expected) => {
    server = startRaw();
    end();
    expect(await server.ended).toBe(expected);
  });

  test.each([
    ['exit without shutdown', () => void server.send({ method: 'exit' }), 1],
    ['stdin that closes', () => void server.child.stdin.end(), 1],
    ['SIGTERM', () => void server.child.kill('SIGTERM'), 'SIGTERM'],
  ])('%s, in the middle of reading', async (_, end, expected) => {
    const folder = await folderWith(
      Object.fromEntries(
        Array.from({ length: 400 }, (__, at) => [`${at}.md`, `# Minutes ${at}\n\n- Jan: a\n`.repeat(99)]),
      ),
    );
    await served({ workspaceFolders: [{ uri: uriOf(folder.path), name: 'x' }] });
    await server.ask('textDocument/documentSymbol', { textDocument: { uri } });
    end();
    expect(await server.ended).toBe(expected);
    await folder.dispose();
  });

  test('after shutdown, when stdin closes', async () => {
    await served();
    await server.ask('shutdown');
    server.child.stdin.end();
    expect(await server.ended).toBe(0);
  });
});

const methods = [
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'documentSymbol', 'documentLink'].map(
    (name) => `textDocument/${name}`,
  ),
  ...['textDocument/foldingRange', 'textDocument/codeAction', 'workspace/symbol', 'workspace/executeCommand'],
  ...['selectionRange', 'linkedEditingRange', 'inlayHint', 'formatting', 'rangeFormatting', 'onTypeFormatting'].map(
    (name) => `textDocument/${name}`,
  ),
  ...['full', 'full/delta', 'range'].map((name) => `textDocument/semanticTokens/${name}`),
  'completionItem/resolve',
  ...['checkBeforePosting', 'import', 'export', 'mail', 'markPosted', 'newDocument', 'newSession', 'writer'].map(
    (name) => `xen-notes/${name}`,
  ),
];
const wrong: readonly unknown[] = [undefined, null, [], [1], 'x', 7, { textDocument: null, uri: 7 }];

test('parameters that are none are told as such', async () => {
  await served({ capabilities: { textDocument: { diagnostic: {} } } });
  for (const method of [...methods, 'textDocument/diagnostic', 'workspace/diagnostic'])
    for (const params of method === 'xen-notes/writer' ? wrong.slice(0, 6) : wrong)
      expect([method, params, await code(method, params)]).toEqual([method, params, -32602]);
  const { error } = await server.ask('textDocument/hover', { textDocument: { uri }, position: { line: 1 } });
  expect(error?.message).toBe('textDocument/hover needs "position" to be an object with line and character');
});

test('notifications that are none are passed over', async () => {
  await served();
  const names = ['didOpen', 'didChange', 'didSave', 'willSave', 'didClose'].map((name) => `textDocument/${name}`);
  const others = ['didChangeWatchedFiles', 'didChangeWorkspaceFolders', 'didDeleteFiles', 'didRenameFiles'];
  for (const method of [...names, ...others.map((name) => `workspace/${name}`), 'xen-notes/cursor', '$/unknown'])
    for (const params of wrong) server.send({ method, params });
  server.send({ method: 'workspace/didChangeConfiguration' });
  server.send({ id: 'text', method: 7 });
  server.send({ id: 'none' });
  server.child.stdin.write(framed([{ jsonrpc: '2.0', id: 1, method: 'shutdown' }]));
  server.child.stdin.write(framed(null));
  server.child.stdin.write('Content-Length: 5\r\n\r\n{{{{{');
  expect((await server.ask('workspace/symbol', { query: '' })).result).toEqual([]);
  expect(server.heard.filter(({ error }) => error).map(({ id, error }) => [id, error?.code])).toEqual([
    ['text', -32600],
    ['none', -32600],
  ]);
  expect(await code('textDocument/nothingOfTheKind', {})).toBe(-32601);
});

test.skipIf(process.platform !== 'linux')(
  'what a client does not read does not grow without end',
  async () => {
    await served();
    const text = `# Minutes\n\n${'## Item\n\n- ACTION Jan Beulich: write it down\n'.repeat(400)}`;
    server.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    });
    await server.ask('textDocument/documentSymbol', { textDocument: { uri } });
    server.child.stdout.pause();
    const params = { textDocument: { uri } };
    // What is asked together has a hundred megabytes of answers.
    for (let id = 10_000; id < 10_800; id++)
      server.child.stdin.write(framed({ jsonrpc: '2.0', id, method: 'textDocument/documentSymbol', params }));
    const megabytes = (): number =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1024;
    for (let before = 0; Math.abs(megabytes() - before) > 1; await new Promise((resolve) => setTimeout(resolve, 400)))
      before = megabytes();
    expect(megabytes()).toBeLessThan(200);
    const heard = server.heard.length;
    server.child.stdout.resume();
    while (server.heard.length < heard + 100) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  60_000,
);

test('no hover shows an icon or a command that a document names', async () => {
  await served({ rootUri: uriOf(corpus) });
  const text =
    '# Design Sessions\n\n## With\n\n### $(flame) &#36;(flame) [run](command:x)\n\n- Notes: [here](command:workbench.action.quit)\n- Host: $(bug) <a href="command:y">\n\n$(zap) some words [go](command:z).\n';
  server.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
  });
  for (const line of [4, 6, 7]) {
    const { result } = await server.ask('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: 8 },
    });
    const { value } = (result as { contents: { value: string } } | null)?.contents ?? { value: '' };
    expect(value).not.toMatch(/(?<!\\)\$\(|(?<!\\)&#|\]\(command|(?<!\\)<a/);
  }
});
