import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ApplyWorkspaceEditParams, ShowDocumentParams, TextDocumentEdit } from 'vscode-languageserver/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  folderWith,
  fullCapabilities,
  startClient,
  until,
  untilReady,
  uriOf,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';
import { sessionPages } from '../support/sessionPages.js';

const capabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
  window: { showDocument: { support: true } },
};

let folder: Folder;
let client: LspClient;
let applied: ApplyWorkspaceEditParams[];
let shown: ShowDocumentParams[];
let applies: boolean;
beforeEach(async () => {
  folder = await folderWith(sessionPages);
  client = await startClient({ folders: [folder.path], capabilities });
  [applied, shown, applies] = [[], [], true];
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    applied.push(params);
    return { applied: applies };
  });
  client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
    shown.push(params);
    return { success: true };
  });
  await untilReady(client);
});
afterEach(async () => {
  await client.stop();
  await folder.dispose();
});

const run = <T>(command: string, ...given: readonly unknown[]): Promise<T> =>
  client.ask('workspace/executeCommand', { command: `xen-notes.${command}`, arguments: given });

async function open(name: string): Promise<string> {
  await client.open(folder.uri(name), sessionPages[name] ?? '');
  return folder.uri(name);
}

test('check before posting tells what is found, in the answer and in a message', async () => {
  const uri = await open('notes/virtio.md');
  const { groups } = await run<{ groups: { findings: unknown[] }[] }>('checkBeforePosting', uri);
  expect(groups.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
  await until(() => client.heard.messages.length > 0);
  expect(client.heard.messages[0]).toMatch(/^\d+ findings? stands? in the way of posting\nline \d+: /);
  expect(await run('checkBeforePosting', folder.uri('notes/apart.md'))).toEqual({ problem: 'open the document first' });
});

test('mark as posted edits the notes and the page of the event', async () => {
  const uri = await open('notes/virtio.md');
  const url = 'https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00999.html';
  expect(await run('markPosted', uri, url)).toEqual({ session: 'Virtio' });
  const changed = applied[0]?.edit.documentChanges as TextDocumentEdit[];
  expect(changed.map(({ textDocument }) => textDocument.uri).sort()).toEqual([folder.uri('events/2019.md'), uri]);
  expect(await run('markPosted', uri, 'no address')).toMatchObject({
    problem: expect.stringContaining('no address') as string,
  });
});

test('export answers with the text, and makes the file that is named', async () => {
  const uri = await open('events/2019.md');
  const { text } = await run<{ text: string }>('export', uri, 'wikitext');
  expect(text).toContain('Virtio');
  expect(applied).toEqual([]);
  const file = folder.uri('events/2019.wiki');
  expect(await run('export', uri, 'wikitext', file)).toMatchObject({ text, created: [file] });
  expect(applied[0]?.edit.documentChanges).toEqual([
    { kind: 'create', uri: file, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri: file, version: null }, edits: [{ range: start, newText: text }] },
  ]);
  applies = false;
  expect(await run('export', uri, 'wikitext', file)).toEqual({
    problem: '2019.wiki could not be created; nothing is overwritten',
  });
  expect(await run('export', uri, 'nothing')).toEqual({ problem: 'there is no form "nothing"' });
});

const nowhere = { line: 0, character: 0 };
const start = { start: nowhere, end: nowhere };

test('import makes documents beside the file, or in a folder', async () => {
  const pad = await mkdtemp(path.join(os.tmpdir(), 'xen-notes-pad-'));
  const file = path.join(pad, 'pad.txt');
  await writeFile(file, '= Call =\n\n== Attendees ==\n* Jan Beulich\n\n== Boot ==\n* Jan: no\n');
  const { documents, created } = await run<{ documents: { text: string }[]; created: string[] }>(
    'import',
    uriOf(file),
    'wikitext',
    folder.uri('calls'),
  );
  expect(created).toHaveLength(1);
  expect(created[0]?.startsWith(`${folder.uri('calls')}/`)).toBe(true);
  expect(documents[0]?.text).toContain('- Jan Beulich');
  expect(applied[0]?.edit.documentChanges).toHaveLength(2);
  expect(await readFile(file, 'utf8')).toContain('= Call =');
  const gone = await run<{ problem: string }>('import', folder.uri('gone.txt'));
  expect(gone.problem).not.toBe('');
});

test('open shows a line, or an address in a browser', async () => {
  const uri = folder.uri('events/2019.md');
  expect(await run('open', { uri, line: 6 })).toBe(true);
  await run('open', { uri: 'https://xenproject.org/' });
  const at = { line: 6, character: 0 };
  expect(shown).toEqual([
    { uri, takeFocus: true, selection: { start: at, end: at } },
    { uri: 'https://xenproject.org/', external: true },
  ]);
});

test('what is no command, or has no arguments, is told', async () => {
  await expect(run('nothing')).rejects.toMatchObject({ code: -32602 });
  await expect(run('export', 7)).rejects.toThrow('argument 1 has to be a text');
  await expect(run('open')).rejects.toMatchObject({ code: -32602 });
});
