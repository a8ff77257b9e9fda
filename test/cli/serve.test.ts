import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const cli = path.join(import.meta.dirname, '../../dist/cli.cjs');

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

it('serve speaks the protocol on standard input and output until it is told to end', async () => {
  const server = spawn(process.execPath, [cli, 'serve', '--stdio']);
  let answer = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
  server.stdin.write(
    framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
  );
  await expect.poll(() => answer, { timeout: 20_000 }).toContain('"capabilities"');
  server.stdin.write(framed({ method: 'initialized', params: {} }));
  server.stdin.write(framed({ id: 2, method: 'shutdown' }));
  await expect.poll(() => answer, { timeout: 20_000 }).toContain('"id":2');
  const code = new Promise((resolve) => server.once('exit', resolve));
  server.stdin.write(framed({ method: 'exit' }));
  expect(await code).toBe(0);
});
