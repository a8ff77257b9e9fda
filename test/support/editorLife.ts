import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { FileChangeType, type ClientCapabilities, type Diagnostic } from 'vscode-languageserver/node';
import { writeBaseline } from '../../server/src/analysis.js';
import { fullCapabilities, startClient, untilReady, uriOf, type LspClient } from './lspClient.js';

/** What somebody does in an editor, or beside it. Numbers choose among what is there. */
export type Step =
  | {
      readonly do: 'open' | 'close' | 'save' | 'undo' | 'delete' | 'restart' | 'spoil' | 'folders';
      readonly which: number;
    }
  | { readonly do: 'edit' | 'outside'; readonly which: number; readonly at: number; readonly text: string }
  | { readonly do: 'move' | 'rename'; readonly which: number; readonly to: number }
  | { readonly do: 'checkout'; readonly texts: readonly (string | undefined)[] }
  | { readonly do: 'config'; readonly text: string; readonly how: 'disk' | 'open' }
  | { readonly do: 'baseline'; readonly text: string };

const snippets = fc.constantFrom(
  ...[
    '\n',
    '- ACTION: ask\n',
    '- ACTION Ada: ask\n',
    '- Ada Newcomer\n',
    '- Jan Beulich\n',
    '## Kexec\n',
    'see [[Days#Kexec]]\n',
  ],
  ...[
    'see [[Days 2019]]\n',
    '- Jan: so it is\n',
    '# Days\n',
    'teh ',
    'x',
    '## Attendees\n\n',
    '- Date: 2019-07-09\n',
    ' Ada',
  ],
);
export const documents = [
  '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Ada Newcomer\n- Jan Beulich\n\n## Kexec\n\n- Ada: so\n- ACTION: ask\n',
  '# Days\n\n- Date: 2019-07-09\n\n## Sessions\n\n### Kexec\n\n- Host: Ada Newcomer\n- Notes: none\n',
  '# People\n\n## Ada Newcomer\n\n- Affiliation: Acme\n',
  '# Topics\n\n## Group\n\n- Kexec\n',
  '# Read me\n\nSee [[Days#Kexec]].\n',
];
export const configs = [
  '{}',
  '{ "rules": { "action-no-owner": "off" } }',
  '{ "people": "sub/them.md" }',
  '{ "baseline": "accepted.json" }',
];
/** Baselines as somebody may have them; one accepts what most of the documents have, one cannot be read. */
const baselines = [
  writeBaseline([]),
  writeBaseline(
    ['call.md', 'sub/call.md'].map((path) => ({ path, rule: 'action-no-owner', text: '- ACTION: ask', count: 9 })),
  ),
  '{ "version": 9 }',
];
/** Where documents may be; some belong to an archive within the other, some to none. */
export const places = [
  'call.md',
  'days.md',
  'people.md',
  'sub/them.md',
  'sub/call.md',
  'inner/call.md',
  'inner/people.md',
  '.kept/call.md',
];

const nat = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), which: nat, at: nat, text: snippets }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'close' as const, 'save' as const), which: nat }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'delete' as const, 'folders' as const), which: nat }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outside' as const), which: nat, at: nat, text: snippets }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('move' as const, 'rename' as const), which: nat, to: nat }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('baseline' as const), text: fc.constantFrom(...baselines) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('config' as const),
      text: fc.constantFrom(...configs),
      how: fc.constantFrom('disk' as const, 'open' as const),
    }),
  },
);
const rare: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('restart' as const, 'spoil' as const), which: nat }),
  fc.record({
    do: fc.constant('checkout' as const),
    texts: fc.array(fc.option(fc.constantFrom(...documents), { nil: undefined }), { minLength: 8, maxLength: 8 }),
  }),
);

/** Steps between two times at which nothing happens for a while. */
export const stretch = (length: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(fc.array(step, { minLength: length, maxLength: length }), rare, fc.nat(length))
    .map(([steps, one, at]) => [...steps.slice(0, at), one, ...steps.slice(at)]);

/** An editor with a server, and the files beside it. */
export interface Life {
  run(step: Step): Promise<void>;
  /** Saves all: files that are not open are held against what has been saved. */
  saveAll(): Promise<void>;
  /** What the server says of all there is. */
  said(): Promise<unknown>;
  /** What a server says that sees the same for the first time. */
  saidAnew(): Promise<unknown>;
  end(): Promise<void>;
}

/** As clients differ: one asks and watches files, the other is told and does neither. */
export const kinds: Readonly<Record<'pull' | 'push', ClientCapabilities>> = {
  pull: fullCapabilities,
  push: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
};

function asking(capabilities: ClientCapabilities): ClientCapabilities {
  return { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: {} } };
}

export async function beginLife(folder: string, kind: 'pull' | 'push'): Promise<Life> {
  const disk = new Map<string, string>();
  const open = new Map<string, string>();
  const before = new Map<string, string>();
  let opened = ['.'];
  const at = (file: string): string => path.join(folder, file);
  const uri = (file: string): string => uriOf(at(file));
  const pick = <Value>(values: readonly Value[], which: number): Value | undefined => values[which % values.length];
  const start = (): Promise<LspClient> => startClient({ folders: opened.map(at), capabilities: kinds[kind] });
  const openAll = async (server: LspClient): Promise<void> => {
    for (const [file, text] of open) await server.open(uri(file), text);
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const changed: string[] = [];
  const write = async (file: string, text: string | undefined): Promise<void> => {
    if (text === undefined) {
      disk.delete(file);
      await rm(at(file), { force: true });
    } else {
      disk.set(file, text);
      await mkdir(path.dirname(at(file)), { recursive: true });
      await writeFile(at(file), text);
    }
    changed.push(file);
  };
  /** Tells the client's watchers; who watches nothing does not tell. */
  const tell = async (): Promise<void> => {
    const files = changed.splice(0);
    if (kind === 'push' || files.length === 0) return;
    const changes = files.map((file) => ({
      uri: uri(file),
      type: disk.has(file) ? FileChangeType.Changed : FileChangeType.Deleted,
    }));
    await live.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  };
  await write('.xen-notes.json', '{}');
  await write('inner/.xen-notes.json', '{}');
  for (const [index, place] of places.entries()) await write(place, pick(documents, index) ?? '');
  changed.splice(0);
  let live = await start();

  const setText = async (file: string, text: string): Promise<void> => {
    before.set(file, open.get(file) ?? '');
    open.set(file, text);
    await live.change(uri(file), [{ text }]);
  };
  const edit = async (file: string, where: number, text: string): Promise<void> => {
    const now = open.get(file) ?? '';
    const lines = now.split('\n');
    const line = where % lines.length;
    const character = where % ((lines[line]?.length ?? 0) + 1);
    const offset = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    before.set(file, now);
    open.set(file, now.slice(0, offset) + text + now.slice(offset));
    const position = { line, character };
    await live.change(uri(file), [{ range: { start: position, end: position }, text }]);
  };
  /** As editors do: the server is asked for edits, which nobody wants here, and an open document is closed and opened elsewhere. */
  const renameInEditor = async (from: string, to: string): Promise<void> => {
    const files = [{ oldUri: uri(from), newUri: uri(to) }];
    const text = open.get(from);
    if (kind === 'pull') await live.ask('workspace/willRenameFiles', { files });
    await mkdir(path.dirname(at(to)), { recursive: true });
    await rename(at(from), at(to));
    disk.set(to, disk.get(from) ?? '');
    disk.delete(from);
    changed.push(from, to);
    if (open.delete(from)) await live.close(uri(from));
    if (text !== undefined) await live.open(uri(to), text);
    if (text !== undefined) open.set(to, text);
    if (kind === 'pull') await live.connection.sendNotification('workspace/didRenameFiles', { files });
  };
  const isConfig = (file: string): boolean => file.endsWith('.json');
  const openDocuments = (): string[] => [...open.keys()].filter((file) => !isConfig(file)).sort();

  const run = async (each: Step): Promise<void> => {
    switch (each.do) {
      case 'open': {
        const file = pick([...disk.keys()].filter((name) => !open.has(name) && !isConfig(name)).sort(), each.which);
        if (file === undefined) return;
        open.set(file, disk.get(file) ?? '');
        return live.open(uri(file), disk.get(file) ?? '');
      }
      case 'close': {
        const file = pick([...open.keys()].sort(), each.which);
        if (file === undefined) return;
        open.delete(file);
        return live.close(uri(file));
      }
      case 'save': {
        const file = pick([...open.keys()].sort(), each.which);
        if (file === undefined) return;
        await write(file, open.get(file));
        return live.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(file) } });
      }
      case 'undo': {
        const file = pick(openDocuments(), each.which);
        return file === undefined ? undefined : setText(file, before.get(file) ?? open.get(file) ?? '');
      }
      case 'edit': {
        const file = pick(openDocuments(), each.which);
        return file === undefined ? undefined : edit(file, each.at, each.text);
      }
      case 'outside': {
        const file = pick(places, each.which) ?? '';
        const text = disk.get(file) ?? pick(documents, each.at) ?? '';
        return write(file, text.slice(0, each.at) + each.text + text.slice(each.at));
      }
      case 'delete': {
        const file = pick(places, each.which) ?? '';
        return write(file, undefined);
      }
      case 'move': {
        const [from, to] = [pick(places, each.which) ?? '', pick(places, each.to) ?? ''];
        if (from === to || !disk.has(from) || open.has(from)) return;
        await mkdir(path.dirname(at(to)), { recursive: true });
        await rename(at(from), at(to));
        disk.set(to, disk.get(from) ?? '');
        disk.delete(from);
        changed.push(from, to);
        return;
      }
      case 'rename': {
        const [from, to] = [pick([...disk.keys()].sort(), each.which) ?? '', pick(places, each.to) ?? ''];
        if (from === to || isConfig(from) || open.has(to) || disk.has(to)) return;
        return renameInEditor(from, to);
      }
      case 'baseline':
        return write('accepted.json', each.text);
      case 'checkout':
        for (const [index, text] of each.texts.entries()) await write(places[index] ?? '', text);
        return;
      case 'config': {
        const file = '.xen-notes.json';
        if (each.how === 'disk' || open.has(file)) {
          if (!open.has(file)) return write(file, each.text);
          return setText(file, each.text);
        }
        open.set(file, disk.get(file) ?? '{}');
        await live.open(uri(file), disk.get(file) ?? '{}');
        return setText(file, each.text);
      }
      case 'folders': {
        const next = pick([['.'], ['sub'], ['inner', '.'], ['sub', 'inner'], []], each.which) ?? [];
        const folders = (names: readonly string[]) => names.map((name) => ({ uri: uriOf(at(name)), name }));
        const event = {
          added: folders(next.filter((name) => !opened.includes(name))),
          removed: folders(opened.filter((name) => !next.includes(name))),
        };
        opened = [...opened.filter((name) => next.includes(name)), ...next.filter((name) => !opened.includes(name))];
        return live.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      }
      case 'restart':
        await live.stop();
        live = await start();
        return openAll(live);
      case 'spoil':
        spoilCaches(each.which);
        return run({ do: 'restart', which: 0 });
    }
  };
  const look = async (server: LspClient, how: 'pull' | 'push'): Promise<unknown> => {
    // The cursor leaves whatever line it was on.
    await server.connection.sendNotification('xen-notes/cursor', { uri: 'untitled:elsewhere', line: 0 });
    const said: Record<string, unknown> = { opened };
    for (const file of openDocuments()) said[file] = await aboutDocument(server, uri(file), open.get(file) ?? '', how);
    const symbols = await server.ask<unknown[]>('workspace/symbol', { query: '' });
    return sorted({
      said,
      symbols,
      tree: await server.ask('xen-notes/archive', undefined),
      unopened: await unopened(server, { files: places.filter((file) => !open.has(file)).map(uri), how }),
    });
  };
  return {
    async run(each) {
      await run(each);
      await tell();
    },
    async saveAll() {
      for (const index of [...open.keys()].keys()) {
        await run({ do: 'save', which: index });
        await tell();
      }
    },
    said: () => look(live, kind),
    async saidAnew() {
      // What it finds is asked for, whatever the client does: the answer is there when all has been read.
      const fresh = await startClient({ folders: opened.map(at), capabilities: asking(kinds[kind]) });
      await openAll(fresh);
      await untilReady(fresh);
      const said = await look(fresh, 'pull');
      await fresh.stop();
      return said;
    },
    end: () => live.stop(),
  };
}

async function aboutDocument(server: LspClient, uri: string, text: string, kind: 'pull' | 'push'): Promise<unknown> {
  const textDocument = { uri };
  const lines = text.split('\n');
  const hovers: unknown[] = [];
  for (const [line, written] of lines.entries()) {
    const name = /\b(?:Ada|Jan)\b|\[\[/.exec(written);
    if (name && hovers.length < 4)
      hovers.push(
        await server.ask('textDocument/hover', { textDocument, position: { line, character: name.index + 2 } }),
      );
  }
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return {
    hovers,
    findings: kind === 'pull' ? await server.findings(uri) : published(server, uri),
    symbols: await server.ask('textDocument/documentSymbol', { textDocument }),
    completion: await server.ask('textDocument/completion', { textDocument, position: end }),
  };
}

function published(server: LspClient, uri: string): readonly Diagnostic[] {
  return server.heard.published.filter((each) => each.uri === uri).at(-1)?.diagnostics ?? [];
}

/** What is told of documents that are not open, where there is something. */
async function unopened(
  server: LspClient,
  { files, how }: { readonly files: readonly string[]; readonly how: 'pull' | 'push' },
): Promise<unknown> {
  if (how === 'push') return told(files.map((file) => [file, published(server, file)]));
  const { items } = await server.ask<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  return told(items.map((each) => [each.uri, each.items] as const).filter(([file]) => files.includes(file)));
}

function told(reports: readonly (readonly [string, readonly Diagnostic[]])[]): unknown {
  return reports.filter(([, items]) => items.length > 0);
}

/** Lists in an order of their own: documents come in the order in which they became known. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sorted(each)]));
}

/** Caches that are gone, cut off, or not even text. */
function spoilCaches(which: number): void {
  const caches = path.join(process.env['XDG_CACHE_HOME'] ?? '', 'xen-session-notes', 'archives');
  for (const name of safeList(caches)) {
    const file = path.join(caches, name);
    if (which % 3 === 0) rmSync(file, { force: true });
    else writeFileSync(file, which % 3 === 1 ? Buffer.from([0xff, 0, 10, 9]) : '["xen-notes archive",1');
  }
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
