import type * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { activateOn, type Api } from './extension.js';
import { clientId, clientName, type Connected } from './machine.js';
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

async function connect(context: vscode.ExtensionContext, options: LanguageClientOptions): Promise<Connected> {
  // Loaded only now: in a window without sessions the extension costs next to nothing.
  const { LanguageClient, State, TransportKind } = await import('./languageClient.js');
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return { client: new LanguageClient(clientId, clientName, { run, debug }, options), states: State };
}
