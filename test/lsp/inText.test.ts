import type { InlayHint, LinkedEditingRanges, SelectionRange } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, startClient, untilReady, type LspClient } from '../support/lspClient.js';

const uri = 'untitled:call';
const textDocument = { uri };
const call =
  '# Call Minutes\n\n- Date: 2013-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- Jan: see [[#Boot]]\n';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus], settings: { inlayHints: 'fullNames' } });
  await untilReady(client);
  await client.open(uri, call);
});
afterAll(() => client.stop());

const range = { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } };
const hints = (): Promise<InlayHint[]> => client.ask('textDocument/inlayHint', { textDocument, range });

test('names are told in full where the settings ask for it', async () => {
  const position = { line: 10, character: 5 };
  expect(await hints()).toEqual([
    {
      position,
      label: ' Beulich',
      tooltip: 'Jan Beulich (SUSE)',
      textEdits: [{ range: { start: position, end: position }, newText: ' Beulich' }],
    },
  ]);
  client.settings = null;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await hints()).toEqual([]);
});

test('what stands around a place', async () => {
  const positions = [
    { line: 10, character: 3 },
    { line: 0, character: 4 },
  ];
  const [first, second] = await client.ask<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions,
  });
  const lengths = (at: SelectionRange | undefined): number[] =>
    at ? [at.range.end.line - at.range.start.line, ...lengths(at.parent)] : [];
  expect([lengths(first).length > 4, lengths(first).at(-1), lengths(second).at(-1)]).toEqual([true, 11, 11]);
});

test('a title and the reference to it', async () => {
  const position = { line: 8, character: 4 };
  const linked = await client.ask<LinkedEditingRanges>('textDocument/linkedEditingRange', { textDocument, position });
  expect(linked.ranges).toEqual([
    { start: { line: 8, character: 3 }, end: { line: 8, character: 7 } },
    { start: { line: 10, character: 14 }, end: { line: 10, character: 18 } },
  ]);
  expect(new RegExp(`^${linked.wordPattern ?? ''}$`).test('Fast boot: a way')).toBe(true);
});

test('other Markdown has nothing of the kind', async () => {
  await client.open('untitled:readme', '# Readme\n\n## Boot\n\nSee [[#Boot]]\n');
  const other = { textDocument: { uri: 'untitled:readme' } };
  const position = { line: 2, character: 4 };
  expect(await client.ask('textDocument/selectionRange', { ...other, positions: [position] })).toBeNull();
  expect(await client.ask('textDocument/linkedEditingRange', { ...other, position })).toBeNull();
});
