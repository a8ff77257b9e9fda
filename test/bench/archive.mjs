// node test/bench/archive.mjs [documents …]: archives of generated documents: start cold and warm, and keys while all of them change outside.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile, residentMemory, startServer, untilReady } from './client.mjs';
import { minutes } from './documents.mjs';

const server = [path.resolve(import.meta.dirname, '../../dist/server.cjs'), '--stdio'];
const size = 4_000;

function archiveOf(count) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-archive-'));
  fs.writeFileSync(path.join(folder, '.xen-notes.json'), '{}\n');
  for (let index = 0; index < count; index++) fs.writeFileSync(fileIn(folder, index), minutes(size, index));
  return folder;
}

const fileIn = (folder, index) => path.join(folder, `call-${index}.md`);

/** Milliseconds from the start of a server until all symbols are there, and what it holds then. */
async function start(folder) {
  const began = performance.now();
  const running = await startServer(server, folder);
  await untilReady(running.connection);
  await running.connection.sendRequest('workspace/symbol', { query: '' });
  return { running, ready: performance.now() - began, memory: residentMemory(running.pid) };
}

/** Milliseconds that each key took until its findings were told, one every 50 ms for as long as `busy` lasts. */
async function typing({ connection }, folder, busy) {
  const uri = pathToFileURL(path.join(folder, 'new.md')).href;
  const text = minutes(size, 1);
  const at = { line: text.split('\n').findIndex((line) => /^- \w+ \w+: /.test(line)), character: 2 };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const times = [];
  let done = false;
  void busy().then(() => (done = true));
  for (let version = 2; !done || version < 42; version++) {
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

/** Has the files of a checkout change, and resolves when there was time to take them in: that is told to who does not type. */
function checkOut({ connection }, folder, count) {
  const changes = Array.from({ length: count }, (_, index) => {
    fs.writeFileSync(fileIn(folder, index), minutes(size, index + 1000));
    return { uri: pathToFileURL(fileIn(folder, index)).href, type: 2 };
  });
  return async () => {
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await new Promise((resolve) => setTimeout(resolve, 5_000 + count * 5));
  };
}

const ms = (value) => `${value.toFixed(0)} ms`;

/** A row of the table for an archive of so many documents. */
async function row(count) {
  const folder = archiveOf(count);
  const caches = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-caches-'));
  process.env.XDG_CACHE_HOME = caches;
  try {
    const cold = await start(folder);
    const keys = await typing(cold.running, folder, checkOut(cold.running, folder, Math.min(count, 5_000)));
    const after = residentMemory(cold.running.pid);
    await cold.running.stop();
    // What has changed is read, and kept a moment later.
    const again = await start(folder);
    await new Promise((resolve) => setTimeout(resolve, 2_000 + count));
    await again.running.stop();
    const warm = await start(folder);
    await warm.running.stop();
    const longest = `${ms(percentile(keys, 0.5))}, at most ${ms(Math.max(...keys))}`;
    return [
      count,
      ms(cold.ready),
      ms(warm.ready),
      `${cold.memory?.now} MiB`,
      `${warm.memory?.now} MiB`,
      `${after?.peak} MiB`,
      longest,
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(caches, { recursive: true, force: true });
  }
}

const counts = process.argv.slice(2).map(Number);
console.log('| documents | cold | warm | memory, cold | warm | at most | a key while up to 5,000 change outside |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const count of counts.length > 0 ? counts : [100, 1_000, 10_000])
  console.log(`| ${(await row(count)).join(' | ')} |`);
