// The few messages a measurement needs, over stdio.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export async function startServer(command, folder) {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const uri = folder && `file://${folder}`;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri ?? null,
    workspaceFolders: uri ? [{ uri, name: 'bench' }] : null,
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
    },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    pid: child.pid,
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** Resident memory of a process in MiB; undefined where the system does not tell. */
export function residentMemory(pid) {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024);
  return status && { now: of('VmRSS'), peak: of('VmHWM') };
}

export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** What a server shows of its archives once all has been read. */
export async function untilReady(connection) {
  for (;;) {
    const view = await connection.sendRequest('xen-notes/archive', {});
    if (view.ready) return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
