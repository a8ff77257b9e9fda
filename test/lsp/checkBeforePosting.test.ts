import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, startClient, until, untilReady, type LspClient } from '../support/lspClient.js';
import type { DocumentKindParams, PostingCheck } from '../../server/src/lsp/protocol.js';

const uri = 'untitled:posting';
const minutes =
  '# Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n#### Kexec\n\n- Ian: nothing new\n- ACTION: tell George\n';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ initializationOptions: { corpus } });
  await untilReady(client);
});
afterAll(() => client.stop());

const check = (of = uri): Promise<PostingCheck | null> => client.ask('xen-notes/checkBeforePosting', { uri: of });
const rules = (found: PostingCheck | null): Record<string, unknown[]> =>
  Object.fromEntries(
    (found?.groups ?? []).map(({ weight, findings }) => [weight, findings.map(({ diagnostic }) => diagnostic.code)]),
  );
const edits = ({ documentChanges = [] }: WorkspaceEdit) => documentChanges as TextDocumentEdit[];

test('what stands in the way comes first, each with its place, its line and its fixes', async () => {
  await client.open(uri, minutes);
  const found = await check();
  expect(found).toMatchObject({ uri, version: 1, kind: 'minutes', title: 'Minutes' });
  expect(found?.groups.map(({ weight }) => weight).slice(0, 2)).toEqual(['blocks', 'look']);
  expect(rules(found)['blocks']).toContain('action-no-owner');
  expect(rules(found)['look']).toEqual(expect.arrayContaining(['heading-level-skip', 'person-ambiguous']));
  const finding = (rule: string) =>
    found?.groups.flatMap(({ findings }) => findings).find(({ diagnostic }) => diagnostic.code === rule);
  expect(finding('action-no-owner')).toMatchObject({
    text: '- ACTION: tell George',
    diagnostic: { severity: 1, range: { start: { line: 12 } } },
  });
  const fixes = finding('person-ambiguous')?.fixes ?? [];
  expect(fixes.map(({ title }) => title)).toEqual(['Write "Ian Campbell"', 'Write "Ian Jackson"']);
  expect(edits(fixes[0]?.edit ?? {})[0]?.textDocument).toEqual({ uri, version: 1 });
});

test('of a very long line the beginning is shown', async () => {
  await client.open(uri, `${minutes}- ACTION: ${'word '.repeat(1000)}\n`);
  const texts = (await check())?.groups.flatMap(({ findings }) => findings.map(({ text }) => text)) ?? [];
  expect(texts.filter((text) => text.startsWith('- ACTION: word word')).map(({ length }) => length)).toContain(200);
  expect(Math.max(...texts.map(({ length }) => length))).toBe(200);
});

test('all safe fixes are one edit', async () => {
  await client.open(uri, minutes);
  const found = await check();
  expect(found?.fixAll?.count).toBe(1);
  expect(edits(found?.fixAll?.edit ?? {})).toEqual([
    {
      textDocument: { uri, version: 1 },
      edits: [{ range: { start: { line: 9, character: 0 }, end: { line: 9, character: 4 } }, newText: '##' }],
    },
  ]);
});

test('what is unsaved and still being written counts, and the mode of the settings does not', async () => {
  await client.open(uri, minutes.replace('- ACTION: tell George\n', ''));
  expect(rules(await check())['blocks'] ?? []).not.toContain('action-no-owner');
  let at = { line: 12, character: 0 };
  for (const text of '- ACTION: tell') {
    await client.change(uri, [{ range: { start: at, end: at }, text }]);
    at = { ...at, character: at.character + 1 };
  }
  expect((await client.findings(uri)).map(({ code }) => code)).not.toContain('action-no-owner');
  expect(rules(await check())['blocks']).toContain('action-no-owner');
  client.settings = { mode: 'draft', rules: { 'action-no-owner': 'off' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(rules(await check())['blocks'] ?? []).not.toContain('action-no-owner');
  client.settings = null;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
});

test('a document with nothing to say about is clear', async () => {
  await client.open(
    uri,
    '# Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- Jan: done\n',
  );
  expect(await check()).toMatchObject({ kind: 'minutes', groups: [] });
  expect(await check()).not.toHaveProperty('fixAll');
});

test('Markdown of no kind of ours is not checked, and a document that is not open is not known', async () => {
  await client.open(uri, '# Readme\n\n#### Jump\n');
  expect(await check()).toMatchObject({ kind: null, groups: [] });
  expect(await check('untitled:other')).toBeNull();
});

test('our own extension is told which open documents are of our kinds', async () => {
  const told: DocumentKindParams[] = [];
  client.connection.onNotification('xen-notes/documentKind', (params: DocumentKindParams) => void told.push(params));
  const last = () => told.at(-1);
  await client.open('untitled:kind', '# Readme\n');
  await client.change('untitled:kind', [{ text: minutes }]);
  await until(() => last()?.uri === 'untitled:kind' && last()?.kind === 'minutes');
  await client.change('untitled:kind', [{ text: '# Readme\n' }]);
  await until(() => last()?.uri === 'untitled:kind' && last()?.kind === null);
});
