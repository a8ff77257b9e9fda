import type { Connection, InitializeParams } from 'vscode-languageserver';
import { nodeMachine } from './nodeMachine.js';
import { serve, type Served } from './server.js';

/** Serves a client on a machine with a disk. */
export function serveHere(connection: Connection, params: InitializeParams): Served {
  return serve(connection, params, nodeMachine(connection, params));
}
