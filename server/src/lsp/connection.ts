import { Console } from 'node:console';
import {
  createConnection,
  ProposedFeatures,
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { capabilities } from './capabilities.js';
import { clientOf } from './client.js';
import { createConversation } from './conversation.js';
import { WholeMessageWriter } from './messageWriter.js';
import { createPace, unpaced } from './pace.js';
import { serve, type Served } from './server.js';

/** Serves a client until it says goodbye. How to talk is said on the command line: --stdio, --node-ipc, --pipe or --socket. */
export function listen(): void {
  const isStandard = process.argv.includes('--stdio');
  const conversation = createConversation(isStandard ? createPace(process.stdout, process.stdin) : unpaced);
  const options = { messageStrategy: conversation };
  const connection = isStandard ? standardStreams(options) : createConnection(ProposedFeatures.all, options);
  conversation.attend(connection);
  // A request that a client refuses ends nothing but itself.
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
  connection.onInitialize((params) => {
    answerLater(connection, params);
    return { capabilities: capabilities(clientOf(params)), serverInfo: { name: 'xen-session-notes' } };
  });
  connection.listen();
}

/** The client is told at once what can be done. What does it is loaded when the client has heard: before, it asks nothing. */
function answerLater(connection: Connection, params: InitializeParams): void {
  let served: Served | undefined;
  connection.onInitialized(() => {
    served = serve(connection, params);
    return served.start();
  });
  connection.onShutdown(() => served?.stop());
}

/** A stream is read so that the server ends with it; the library takes a writer beside one, which its types do not say. */
function standardStreams(options: ConnectionOptions): Connection {
  // What a library prints must not get between the messages.
  globalThis.console = new Console(process.stderr);
  const writer = new WholeMessageWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer, options);
}
