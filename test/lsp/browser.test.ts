import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileChangeType, type Diagnostic, type Hover } from 'vscode-languageserver/node';
import type { ImportResult, MailView, SearchAnswer } from '../../server/src/lsp/protocol.js';
import { writeBaseline } from '../../server/src/rules/baselineFile.js';
import {
  corpus,
  folderWith,
  startClient,
  until,
  untilReady,
  uriOf,
  type ClientOptions,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';
import { startInWorker } from '../support/workerClient.js';

/** Where a browser has the archive, and what ships. */
const here = 'memory://host/an%20archive';
const shipped = 'https://host.example/extension/corpus';
const call = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION: go on\n';

let folder: Folder;
let names: readonly string[];
let onDisk: LspClient;
beforeAll(async () => {
  folder = await folderWith({ 'calls/one.md': call, 'calls/.kept/old.md': call, 'node_modules/x/README.md': call });
  cpSync(corpus, folder.path, { recursive: true });
  names = filesIn(folder.path);
  onDisk = await startClient({ folders: [folder.path], initializationOptions: { corpus } });
  await untilReady(onDisk);
});
afterAll(async () => {
  await onDisk.stop();
  await folder.dispose();
});

function filesIn(at: string): string[] {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(at, path.join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
}

/** The same files in the file systems of a client, and what that tells of them. */
function inClient(
  more: Readonly<Record<string, string>> = {},
): ClientOptions & { readonly files: Map<string, string> } {
  const text = (base: string, name: string): string => readFileSync(path.join(base, name), 'utf8');
  const files = new Map([
    ...names.map((name) => [`${here}/${name}`, text(folder.path, name)] as const),
    ...filesIn(corpus).map((name) => [`${shipped}/${name}`, text(corpus, name)] as const),
    ...Object.entries(more).map(([name, words]) => [`${here}/${name}`, words] as const),
  ]);
  const config = `${here}/.xen-notes.json`;
  const configurations = [{ uri: config, text: files.get(config) ?? '' }];
  const initializationOptions = { corpus: shipped, readsFiles: true, configurations };
  return { folders: [here], files, initializationOptions };
}

/** What is the same wherever the archive and the pages of rules are. */
function anywhere(value: unknown): unknown {
  const text = JSON.stringify(value, (key, each: unknown) => (key === 'codeDescription' ? undefined : each));
  return JSON.parse(text.replaceAll(uriOf(folder.path), 'ARCHIVE').replaceAll(here, 'ARCHIVE'));
}

/** Results are numbered by each server. */
function withoutResult(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'resultId' ? undefined : each)) ?? 'null');
}

async function findingsAt(client: LspClient, base: string): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const name of names.filter((each) => each.endsWith('.md'))) {
    const uri = `${base}/${name}`;
    await client.open(uri, readFileSync(path.join(folder.path, name), 'utf8'));
    found[name] = await client.findings(uri);
  }
  return anywhere(found);
}

describe.each([
  ['a browser', startInWorker],
  ['a machine whose editor has other file systems', startClient],
] as const)('in %s', (_, start) => {
  const place = start === startInWorker ? {} : { corpus };
  const options = (more?: Readonly<Record<string, string>>): ReturnType<typeof inClient> => {
    const whole = inClient(more);
    return { ...whole, initializationOptions: { ...(whole.initializationOptions as object), ...place } };
  };

  it('the archive is what it is on a disk', async () => {
    const client = await start(options());
    await untilReady(client);
    const ask = async <T>(method: string, params: unknown): Promise<[T, T]> => [
      await client.ask<T>(method, params),
      await onDisk.ask<T>(method, params),
    ];
    const [view, viewOnDisk] = await ask('xen-notes/archive', undefined);
    expect(anywhere(view)).toEqual(anywhere(viewOnDisk));
    expect(await findingsAt(client, here)).toEqual(await findingsAt(onDisk, uriOf(folder.path)));
    const [found, foundOnDisk] = await ask<SearchAnswer>('xen-notes/search', { query: 'memory' });
    expect(found.places.length).toBeGreaterThan(0);
    expect(anywhere(found)).toEqual(anywhere(foundOnDisk));
    // What needs nothing but the text is the same as well, and known to both.
    expect(client.initialized.serverInfo).toEqual(onDisk.initialized.serverInfo);
    for (const method of ['semanticTokens/full', 'formatting', 'selectionRange', 'inlayHint', 'linkedEditingRange']) {
      const position = { line: 6, character: 4 };
      const at = (base: string): object => ({
        ...{ textDocument: { uri: `${base}/calls/one.md` }, position, positions: [position] },
        ...{ range: { start: { line: 0, character: 0 }, end: position }, options: { tabSize: 2, insertSpaces: true } },
      });
      const answer = await client.ask(`textDocument/${method}`, at(here));
      const expected = await onDisk.ask(`textDocument/${method}`, at(uriOf(folder.path)));
      expect(withoutResult(answer), method).toEqual(withoutResult(expected));
    }
    const [symbols, symbolsOnDisk] = await ask('workspace/symbol', { query: 'Jan' });
    expect(anywhere(symbols)).toEqual(anywhere(symbolsOnDisk));
    await client.stop();
  });

  it('what changes is taken in, and a baseline and a template are read', async () => {
    const template = '# {{title}}\n\nOur own words.\n';
    const rule = 'action-no-owner';
    const config = '{ "baseline": "known.json", "templates": { "minutes": "of/minutes.md" } }';
    const given = options({
      '.xen-notes.json': config,
      'known.json': writeBaseline([{ path: 'calls/one.md', rule, text: '- ACTION: go on', count: 1 }]),
      'of/minutes.md': template,
    });
    const client = await start(given);
    const uri = `${here}/calls/one.md`;
    await client.open(uri, call);
    await untilReady(client);
    const codes = async (): Promise<unknown[]> => (await client.findings(uri)).map(({ code }) => code);
    const before = await codes();
    const begun = await client.ask('xen-notes/newDocument', { kind: 'minutes', title: 'A call', date: '2030-01-02' });
    expect(begun).toMatchObject({ folder: here, text: expect.stringContaining('Our own words.') });
    given.files.set(`${here}/known.json`, writeBaseline([]));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${here}/known.json`, type: FileChangeType.Changed }],
    });
    const after = await until(async () => (await codes()).length !== before.length && codes());
    expect(after.filter((code) => !before.includes(code))).toEqual([rule]);
    await client.stop();
  });

  it('what cannot be read is told', async () => {
    const given = options();
    given.files.set(`${here}/gone.md`, '');
    const get = given.files.get.bind(given.files);
    given.files.get = (uri) => (uri.endsWith('gone.md') ? undefined : get(uri));
    const client = await start(given);
    await untilReady(client);
    await until(() => client.heard.messages.length > 0);
    expect(client.heard.messages).toEqual([
      `${here}/gone.md: is not there; check the name, or run again if it was just moved`,
    ]);
    await client.stop();
  });
});

it('a browser makes texts of mails and no files, imports what is pasted, and leads to published pages', async () => {
  const client = await startInWorker(inClient());
  const uri = 'untitled:Untitled-1';
  await client.open(uri, call);
  await untilReady(client);
  const mail = await client.ask<MailView>('xen-notes/mail', { uri });
  expect(mail.text).toContain('ACTION: go on');
  expect(mail).not.toHaveProperty('file');
  expect(await client.ask('xen-notes/export', { uri, to: 'mail' })).toHaveProperty('problem');
  expect(await client.ask('xen-notes/export', { uri, to: 'wikitext' })).toMatchObject({ extension: '.wiki' });
  expect(await client.ask('xen-notes/writer', {})).toBeNull();
  const content = Buffer.from('Subject: Notes of the call\n\nAttendees: Jan Beulich\n\n* XSM\n  ACTION: Jan to ask\n');
  const imported = await client.ask<ImportResult>('xen-notes/import', {
    name: 'x',
    content: content.toString('base64'),
  });
  expect(imported.documents.map(({ text }) => text).join()).toContain('XSM');
  const [first] = await client.findings(uri);
  expect((first as Diagnostic).codeDescription?.href).toMatch(/^https:/);
  const { contents } = (await client.ask<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 6, character: 4 },
  })) ?? { contents: '' };
  expect(JSON.stringify(contents)).toContain('Jan Beulich');
  await client.stop();
});
