import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import {
  listFilesRequest,
  readFileRequest,
  type FileParams,
  type ReadFile,
  type Unread,
} from '../../server/src/lsp/protocol.js';
import {
  createProtocolConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type UnregistrationParams,
} from 'vscode-languageserver/node';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** The built server. */
export const serverFile = path.join(root, 'dist/server.cjs');
export const corpus = path.join(root, 'corpus');
const tellHeap = path.join(root, 'test/support/tellHeap.cjs');

export interface ClientOptions {
  /** Folders that are opened: of this machine, or by their addresses. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** What `workspace/configuration` is answered with. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  /** What the client's own file systems hold, by address. */
  readonly files?: ReadonlyMap<string, string>;
  /** Whether every request of the server is answered by an error. */
  readonly refuse?: boolean;
  /** Whether it can be asked what it holds. */
  readonly measured?: boolean;
}

/** What the server told without being asked. */
export interface Heard {
  readonly published: PublishDiagnosticsParams[];
  readonly messages: string[];
  readonly registered: string[];
  /** Patterns of the files that are to be watched now. */
  watched: readonly string[];
  archiveChanges: number;
  refreshes: number;
  progress: number;
}

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly heard: Heard;
  settings: unknown;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, changes: readonly Change[]): Promise<void>;
  close(uri: string): Promise<void>;
  ask<T>(method: string, params: unknown): Promise<T>;
  /** Pulls the findings of a document. */
  findings(uri: string): Promise<Diagnostic[]>;
  /** Bytes of the heap once all that can be freed has been, of a server that is measured. */
  held(): Promise<number>;
  stop(): Promise<void>;
}

export interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** What VS Code can do, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  window: { workDoneProgress: true },
};

/** Starts the built server over stdio and shakes hands with it. */
export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  if (!existsSync(serverFile)) throw new Error('dist/server.cjs is missing; run npm run build first');
  const telling = options.measured === true ? ['--expose-gc', '--require', tellHeap] : [];
  const child = spawn(process.execPath, [...telling, serverFile, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', options.measured === true ? 'ipc' : 'ignore'],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the server has no standard streams');
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  return shakeHands(connection, options, {
    ended: () => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined))),
    held: () =>
      new Promise((resolve) => {
        child.once('message', (bytes) => resolve(Number(bytes)));
        child.send('held');
      }),
  });
}

/** What a server runs in. */
interface Host {
  /** Resolves when the server has ended. */
  readonly ended: () => Promise<unknown>;
  /** Bytes that a server which is measured holds. */
  readonly held: () => Promise<number>;
}

/** Makes a client of a connection to a server. */
export async function shakeHands(
  connection: ProtocolConnection,
  options: ClientOptions,
  { ended, held }: Host,
): Promise<LspClient> {
  const heard = listen(connection);
  answer(connection, heard, options.refuse === true ? undefined : () => client.settings);
  if (options.files) answerFiles(connection, options.files);
  connection.listen();
  const folders = (options.folders ?? []).map((folder) => ({
    uri: folder.includes('://') ? folder : uriOf(folder),
    name: path.basename(folder),
  }));
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folders[0]?.uri ?? null,
    workspaceFolders: folders.length > 0 ? folders : null,
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  const versions = new Map<string, number>();
  const client: LspClient = {
    connection,
    initialized,
    heard,
    settings: options.settings ?? null,
    open: (uri, text) => {
      versions.set(uri, 1);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
    },
    change: (uri, contentChanges) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      return connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    ask: (method, params) => connection.sendRequest(method, params),
    findings: async (uri) =>
      (await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } }))
        .items,
    held,
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended();
      connection.dispose();
    },
  };
  await connection.sendNotification('initialized', {});
  return client;
}

function listen(connection: ProtocolConnection): Heard {
  const heard: Heard = {
    published: [],
    messages: [],
    registered: [],
    watched: [],
    archiveChanges: 0,
    refreshes: 0,
    progress: 0,
  };
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => void heard.published.push(params),
  );
  connection.onNotification(
    'window/showMessage',
    ({ message }: { message: string }) => void heard.messages.push(message),
  );
  connection.onNotification('window/logMessage', () => undefined);
  connection.onNotification('$/progress', () => void heard.progress++);
  connection.onNotification('xen-notes/archiveChanged', () => void heard.archiveChanges++);
  return heard;
}

/** Answers what the server asks; without settings it refuses. */
function answer(connection: ProtocolConnection, heard: Heard, settings: (() => unknown) | undefined): void {
  const on = (method: string, reply: (params: never) => unknown): void =>
    void connection.onRequest(method, (params: never) =>
      settings ? reply(params) : new ResponseError(ErrorCodes.InternalError, 'refused'),
    );
  const watchers = new Map<string, readonly string[]>();
  on('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings?.()));
  on('client/registerCapability', ({ registrations }: RegistrationParams) => {
    heard.registered.push(...registrations.map((registration) => registration.method));
    for (const { id, registerOptions } of registrations) watchers.set(id, patternsIn(registerOptions));
    heard.watched = [...watchers.values()].flat();
    return null;
  });
  on('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) watchers.delete(id);
    heard.watched = [...watchers.values()].flat();
    return null;
  });
  on('window/workDoneProgress/create', () => null);
  on('workspace/diagnostic/refresh', () => {
    heard.refreshes++;
    return null;
  });
}

/** As our own extension reads files for a server. */
function answerFiles(connection: ProtocolConnection, files: ReadonlyMap<string, string>): void {
  connection.onRequest(listFilesRequest, ({ uri }: FileParams) => ({
    uris: [...files.keys()].filter((each) => each.startsWith(`${uri}/`)),
    unread: [],
  }));
  connection.onRequest(readFileRequest, ({ uri }: FileParams): Promise<ReadFile | Unread> => {
    const text = files.get(uri);
    return Promise.resolve(text === undefined ? { failed: { message: 'no such file', code: 'ENOENT' } } : { text });
  });
}

function patternsIn(options: unknown): string[] {
  const watchers = typeof options === 'object' && options !== null && 'watchers' in options ? options.watchers : [];
  return (watchers as { globPattern: string }[]).map(({ globPattern }) => globPattern);
}

/** Waits until a condition holds; asks again and again, as the server works on its own. */
export async function until<T>(ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (let end = Date.now() + 20_000; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited too long for ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until the folders have been read. */
export async function untilReady(client: LspClient): Promise<void> {
  await until(async () => (await client.ask<{ ready: boolean }>('xen-notes/archive', undefined)).ready);
}

/** A folder with some files, and how to write more. */
export interface Folder {
  readonly path: string;
  uri(file: string): string;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  dispose(): Promise<void>;
}

export async function folderWith(files: Readonly<Record<string, string>>): Promise<Folder> {
  const base = await mkdtemp(path.join(tmpdir(), 'xen-notes-lsp-'));
  const folder: Folder = {
    path: base,
    uri: (file) => uriOf(path.join(base, file)),
    write: async (file, text) => {
      await mkdir(path.dirname(path.join(base, file)), { recursive: true });
      await writeFile(path.join(base, file), text);
    },
    remove: (file) => rm(path.join(base, file), { recursive: true }),
    dispose: () => rm(base, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) await folder.write(file, text);
  return folder;
}

export function uriOf(file: string): string {
  return URI.file(file).toString();
}

/** A text in which `$0` marks the cursor, without it, and where it stood. */
export function atCursor(source: string): { readonly text: string; readonly position: Position } {
  const offset = source.indexOf('$0');
  const before = source.slice(0, offset).split('\n');
  return {
    text: source.slice(0, offset) + source.slice(offset + 2),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
