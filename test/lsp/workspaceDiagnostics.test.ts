import type { Diagnostic } from 'vscode-languageserver/node';
import { CancellationTokenSource, FileChangeType, LSPErrorCodes } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  corpus,
  folderWith,
  startClient,
  until,
  untilReady,
  type ClientOptions,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';

const people = '# People\n\n## Jan Beulich\n\n## Lars Kurth\n';
const minutes = '# Call Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\n';
const clean = `${minutes}- Jan: nearly there\n`;
const bad = `${minutes}- Jan: nearly there\n- ACTION: tell George\n`;
const page = '# Design Sessions 2030\n\n## Group\n\n### Old title\n\n- Notes: none\n';
const notes = '# Design session notes: x\n\n- Session: [[Design Sessions 2030#Old title]]\n- Date: 2030-01-01\n';

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly uri: string;
  readonly version: number | null;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

let folder: Folder;
let client: LspClient;

async function start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
  folder = await folderWith({ '.xen-notes.json': '{}', 'people.md': people, ...files });
  client = await startClient({ folders: [folder.path], ...options });
  await untilReady(client);
}

afterEach(async () => {
  await client.stop();
  await folder.dispose();
});

const told = (...changes: [string, FileChangeType][]): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([file, type]) => ({ uri: folder.uri(file), type })),
  });
const say = (method: string, file: string): Promise<void> =>
  client.connection.sendNotification(method, { textDocument: { uri: folder.uri(file) } });
const rewrite = async (file: string, text: string): Promise<void> => {
  await folder.write(file, text);
  await told([file, FileChangeType.Changed]);
};

describe('a client that pulls', () => {
  /** What the client has been told, as it keeps it. */
  let shown: Map<string, Report>;
  beforeEach(() => (shown = new Map()));

  /** Pulls as VS Code does: with the result it has of each document. */
  async function pull(): Promise<readonly Report[]> {
    const previousResultIds = [...shown].map(([uri, { resultId = '' }]) => ({ uri, value: resultId }));
    const { items } = await client.ask<{ items: Report[] }>('workspace/diagnostic', { previousResultIds });
    for (const each of items) if (each.kind === 'full') shown.set(each.uri, each);
    return items;
  }
  const name = (uri: string): string => uri.slice(folder.uri('').length + 1);
  const kinds = (reports: readonly Report[]): Record<string, string> =>
    Object.fromEntries(reports.map(({ uri, kind }) => [name(uri), kind]));
  const rules = (file: string): unknown[] => (shown.get(folder.uri(file))?.items ?? []).map(({ code }) => code);

  test('is told of files that are not open, and of nothing where nothing is wrong', async () => {
    await start({ 'bad.md': bad, 'clean.md': clean, 'README.md': '# Readme\n\n#### Jump\n' });
    expect(kinds(await pull())).toEqual({ 'bad.md': 'full' });
    expect(shown.get(folder.uri('bad.md'))).toMatchObject({
      version: null,
      items: [{ code: 'action-no-owner', source: 'xen-notes', range: { start: { line: 12 } } }],
    });
    expect(kinds(await pull())).toEqual({ 'bad.md': 'unchanged' });
  });

  test('is told again of a file whose text has changed, and of no other', async () => {
    await start({ 'bad.md': bad, 'clean.md': clean });
    await pull();
    await rewrite('clean.md', bad);
    await until(async () => kinds(await pull())['clean.md'] === 'full');
    expect(kinds(await pull())).toEqual({ 'bad.md': 'unchanged', 'clean.md': 'unchanged' });
    await rewrite('bad.md', clean);
    await until(async () => kinds(await pull())['bad.md'] === 'full');
    expect(rules('bad.md')).toEqual([]);
  });

  test('is told anew when a register says something else', async () => {
    await start({ 'bad.md': clean.replace('- Lars Kurth', '- Zacharias Quuxley') });
    await pull();
    expect(rules('bad.md')).toContain('person-unknown');
    await rewrite('people.md', `${people}\n## Zacharias Quuxley\n`);
    await until(async () => kinds(await pull())['bad.md'] === 'full');
    expect(rules('bad.md')).not.toContain('person-unknown');
  });

  test('is told what an open document changes for others once it is saved', async () => {
    await start({ 'page.md': page, 'notes.md': notes });
    await client.open(folder.uri('page.md'), page);
    await client.findings(folder.uri('page.md'));
    await pull();
    expect(rules('notes.md')).not.toContain('reference-unresolved');
    await client.change(folder.uri('page.md'), [
      { range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } }, text: 'New' },
    ]);
    await pull();
    expect(rules('notes.md')).not.toContain('reference-unresolved');
    await say('textDocument/didSave', 'page.md');
    await pull();
    expect(rules('notes.md')).toContain('reference-unresolved');
  });

  test('is told of an open document by its version, and of its file once it is closed', async () => {
    await start({ 'file.md': clean });
    const uri = folder.uri('file.md');
    await client.open(uri, bad);
    const { resultId, items } = await client.ask<Report>('textDocument/diagnostic', { textDocument: { uri } });
    expect(items).toHaveLength(1);
    expect(await pull()).toMatchObject([{ kind: 'full', uri, version: 1 }]);
    expect(await pull()).toMatchObject([{ kind: 'unchanged', uri, version: 1 }]);
    // Where a client asks for the document by itself, that is the result it has.
    shown.set(uri, { kind: 'full', uri, version: 1, resultId: resultId ?? '' });
    expect(await pull()).toMatchObject([{ kind: 'unchanged', uri, version: 1, resultId }]);
    await client.close(uri);
    // VS Code forgets then what it had, and leaves in sight what it showed last.
    shown.clear();
    await until(async () => (await pull())[0]?.kind === 'full');
    expect(shown.get(uri)).toMatchObject({ version: null, items: [] });
    expect(await pull()).toMatchObject([{ kind: 'unchanged', uri }]);
  });

  test('is told that a file is gone', async () => {
    await start({ 'bad.md': bad });
    await pull();
    await folder.remove('bad.md');
    await told(['bad.md', FileChangeType.Deleted]);
    await until(async () => kinds(await pull())['bad.md'] === 'full');
    expect(rules('bad.md')).toEqual([]);
  });

  test('is told nothing more when the setting is off, and all again when it is on', async () => {
    await start({ 'bad.md': bad });
    await pull();
    const set = async (checkArchive: string): Promise<void> => {
      client.settings = { checkArchive };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    await set('off');
    await pull();
    expect(rules('bad.md')).toEqual([]);
    await set('archive');
    await pull();
    expect(rules('bad.md')).toEqual(['action-no-owner']);
  });

  test('is told nothing of a folder that no configuration makes an archive', async () => {
    folder = await folderWith({ 'bad.md': bad });
    client = await startClient({ folders: [folder.path] });
    await untilReady(client);
    expect(await pull()).toEqual([]);
  });

  test('gets the results of a large archive bit by bit, and its other requests are answered meanwhile', async () => {
    const many = Array.from({ length: 400 }, (_, index) => [`call-${index}.md`, bad.replace('PVH', `PVH ${index}`)]);
    await start({ ...Object.fromEntries(many), 'open.md': clean });
    await client.open(folder.uri('open.md'), clean);
    const got: Report[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: unknown; value: { items?: Report[] } }) => {
        if (token === 'bits') got.push(...(value.items ?? []));
      },
    );
    let ended = false;
    const answer = client
      .ask<{ items: Report[] }>('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'bits' })
      .finally(() => (ended = true));
    await client.change(folder.uri('open.md'), [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '##' },
    ]);
    await client.findings(folder.uri('open.md'));
    expect(ended).toBe(false);
    const { items } = await answer;
    expect(got.length).toBeGreaterThan(0);
    const files = [...got, ...items].map(({ uri }) => name(uri)).filter((file) => file !== 'open.md');
    expect(files.sort()).toEqual(many.map(([file]) => file).sort());
  });

  test('has its other requests answered while documents that are open are checked', async () => {
    await start({});
    const opened = Array.from({ length: 200 }, (_, index) => folder.uri(`open-${index}.md`));
    await client.open(folder.uri('people.md'), people);
    for (const uri of opened) await client.open(uri, bad);
    // The settings of all are known then, and no file is left to be read.
    await Promise.all([...opened, folder.uri('people.md')].map((uri) => client.findings(uri)));
    await pull();
    await client.change(folder.uri('people.md'), [{ text: `${people}\n## Somebody Else\n` }]);
    const order: string[] = [];
    const all = client.ask('workspace/diagnostic', { previousResultIds: [] }).then(() => order.push('all'));
    const one = client.findings(folder.uri('open-0.md')).then(() => order.push('one'));
    await Promise.all([all, one]);
    expect(order).toEqual(['one', 'all']);
  });

  test('may change its mind', async () => {
    const many = Array.from({ length: 200 }, (_, index) => [`call-${index}.md`, bad.replace('PVH', `PVH ${index}`)]);
    await start(Object.fromEntries(many));
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await pull();
    expect(shown.size).toBe(200);
  });

  test('of our own extension waits until there is news, and then asks again', async () => {
    await start({ 'bad.md': bad }, { initializationOptions: { corpus } });
    await pull();
    let answered = false;
    const waiting = pull().finally(() => (answered = true));
    await client.ask('xen-notes/archive', undefined);
    expect(answered).toBe(false);
    await rewrite('bad.md', clean);
    expect(await waiting).toEqual([]);
    await pull();
    expect(rules('bad.md')).toEqual([]);
  });
});

describe('a client that is pushed to', () => {
  const latest = (file: string) => client.heard.published.filter((each) => each.uri === folder.uri(file)).at(-1);
  const rules = (file: string): unknown[] | undefined => latest(file)?.diagnostics.map(({ code }) => code);
  const found = (file: string) => until(() => rules(file)?.includes('action-no-owner') && latest(file));

  test('is told of files that are not open', async () => {
    await start({ 'bad.md': bad, 'clean.md': clean }, { capabilities: {} });
    expect((await found('bad.md')).version).toBeUndefined();
    await rewrite('clean.md', bad);
    await found('clean.md');
    expect(client.heard.published.filter((each) => each.uri === folder.uri('bad.md'))).toHaveLength(1);
    await rewrite('clean.md', clean);
    await until(() => rules('clean.md')?.length === 0);
  });

  test('is told of an open document alone, and of its file again once it is closed', async () => {
    await start({ 'bad.md': bad }, { capabilities: {} });
    await found('bad.md');
    await client.open(folder.uri('bad.md'), clean);
    await until(() => latest('bad.md')?.version === 1);
    expect(rules('bad.md')).toEqual([]);
    await client.close(folder.uri('bad.md'));
    await until(() => latest('bad.md')?.version === undefined && rules('bad.md')?.includes('action-no-owner'));
  });

  test('is told nothing more when the setting is off', async () => {
    await start({ 'bad.md': bad }, { capabilities: {} });
    await found('bad.md');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { xenNotes: { checkArchive: 'off' } },
    });
    await until(() => rules('bad.md')?.length === 0);
  });
});
