import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { PortMessageReader, PortMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import { root } from './documents.js';
import { shakeHands, type ClientOptions, type LspClient } from './lspClient.js';

const bundle = path.join(root, 'dist/web/server.js');

/** Starts the server as a browser runs it, in a scope that has nothing of Node, and shakes hands with it. */
export async function startInWorker(options: ClientOptions): Promise<LspClient> {
  if (!existsSync(bundle)) throw new Error('dist/web/server.js is missing; run npm run build first');
  const worker = new Worker(path.join(root, 'test/support/workerScope.cjs'), { workerData: bundle });
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  return shakeHands(connection, options, {
    ended: () => worker.terminate(),
    held: () => Promise.reject(new Error('what a worker holds is not told')),
  });
}
