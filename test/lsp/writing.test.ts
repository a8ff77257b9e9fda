import { TextDocumentSaveReason } from 'vscode-languageserver/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startClient, until, untilReady, type LspClient } from '../support/lspClient.js';

const uri = 'untitled:written';
const minutes = '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\n- Jan: nearly there\n';
const rule = 'action-no-owner';

/** Types at the end of line 9, letter by letter. */
async function type(client: LspClient, letters: string, line = 9, from = '- Jan: nearly there'.length): Promise<void> {
  let at = { line, character: from };
  for (const text of letters) {
    await client.change(uri, [{ range: { start: at, end: at }, text }]);
    at = text === '\n' ? { line: at.line + 1, character: 0 } : { ...at, character: at.character + 1 };
  }
}

describe('for a client that pulls, what is being written', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startClient();
    await untilReady(client);
  });
  afterAll(() => client.stop());

  const codes = async (): Promise<unknown[]> => (await client.findings(uri)).map((each) => each.code);
  const say = (method: string, params: object): Promise<void> => client.connection.sendNotification(method, params);
  const cursor = (line: number): Promise<void> => say('xen-notes/cursor', { uri, line });
  const refreshed = async (leave: () => Promise<void>): Promise<void> => {
    const before = client.heard.refreshes;
    await leave();
    await until(() => client.heard.refreshes > before);
  };

  beforeEach(async () => {
    await client.close(uri);
    await client.open(uri, minutes);
    await cursor(9);
    await client.findings(uri);
    await type(client, '\n- ACTION: ask');
    expect(await codes()).not.toContain(rule);
  });

  test('is shown when the cursor has left the line', async () => {
    await cursor(10);
    expect(await codes()).not.toContain(rule);
    await refreshed(() => cursor(4));
    expect(await codes()).toContain(rule);
  });

  test('is shown behind a line break', async () => {
    await cursor(10);
    await type(client, '\n', 10, '- ACTION: ask'.length);
    expect(await codes()).toContain(rule);
  });

  test('is shown when somebody saves', async () => {
    await refreshed(async () => {
      await say('textDocument/willSave', { textDocument: { uri }, reason: TextDocumentSaveReason.Manual });
      await say('textDocument/didSave', { textDocument: { uri } });
    });
    expect(await codes()).toContain(rule);
  });

  test('waits while the editor saves by itself', async () => {
    await say('textDocument/willSave', { textDocument: { uri }, reason: TextDocumentSaveReason.AfterDelay });
    await say('textDocument/didSave', { textDocument: { uri } });
    expect(await codes()).not.toContain(rule);
    await refreshed(() => say('textDocument/didSave', { textDocument: { uri } }));
    expect(await codes()).toContain(rule);
  });

  test('is shown when the document is opened again', async () => {
    await client.close(uri);
    await client.open(uri, `${minutes}- ACTION: ask\n`);
    expect(await codes()).toContain(rule);
  });
});

describe('for a client that is pushed to, what is being written', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startClient({ capabilities: {} });
    await untilReady(client);
  });
  afterAll(() => client.stop());

  const latest = () => client.heard.published.filter((each) => each.uri === uri).at(-1);
  const codes = (): unknown[] => (latest()?.diagnostics ?? []).map((each) => each.code);

  test('comes with the next edit elsewhere', async () => {
    await client.open(uri, minutes);
    await type(client, '\n- ACTION: ask');
    await until(() => latest()?.version === 15);
    expect(codes()).not.toContain(rule);
    await type(client, 'x', 0, '# Minutes'.length);
    await until(() => latest()?.version === 16);
    expect(codes()).toContain(rule);
  });

  test('comes with a save, without another edit', async () => {
    await client.close(uri);
    await client.open(uri, minutes);
    await type(client, '\n- ACTION: ask');
    await until(() => latest()?.version === 15 && !codes().includes(rule));
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await until(() => codes().includes(rule));
    expect(latest()?.version).toBe(15);
  });
});
