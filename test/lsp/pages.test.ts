import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageView, Problem, SubjectsView } from '../../server/src/lsp/protocol.js';
import {
  atCursor,
  corpus,
  folderWith,
  startClient,
  until,
  untilReady,
  uriOf,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';

const call =
  '# Call Minutes 2021-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## PVH <b>now</b>\n\n- ACTION Jan: look at it\n';

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({ '.xen-notes.json': '{}', 'call.md': call });
  client = await startClient({ folders: [folder.path, corpus] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const page = (params: object): Promise<PageView & Problem> => client.ask('xen-notes/page', params);
const markdown = (command: string, ...given: unknown[]): Promise<string> =>
  client.ask('workspace/executeCommand', { command, arguments: given });

test('a page is HTML whose links are commands of the extension', async () => {
  const { title, body, style, language } = await page({ page: 'topic', name: 'pvh' });
  expect([title, language, style.includes('--vscode-editor-background')]).toEqual(['PVH', 'en', true]);
  expect(body).toContain('PVH &#60;b&#62;now&#60;/b&#62;');
  const place = encodeURIComponent(JSON.stringify([{ uri: folder.uri('call.md'), line: 6 }, 'top']));
  expect(body).toContain(`href="command:xenNotes.open?${place.replaceAll("'", '&#39;')}"`);
  expect(body).toContain('PVH (v2)');
  expect((await page({ page: 'overview' })).body).toContain('Topics through the years');
  expect((await page({ page: 'person', name: 'Jan Beulich' })).body).toContain('look at it');
});

test('what there is no page of is told', async () => {
  expect(await page({ page: 'topic', name: 'nothing like it' })).toEqual({
    problem: 'no register has the topic “nothing like it”, and nothing speaks of it',
  });
  expect(await page({ page: 'elsewhere', name: 'x' })).toHaveProperty('problem');
  expect(await page({ page: 'topic' })).toHaveProperty('problem');
  await expect(page({})).rejects.toThrow(/page/);
});

test('any editor gets the pages as Markdown by a command', async () => {
  const text = await markdown('xen-notes.topic', 'RISC-V');
  expect(text).toMatch(/^# RISC-V\n/);
  expect(text).toMatch(/\*Group\* \[Xen on RISC-V\]\(file:\/\/\/\S+online-xen-summit-2020\.md#L169\)/);
  expect(await markdown('xen-notes.person', 'IanC')).toMatch(/^# Ian Campbell\n/);
  expect(await markdown('xen-notes.overview')).toContain('## What is owed');
  await expect(markdown('xen-notes.topic')).rejects.toThrow('argument 1 has to be a text');
  await expect(markdown('xen-notes.topic', ' ')).rejects.toThrow('give the name');
  await expect(markdown('xen-notes.person', 'Ian')).rejects.toThrow('may be');
  await expect(markdown('xen-notes.nothing')).rejects.toThrow('is no command');
});

test('topics and people to choose from', async () => {
  const { topics, people } = await client.ask<SubjectsView>('xen-notes/subjects', {});
  expect(topics.find(({ name }) => name === 'PVH')).toMatchObject({ places: 3, from: 2013, to: 2021 });
  expect(people.find(({ name }) => name === 'Jan Beulich')).toMatchObject({ documents: 2 });
});

test('above the entries of a register stands where all of it is', async () => {
  const uri = uriOf(path.join(corpus, 'topics.md'));
  await client.open(uri, readFileSync(path.join(corpus, 'topics.md'), 'utf8'));
  const [first] = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  expect(first).toMatchObject({
    range: { start: { line: 4 } },
    command: { title: 'Through the years', command: 'xen-notes.topic', arguments: ['PVH'] },
  });
  await client.close(uri);
});

test('a hover leads to the page in our extension, and in no other editor', async () => {
  const hoverIn = async (asked: LspClient): Promise<string> => {
    const { text, position } = atCursor('# Call Minutes\n\n- Topics: PV$0H\n\n## Attendees\n\n- Jan Beulich\n');
    const uri = folder.uri('new.md');
    await asked.open(uri, text);
    const { contents } = await asked.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
    await asked.close(uri);
    return (contents as { value: string }).value;
  };
  expect(await hoverIn(client)).not.toContain('command:');
  const ours = await startClient({ folders: [folder.path], initializationOptions: { corpus } });
  await untilReady(ours);
  expect(await hoverIn(ours)).toContain('[Through the years](command:xenNotes.showTopic?%5B%22PVH%22%5D)');
  await ours.stop();
});

test('a page follows what is written, open or on disk', async () => {
  const count = async (): Promise<number> =>
    (await page({ page: 'topic', name: 'PVH' })).body.split('call.md').length - 1;
  const before = await count();
  await client.open(folder.uri('call.md'), call.replace('look at it', 'look at it\n- AGREED: begin'));
  expect(await count()).toBe(before + 1);
  await client.close(folder.uri('call.md'));
  writeFileSync(path.join(folder.path, 'call.md'), call.replace('PVH', 'Nothing'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri('call.md'), type: 2 }],
  });
  await until(async () => (await count()) === 0);
});
