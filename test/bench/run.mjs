// npm run bench: speed and memory over stdio, beside a server that does nothing, in the same run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { percentile, residentMemory, startServer } from './client.mjs';
import { minutes } from './documents.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const real = [path.join(root, 'dist/server.cjs'), '--stdio'];
const idle = [path.join(import.meta.dirname, 'idleServer.mjs')];
if (!fs.existsSync(real[0])) throw new Error('dist/server.cjs is missing; run npm run build first');

/** Times from sending a keystroke to having its diagnostics, in milliseconds. */
async function keystrokes(server, text, count) {
  const uri = `file://${os.tmpdir()}/keystrokes-${text.length}.md`;
  const { connection } = server;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const ask = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await ask();
  const lines = text.split('\n');
  const points = lines.flatMap((line, index) => (/^- \w+ \w+: /.test(line) ? [index] : []));
  const times = [];
  for (let stroke = 0; stroke < count; stroke++) {
    // A word is typed at one place, then the writer goes on at another.
    const line = points[(Math.floor(stroke / 10) * 37) % points.length];
    const at = { line, character: lines[line].length + (stroke % 10) };
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: stroke + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    await ask();
    times.push(performance.now() - began);
    if (stroke % 10 === 9) lines[line] += 'x'.repeat(10);
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  // Both servers have warmed up by then.
  return times.slice(100);
}

function archiveFolder() {
  const given = path.join(root, '../shared/corpora/wasm-meetings');
  if (fs.existsSync(given)) return { folder: given, made: false };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-'));
  for (let index = 0; index < 800; index++)
    fs.writeFileSync(path.join(folder, `call-${index}.md`), minutes(8000, index));
  return { folder, made: true };
}

async function untilReady(connection) {
  for (;;) {
    const view = await connection.sendRequest('xen-notes/archive', {});
    if (view.ready) return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const ms = (value) => `${value.toFixed(2)} ms`;

console.log(`Node ${process.version}, ${os.cpus().length} cores\n\nkeystroke -> diagnostics, over stdio`);
const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-empty-'));
for (const size of [5_000, 50_000, 1_000_000]) {
  const text = minutes(size);
  const times = {};
  // The two take turns, so that what else the machine does falls on both.
  for (const round of [1, 2]) {
    for (const [name, command] of [
      ['idle', idle],
      ['real', real],
    ]) {
      const server = await startServer(command, empty);
      times[name] = [...(times[name] ?? []), ...(await keystrokes(server, text, size > 500_000 ? 220 : 600))];
      if (round === 2) times[`${name} memory`] = residentMemory(server.pid)?.now;
      await server.stop();
    }
  }
  for (const share of [0.5, 0.95]) {
    const [floor, ours] = [percentile(times.idle, share), percentile(times.real, share)];
    console.log(
      `  ${String(Math.round(size / 1000)).padStart(5)} kB  p${share * 100}  do-nothing ${ms(floor)}  ours ${ms(ours)}  ratio ${(ours / floor).toFixed(2)}`,
    );
  }
  console.log(`            memory  do-nothing ${times['idle memory']} MiB  ours ${times['real memory']} MiB`);
}
fs.rmSync(empty, { recursive: true, force: true });

const { folder, made } = archiveFolder();
const count = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md')).length;
const began = performance.now();
const server = await startServer(real, folder);
const answered = performance.now();
await untilReady(server.connection);
const symbols = await server.connection.sendRequest('workspace/symbol', { query: '' });
const done = performance.now();
const memory = residentMemory(server.pid);
console.log(`\narchive of ${count} documents${made ? ' (generated)' : ''}`);
console.log(
  `  start -> initialized ${ms(answered - began)}, start -> ${symbols.length} workspace symbols ${ms(done - began)}`,
);
console.log(`  memory ${memory?.now} MiB, at most ${memory?.peak} MiB`);
await server.stop();
const floor = performance.now();
const nothing = await startServer(idle, folder);
console.log(
  `  do-nothing server: start -> initialized ${ms(performance.now() - floor)}, memory ${residentMemory(nothing.pid)?.now} MiB`,
);
await nothing.stop();
if (made) fs.rmSync(folder, { recursive: true, force: true });
