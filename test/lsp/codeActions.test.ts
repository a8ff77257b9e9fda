import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClient, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient();
  await untilReady(client);
});
afterAll(() => client.stop());

const uri = 'untitled:actions';
const text = '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n#### Kexec\n\n- Ian: nothing new\n';

const ask = (line: number, only?: readonly string[]): Promise<CodeAction[]> =>
  client.ask('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: 3 }, end: { line, character: 3 } },
    context: { diagnostics: [], ...(only && { only }) },
  });

const edits = (action: CodeAction | undefined) => (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];

test('a finding is mended where the cursor is, on the version that was seen', async () => {
  await client.open(uri, text);
  const actions = (await ask(9)).filter((action) => /^(?:Write|Fix)/.test(action.title));
  expect(actions.map((action) => [action.title, action.kind])).toEqual([
    ['Write "Ian Campbell"', 'quickfix'],
    ['Write "Ian Jackson"', 'quickfix'],
  ]);
  expect(edits(actions[0])).toEqual([
    {
      textDocument: { uri, version: 1 },
      edits: [{ range: { start: { line: 9, character: 2 }, end: { line: 9, character: 5 } }, newText: 'Ian Campbell' }],
    },
  ]);
});

test('all safe fixes are one action, made only when it is asked for', async () => {
  await client.open(uri, text);
  const [all, ...others] = await ask(0, ['source.fixAll']);
  expect(others).toEqual([]);
  expect(all?.kind).toBe('source.fixAll.xen-notes');
  expect(edits(all)[0]?.edits).toEqual([
    { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 4 } }, newText: '##' },
  ]);
  expect((await ask(7)).every((action) => action.kind === 'quickfix')).toBe(true);
  expect(await ask(0, ['refactor'])).toEqual([]);
});

test('a safe fix comes first', async () => {
  await client.open(uri, text);
  const action = (await ask(7)).find((each) => each.diagnostics?.[0]?.code === 'heading-level-skip');
  expect(action?.isPreferred).toBe(true);
});
