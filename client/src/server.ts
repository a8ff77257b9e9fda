import * as vscode from 'vscode';
import type {
  LanguageClient,
  LanguageClientOptions,
  Middleware,
  NodeModule,
  TransportKind,
} from 'vscode-languageclient/node';
import { archiveFile } from './config.js';
import { createErrorHandler } from './serverErrors.js';
import { comesLate } from './suggesting.js';
import {
  archiveChangedNotification,
  archiveRequest,
  cursorNotification,
  documentKindNotification,
  editorClosedNotification,
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

export function createServer(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Server {
  const stateChanged = new vscode.EventEmitter<void>();
  const archiveChanged = new vscode.EventEmitter<void>();
  const kindChanged = new vscode.EventEmitter<DocumentKindParams>();
  let state: ServerState = 'idle';
  let client: LanguageClient | undefined;
  let starting: Promise<void> | undefined;

  function setState(next: ServerState): void {
    state = next;
    stateChanged.fire();
  }

  async function launch(): Promise<void> {
    setState('starting');
    // Loaded only now: in a window without sessions the extension costs next to nothing.
    const { LanguageClient, State, TransportKind, ...actions } = await import('./languageClient.js');
    const { servers, options } = launchOptions(context, output, TransportKind.ipc);
    options.errorHandler = createErrorHandler(actions, output);
    const next = new LanguageClient('xenNotes', 'Xen Session Notes', servers, options);
    next.onNotification(archiveChangedNotification, () => archiveChanged.fire());
    next.onNotification(documentKindNotification, (params: DocumentKindParams) => kindChanged.fire(params));
    next.onDidChangeState((change) => {
      if (client === next && change.newState === State.Stopped) setState('failed');
      if (client === next && change.newState === State.Running) setState('running');
    });
    client = next;
    try {
      await next.start();
    } catch (error) {
      output.error(`The language server did not start: ${String(error)}`);
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
      vscode.Disposable.from(stateChanged, archiveChanged, kindChanged).dispose();
    },
  };
}

const middleware: Middleware = {
  provideCompletionItem: (document, position, context, token, next) =>
    comesLate(document, position, context) ? undefined : next(document, position, context, token),
};

/** How the server is run, and what it is asked about. */
function launchOptions(
  context: vscode.ExtensionContext,
  outputChannel: vscode.LogOutputChannel,
  transport: TransportKind.ipc,
): {
  readonly servers: { readonly run: NodeModule; readonly debug: NodeModule };
  readonly options: LanguageClientOptions;
} {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const initializationOptions = { corpus: context.asAbsolutePath('corpus') };
  return {
    servers: { run, debug },
    options: { documentSelector: documentSelector(), initializationOptions, outputChannel, middleware },
  };
}

/** Markdown on disk, not yet saved, and in the file systems the folders are in; not the old versions a diff shows. */
/** Markdown, and the archives' configurations, so that an edit of one fits what is written in it. */
function documentSelector(): ({ language: string } | { pattern: string })[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)]);
  return [...[...schemes].map((scheme) => ({ language: 'markdown', scheme })), { pattern: `**/${archiveFile}` }];
}
