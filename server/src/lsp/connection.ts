import { Console } from 'node:console';
import {
  createConnection,
  ProposedFeatures,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver/node';
import { createConversation } from './conversation.js';
import { greet } from './greeting.js';
import { WholeMessageWriter } from './messageWriter.js';
import { createPace, unpaced } from './pace.js';
import { serveHere } from './nodeServer.js';

/** Serves a client until it says goodbye. How to talk is said on the command line: --stdio, --node-ipc, --pipe or --socket. */
export function listen(): void {
  const isStandard = process.argv.includes('--stdio');
  const conversation = createConversation(isStandard ? createPace(process.stdout, process.stdin) : unpaced);
  const options = { messageStrategy: conversation };
  const connection = isStandard ? standardStreams(options) : createConnection(ProposedFeatures.all, options);
  conversation.attend(connection);
  // A request that a client refuses ends nothing but itself.
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
  greet(connection, serveHere);
  connection.listen();
}

/** A stream is read so that the server ends with it; the library takes a writer beside one, which its types do not say. */
function standardStreams(options: ConnectionOptions): Connection {
  // What a library prints must not get between the messages.
  globalThis.console = new Console(process.stderr);
  const writer = new WholeMessageWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer, options);
}
