import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { archiveFile } from './config.js';
import { archiveChangedNotification, archiveRequest, type ArchiveView } from '../../server/src/lsp/protocol.js';

export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

/** The language server, started when there is something for it and not before. */
export interface Server extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<void>;
  readonly onDidChangeArchive: vscode.Event<void>;
  /** Resolves when the server answers, or when it has failed to start; does nothing when it runs already. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** The archive as the server knows it now; `undefined` while no server runs. */
  archive(): Promise<ArchiveView | undefined>;
  stop(): Promise<void>;
}

export function createServer(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Server {
  const stateChanged = new vscode.EventEmitter<void>();
  const archiveChanged = new vscode.EventEmitter<void>();
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
    const { LanguageClient, State, TransportKind } = await import('vscode-languageclient/node');
    const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    const next = new LanguageClient(
      'xenNotes',
      'Xen Session Notes',
      { run, debug },
      {
        documentSelector: documentSelector(),
        initializationOptions: { corpus: context.asAbsolutePath('corpus') },
        outputChannel: output,
      },
    );
    next.onNotification(archiveChangedNotification, () => archiveChanged.fire());
    next.onDidChangeState((change) => {
      // The client library restarts a server that dies, and gives up after a few times in a row.
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
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async archive() {
      return client?.isRunning() ? client.sendRequest<ArchiveView>(archiveRequest) : undefined;
    },
    dispose() {
      vscode.Disposable.from(stateChanged, archiveChanged).dispose();
    },
  };
}

/** Markdown on disk, not yet saved, and in the file systems the folders are in; not the old versions a diff shows. */
/** Markdown, and the archives' configurations, so that an edit of one fits what is written in it. */
function documentSelector(): ({ language: string } | { pattern: string })[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)]);
  return [...[...schemes].map((scheme) => ({ language: 'markdown', scheme })), { pattern: `**/${archiveFile}` }];
}
