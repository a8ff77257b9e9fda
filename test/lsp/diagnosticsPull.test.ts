import { readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const minutes = '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- Ian: nothing new\n';

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({ '.xen-notes.json': '{}', 'call.md': minutes, 'README.md': '# Readme\n\n#### Jump\n' });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly items?: Diagnostic[];
}

const pull = (uri: string, previousResultId?: string): Promise<Report> =>
  client.ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

test('a finding carries its rule, its page and where it stands', async () => {
  await client.open(folder.uri('call.md'), minutes);
  const found = (await client.findings(folder.uri('call.md'))).find((each) => each.code === 'person-ambiguous');
  expect(found).toMatchObject({
    range: { start: { line: 9, character: 2 }, end: { line: 9, character: 5 } },
    severity: 2,
    source: 'xen-notes',
    message: '"Ian" may be Ian Campbell or Ian Jackson; write the full name',
    data: { fix: 'suggest' },
  });
  expect(readFileSync(new URL(found?.codeDescription?.href ?? ''), 'utf8')).toMatch(/^# person-ambiguous\n/);
});

test('what has not changed is not sent again', async () => {
  const uri = folder.uri('call.md');
  await client.open(uri, minutes);
  const first = await pull(uri);
  expect(first.kind).toBe('full');
  expect(await pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  const end = { line: 10, character: 0 };
  await client.change(uri, [{ range: { start: end, end }, text: '- ACTION: go on\n' }]);
  const second = await pull(uri, first.resultId);
  expect(second.kind).toBe('full');
  expect(second.items?.length).toBeGreaterThan(first.items?.length ?? 0);
});

test('Markdown of no kind of ours is left alone', async () => {
  await client.open(folder.uri('README.md'), '# Readme\n\n#### Jump\n');
  expect(await client.findings(folder.uri('README.md'))).toEqual([]);
});

test('settings decide how a rule counts, and are asked for again when they change', async () => {
  const uri = folder.uri('call.md');
  await client.open(uri, minutes);
  const before = client.heard.refreshes;
  client.settings = { mode: 'draft', rules: { 'person-ambiguous': 'error' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await until(() => client.heard.refreshes > before);
  expect((await client.findings(uri)).find((each) => each.code === 'person-ambiguous')?.severity).toBe(1);
  client.settings = { rules: { 'person-ambiguous': 'off' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect((await client.findings(uri)).map((each) => each.code)).not.toContain('person-ambiguous');
});

test('a change that concerns other documents has their findings asked for again', async () => {
  await client.open(folder.uri('call.md'), minutes);
  await client.open(folder.uri('page.md'), '# Design Sessions 2030\n\n## Group\n\n### Old title\n');
  await client.open(
    folder.uri('notes.md'),
    '# Design session notes: x\n\n- Session: [[Design Sessions 2030#New title]]\n- Date: 2030-01-01\n',
  );
  const unresolved = async () =>
    (await client.findings(folder.uri('notes.md'))).map((each) => each.code).includes('reference-unresolved');
  expect(await unresolved()).toBe(true);
  const before = client.heard.refreshes;
  await client.change(folder.uri('page.md'), [
    { range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } }, text: 'New' },
  ]);
  await until(() => client.heard.refreshes > before);
  expect(await unresolved()).toBe(false);
});
