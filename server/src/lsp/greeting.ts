import type { Connection, InitializeParams } from 'vscode-languageserver';
import { capabilities } from './capabilities.js';
import { clientOf } from './client.js';
import type { Served } from './server.js';

/** The version of the product, as the build knows it. */
declare const productVersion: string | undefined;

/** The client is told at once what can be done. What does it is loaded when the client has heard: before, it asks nothing. */
export function greet(
  connection: Connection,
  serve: (connection: Connection, params: InitializeParams) => Served,
): void {
  connection.onInitialize((params) => {
    let served: Served | undefined;
    connection.onInitialized(() => {
      served = serve(connection, params);
      return served.start();
    });
    connection.onShutdown(() => served?.stop());
    // What is run from the source has none.
    const version = typeof productVersion === 'string' ? { version: productVersion } : {};
    return { capabilities: capabilities(clientOf(params)), serverInfo: { name: 'xen-session-notes', ...version } };
  });
}
