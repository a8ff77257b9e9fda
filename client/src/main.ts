import type * as vscode from 'vscode';
import { activateOn, type Api } from './extension.js';
import { clientId, clientName, type Connected, type Wanted } from './machine.js';
import { createErrorHandler } from './serverErrors.js';
import { registerCheckTasks } from './tasks/checkTasks.js';

export { deactivate } from './extension.js';

export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, {
    connect,
    shipped: () => ({ folder: context.asAbsolutePath('corpus'), uris: [] }),
    readsItself: (scheme) => scheme === 'file',
    registerTasks: registerCheckTasks,
    system: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    isShownAround: process.env['XEN_NOTES_WALKTHROUGH'] === '1',
  });
}

async function connect({ context, options, output }: Wanted): Promise<Connected> {
  // Loaded only now: in a window without sessions the extension costs next to nothing.
  const { LanguageClient, State, TransportKind, ...actions } = await import('./languageClient.js');
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const withRestarts = { ...options, errorHandler: createErrorHandler(actions, output) };
  return { client: new LanguageClient(clientId, clientName, { run, debug }, withRestarts), states: State };
}
