import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
} from 'vscode-languageclient/browser';
import { activateOn, type Api } from './extension.js';
import { clientId, clientName, type Connected, type Shipped, type Wanted } from './machine.js';
import { createErrorHandler } from './serverErrors.js';

export { deactivate } from './extension.js';

/** Files of the archive that ships, from its folder; the build tells. */
declare const shippedFiles: readonly string[];

/** What a browser runs beside the extension. */
declare const Worker: new (address: string) => RunningWorker;
interface RunningWorker {
  terminate(): void;
  addEventListener(event: 'error', listener: (event: { readonly message?: string }) => void): void;
}

export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, {
    connect,
    shipped,
    readsItself: () => false,
    // The command line, which tasks run, needs a machine.
    registerTasks: () => vscode.Disposable.from(),
    system: 'a browser',
    isShownAround: false,
  });
}

function shipped({ extensionUri }: vscode.ExtensionContext): Shipped {
  const folder = vscode.Uri.joinPath(extensionUri, 'corpus');
  return { folder: folder.toString(), uris: shippedFiles.map((name) => vscode.Uri.joinPath(folder, name).toString()) };
}

function connect({ context: { extensionUri }, options, output }: Wanted): Promise<Connected> {
  const address = vscode.Uri.joinPath(extensionUri, 'dist/web/server.js').toString(true);
  let worker: RunningWorker | undefined;
  const transports = () => {
    worker = new Worker(address);
    // Nobody else tells of a server that could not be loaded, or of what it did not catch.
    worker.addEventListener('error', ({ message }) => output.error(message ?? address));
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  const client = new LanguageClient(clientId, clientName, transports, {
    ...options,
    errorHandler: createErrorHandler({ CloseAction, ErrorAction }, output),
  });
  // A worker that has been told to exit lives on.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate();
  });
  return Promise.resolve({ client, states: State });
}
