import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { createConversation } from './conversation.js';
import { greet } from './greeting.js';
import { unpaced } from './pace.js';
import { serve } from './server.js';
import { workerMachine } from './workerMachine.js';

/** What a web worker has of its own, as far as it is used. */
interface WorkerScope {
  addEventListener(event: 'unhandledrejection', listener: (event: { readonly reason: unknown }) => void): void;
}
declare const self: WorkerScope;

/** Serves the client that started this web worker. */
const conversation = createConversation(unpaced);
const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy: conversation });
conversation.attend(connection);
self.addEventListener('unhandledrejection', ({ reason }) => connection.console.error(String(reason)));
greet(connection, (client, params) => serve(client, params, workerMachine(client, params)));
connection.listen();
