import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { serverFile } from './lspClient.js';

export interface RawMessage {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The built server, talked to byte by byte, as no client library would. */
export interface RawServer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly heard: RawMessage[];
  send(message: object): void;
  /** Sends a request and waits for its answer. */
  ask(method: string, params?: unknown): Promise<RawMessage>;
  /** Resolves with the code or the signal it ended with. */
  readonly ended: Promise<number | string | null>;
}

export function startRaw(): RawServer {
  const child = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const heard: RawMessage[] = [];
  const waiting = new Map<unknown, (answer: RawMessage) => void>();
  let unread = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const head = unread.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(unread.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || unread.length < head + 4 + length) return;
      const message = JSON.parse(unread.subarray(head + 4, head + 4 + length).toString()) as RawMessage;
      unread = unread.subarray(head + 4 + length);
      heard.push(message);
      if (message.method === undefined) waiting.get(message.id)?.(message);
    }
  });
  child.stdin.on('error', () => undefined);
  let id = 0;
  const send = (message: object): void => void child.stdin.write(framed({ jsonrpc: '2.0', ...message }));
  return {
    child,
    heard,
    send,
    ask(method, params) {
      const own = ++id;
      const answer = new Promise<RawMessage>((resolve) => waiting.set(own, resolve));
      send({ id: own, method, params });
      return answer;
    },
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal))),
  };
}

export function framed(message: unknown): string {
  const content = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}
