import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClient, type LspClient } from '../support/lspClient.js';

const uri = 'untitled:call';
const textDocument = { uri };
const call =
  '# Call Minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- Jan: a\n- [x] ACTION Jan: see XSA-295\n';

let client: LspClient;
beforeAll(async () => {
  client = await startClient();
  await client.open(uri, call);
});
afterAll(() => client.stop());

const field = [4, 0];
const declared = [1, 1];
const speaker = [0, 0];
const data = [
  ...[2, 2, 4, ...field],
  ...[4, 2, 11, ...declared],
  ...[4, 2, 3, ...speaker],
  ...[1, 6, 6, 2, 2],
  ...[0, 7, 3, 1, 0],
  ...[0, 9, 7, 5, 0],
];

test('what stands in a document, and in a range of it', async () => {
  const legend = client.initialized.capabilities.semanticTokensProvider?.legend;
  expect(legend).toEqual({
    tokenTypes: ['speaker', 'person', 'action', 'decision', 'field', 'reference'],
    tokenModifiers: ['declaration', 'done'],
  });
  const full = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  expect(full.data).toEqual(data);
  const range = { start: { line: 6, character: 0 }, end: { line: 10, character: 0 } };
  expect(await client.ask('textDocument/semanticTokens/range', { textDocument, range })).toEqual({
    data: [6, 2, 11, ...declared, 4, 2, 3, ...speaker],
  });
});

test('what has changed since, as far as that is known', async () => {
  const { resultId } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  const ask = (previousResultId: unknown): Promise<SemanticTokensDelta & SemanticTokens> =>
    client.ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId });
  const same = await ask(resultId);
  expect(same.edits).toEqual([]);
  const at = { line: 9, character: 0 };
  await client.change(uri, [{ range: { start: at, end: at }, text: '\n' }]);
  const next = await ask(same.resultId);
  expect(next.edits).toEqual([{ start: 10, deleteCount: 1, data: [5] }]);
  expect((await ask('of another life')).data?.slice(10, 11)).toEqual([5]);
});

test('other Markdown has none', async () => {
  await client.open('untitled:readme', '# Readme\n\n- Date: x\n');
  const other = { textDocument: { uri: 'untitled:readme' } };
  expect(await client.ask('textDocument/semanticTokens/full', other)).toBeNull();
  expect(await client.ask('textDocument/semanticTokens/full', { textDocument: { uri: 'untitled:none' } })).toBeNull();
});
