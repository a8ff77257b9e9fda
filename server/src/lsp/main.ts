import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.js';

// How to talk is said on the command line: --stdio, --node-ipc, --pipe or --socket.
const connection = createConnection(ProposedFeatures.all);
// A request that a client refuses ends nothing but itself.
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
serve(connection);
