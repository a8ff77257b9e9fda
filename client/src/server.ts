import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { say } from '../../server/src/text/say.js';
import { archiveFile } from './config.js';
import { configurations, serveFiles, textOf } from './files.js';
import type { Machine } from './machine.js';
import { comesLate } from './suggesting.js';
import {
  archiveChangedNotification,
  archiveRequest,
  cursorNotification,
  documentKindNotification,
  editorClosedNotification,
  pagesChangedNotification,
  type ArchiveView,
  type CursorParams,
  type DocumentKindParams,
  type PostingFix,
} from '../../server/src/lsp/protocol.js';

export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

/** The language server, started when there is something for it and not before. */
export interface Server extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<void>;
  readonly onDidChangeArchive: vscode.Event<void>;
  /** Fires where pages are others and {@link onDidChangeArchive} does not. */
  readonly onDidChangePages: vscode.Event<void>;
  readonly onDidChangeKind: vscode.Event<DocumentKindParams>;
  /** Resolves when the server answers, or when it has failed to start; does nothing when it runs already. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** The archive as the server knows it now; `undefined` while no server runs. */
  archive(): Promise<ArchiveView | undefined>;
  /** Asks a server, which is started where none runs; `undefined` where it cannot be. */
  ask<Answer>(method: string, params: object): Promise<Answer | undefined>;
  /** An edit as the editor makes it. */
  toEdit(edit: PostingFix['edit']): Promise<vscode.WorkspaceEdit>;
  cursorAt(cursor: CursorParams): void;
  editorClosed(): void;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly context: vscode.ExtensionContext;
  readonly machine: Machine;
  readonly output: vscode.LogOutputChannel;
}

export function createServer({ context, machine, output }: ServerOptions): Server {
  const stateChanged = new vscode.EventEmitter<void>();
  const archiveChanged = new vscode.EventEmitter<void>();
  const pagesChanged = new vscode.EventEmitter<void>();
  const kindChanged = new vscode.EventEmitter<DocumentKindParams>();
  let state: ServerState = 'idle';
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;

  function setState(next: ServerState): void {
    state = next;
    stateChanged.fire();
  }

  async function launch(): Promise<void> {
    setState('starting');
    const { client: next, states } = await machine.connect({
      context,
      options: await clientOptions({ context, machine, output }),
      output,
    });
    serveFiles(next, machine.shipped(context));
    next.onNotification(archiveChangedNotification, () => archiveChanged.fire());
    next.onNotification(pagesChangedNotification, () => pagesChanged.fire());
    next.onNotification(documentKindNotification, (params: DocumentKindParams) => kindChanged.fire(params));
    next.onDidChangeState((change) => {
      if (client === next && change.newState === states.Stopped) setState('failed');
      if (client === next && change.newState === states.Running) setState('running');
    });
    client = next;
    try {
      await next.start();
    } catch (error) {
      output.error(say`The language server did not start: ${String(error)}. Restart it, or report the problem.`);
      setState('failed');
    }
  }

  async function stop(): Promise<void> {
    const last = client;
    client = undefined;
    starting = undefined;
    if (last?.isRunning()) await last.stop();
    await last?.dispose();
  }

  function tell(notification: string, params?: object): void {
    // It may have ended since; then nobody waits for it.
    if (client?.isRunning()) client.sendNotification(notification, params).catch(() => undefined);
  }

  function start(): Promise<void> {
    starting ??= launch();
    return starting;
  }

  return {
    get state() {
      return state;
    },
    onDidChangeState: stateChanged.event,
    onDidChangeArchive: archiveChanged.event,
    onDidChangePages: pagesChanged.event,
    onDidChangeKind: kindChanged.event,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async archive() {
      return client?.isRunning() ? client.sendRequest<ArchiveView>(archiveRequest) : undefined;
    },
    async ask<Answer>(method: string, params: object) {
      await start();
      return client?.isRunning() ? client.sendRequest<Answer>(method, params) : undefined;
    },
    async toEdit(edit) {
      return (await client?.protocol2CodeConverter.asWorkspaceEdit(edit)) ?? new vscode.WorkspaceEdit();
    },
    cursorAt: (cursor) => tell(cursorNotification, cursor),
    editorClosed: () => tell(editorClosedNotification),
    dispose() {
      vscode.Disposable.from(stateChanged, archiveChanged, pagesChanged, kindChanged).dispose();
    },
  };
}

const middleware: Middleware = {
  provideCompletionItem: (document, position, context, token, next) =>
    comesLate(document, position, context) ? undefined : next(document, position, context, token),
};

/** What the server is told, and what it is asked about. */
async function clientOptions({ context, machine, output }: ServerOptions): Promise<LanguageClientOptions> {
  const { bundle: texts } = vscode.l10n;
  const initializationOptions = {
    corpus: machine.shipped(context).folder,
    readsFiles: true,
    ...(texts && { texts }),
    configurations: await toldConfigurations(machine),
  };
  // A hover leads to pages of ours; what else a document might name is not run.
  const markdown = { isTrusted: { enabledCommands: ['xenNotes.showTopic', 'xenNotes.showPerson'] } };
  return { documentSelector: documentSelector(), initializationOptions, outputChannel: output, middleware, markdown };
}

/** Configurations that the server cannot look for itself; it needs them before it has read anything else. */
async function toldConfigurations({ readsItself }: Machine): Promise<readonly { uri: string; text: string }[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => !readsItself(uri.scheme));
  const files = (await Promise.all(folders.map(({ uri }) => configurations(uri)))).flat();
  const read = await Promise.all(files.map(async (file) => ({ uri: file.toString(), text: await textOf(file) })));
  return read.flatMap(({ uri, text }) => (text === undefined ? [] : [{ uri, text }]));
}

/** Markdown on disk, not yet saved, and in the file systems the folders are in; not the old versions a diff shows. */
/** Markdown, and the archives' configurations, so that an edit of one fits what is written in it. */
function documentSelector(): ({ language: string } | { pattern: string })[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)]);
  return [...[...schemes].map((scheme) => ({ language: 'markdown', scheme })), { pattern: `**/${archiveFile}` }];
}
