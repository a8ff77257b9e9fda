import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileChangeType, type CodeAction } from 'vscode-languageserver/node';
import { acceptedFindings, lint, readDocument, writeBaseline, Archive } from '../../server/src/analysis.js';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const minutes = '# Minutes\n\n- Date: 2030-01-01\n\n## Attendees\n\n- Ian Campbell\n\n## Kexec\n\n- \u200bone\n- two\n';
const name = 'sub folder/call 1.md';
const rule = 'invisible-character';

/** The text of a baseline that accepts what is found in a document. */
function baselineOf(text: string): string {
  const document = readDocument(name, text);
  const found = lint(document, Archive.of([document.facts]), { mode: 'draft', only: new Set([rule]) });
  return writeBaseline(acceptedFindings(name, document, found));
}

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{ "baseline": "ci/known [1].json" }',
    'ci/known [1].json': baselineOf(minutes),
    [name]: minutes,
  });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  await client.open(folder.uri(name), minutes);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const lines = async (): Promise<number[]> =>
  (await client.findings(folder.uri(name))).filter(({ code }) => code === rule).map(({ range }) => range.start.line);
const told = (file: string, type: FileChangeType = FileChangeType.Changed): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri(file), type }] });
const insert = (line: number, text: string): Promise<void> => {
  const at = { line, character: 0 };
  return client.change(folder.uri(name), [{ range: { start: at, end: at }, text }]);
};

test('an accepted finding is not shown, and is not mended with the others', async () => {
  expect(await lines()).toEqual([]);
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: folder.uri(name) },
    range: { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  expect(actions).toEqual([]);
});

test('it stays away when it moves, and comes back when its words change', async () => {
  await insert(8, '## New\n\nWords.\n\n');
  expect(await lines()).toEqual([]);
  await insert(16, '- \u200bthree\n');
  expect(await lines()).toEqual([16]);
  await client.change(folder.uri(name), [
    { range: { start: { line: 14, character: 3 }, end: { line: 14, character: 6 } }, text: 'other' },
  ]);
  // What the line that is being written brings about is shown when it is done.
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: folder.uri(name) } });
  expect(await lines()).toEqual([14, 16]);
});

test('the file is watched by its name, and what it accepts now holds at once', async () => {
  expect(client.heard.watched).toContain('**/known ?1?.json');
  const refreshes = client.heard.refreshes;
  await folder.write('ci/known [1].json', baselineOf(minutes.replace('one', 'other')));
  await told('ci/known [1].json');
  await until(async () => (await lines()).join() === '16');
  await until(() => client.heard.refreshes > refreshes);
});

test('one that cannot be used hides nothing and is told of', async () => {
  await folder.write('ci/known [1].json', '<<<<<<< HEAD');
  await told('ci/known [1].json');
  await until(async () => (await lines()).join() === '14,16');
  await until(() => client.heard.messages.some((message) => /known \[1\]\.json: is not valid JSON/.test(message)));
  await folder.remove('ci/known [1].json');
  await told('ci/known [1].json', FileChangeType.Deleted);
  await until(() => client.heard.messages.some((message) => /known \[1\]\.json: is not there/.test(message)));
  expect(await lines()).toEqual([14, 16]);
});

test('a configuration that names another one has that one used and watched', async () => {
  await folder.write('known.json', baselineOf(minutes.replace('one', 'other')));
  await folder.write('.xen-notes.json', '{ "baseline": "known.json" }');
  await told('.xen-notes.json');
  await until(async () => (await lines()).join() === '16');
  await until(
    () => client.heard.watched.join() === ['**/*.{md,markdown}', '**/.xen-notes.json', '**/known.json'].join(),
  );
});
