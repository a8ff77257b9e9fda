import { Console } from 'node:console';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { WholeMessageWriter } from './messageWriter.js';
import { serve } from './server.js';

// How to talk is said on the command line: --stdio, --node-ipc, --pipe or --socket.
const connection = process.argv.includes('--stdio') ? standardStreams() : createConnection(ProposedFeatures.all);
// A request that a client refuses ends nothing but itself.
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
serve(connection);

/** A stream is read so that the server ends with it; the library takes a writer beside one, which its types do not say. */
function standardStreams(): Connection {
  // What a library prints must not get between the messages.
  globalThis.console = new Console(process.stderr);
  const writer = new WholeMessageWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer);
}
