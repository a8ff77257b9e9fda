// What a web worker has, and nothing of Node: the bundle of the server for browsers runs in it, in a thread.
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const { parentPort, workerData } = require('node:worker_threads');

const { atob, btoa, MessageChannel, queueMicrotask } = globalThis;
const listeners = new Map();
const scope = {
  ...{ AbortController, MessageChannel, TextDecoder, TextEncoder, URL, URLSearchParams },
  ...{ atob, btoa, clearTimeout, performance, queueMicrotask, setTimeout, structuredClone },
  console: { error: (...words) => parentPort.postMessage({ jsonrpc: '2.0', method: 'test/console', params: words }) },
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (event, listener) => listeners.set(event, listener),
};
scope.self = scope;
process.on('unhandledRejection', (reason) => listeners.get('unhandledrejection')?.({ reason }));
parentPort.on('message', (data) => scope.onmessage?.({ data }));
vm.runInContext(readFileSync(workerData, 'utf8'), vm.createContext(scope), { filename: workerData });
