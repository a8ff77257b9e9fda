// npm run bench: speed and memory over stdio, beside a server that does nothing, in the same run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { percentile, residentMemory, startServer, untilReady } from './client.mjs';
import { minutes } from './documents.mjs';
import { startTimes } from './start.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const real = [path.join(root, 'dist/server.cjs'), '--stdio'];
const idle = [path.join(import.meta.dirname, 'idleServer.mjs')];
if (!fs.existsSync(real[0])) throw new Error('dist/server.cjs is missing; run npm run build first');

/** Keystrokes after which the engine has compiled what typing runs; those before are told apart. */
const warmUp = 4000;

/**
 * Times from sending a keystroke to having its diagnostics, in milliseconds, for each server. They take turns at every keystroke,
 * so that what else the machine does falls on all of them.
 */
async function keystrokes(servers, text, { count, folder = os.tmpdir() }) {
  const uri = `file://${folder}/keystrokes-${text.length}.md`;
  const document = { uri, languageId: 'markdown', version: 1, text };
  const answered = new Map();
  // As an editor does: an answer that is the one before is told in a word.
  const ask = async (server) => {
    const { resultId } = await server.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: answered.get(server),
    });
    answered.set(server, resultId);
  };
  for (const server of servers) {
    await server.connection.sendNotification('textDocument/didOpen', { textDocument: document });
    await ask(server);
  }
  const lines = text.split('\n');
  const points = lines.flatMap((line, index) => (/^- \w+ \w+: /.test(line) ? [index] : []));
  const times = servers.map(() => []);
  for (let stroke = 0; stroke < count; stroke++) {
    // A word is typed at one place, then the writer goes on at another.
    const line = points[(Math.floor(stroke / 10) * 37) % points.length];
    const at = { line, character: lines[line].length };
    lines[line] += 'x';
    const change = {
      textDocument: { uri, version: stroke + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    };
    for (const [index, server] of servers.entries()) {
      const began = performance.now();
      await server.connection.sendNotification('textDocument/didChange', change);
      await ask(server);
      times[index].push(performance.now() - began);
    }
  }
  return times;
}

function archiveFolder() {
  const given = path.join(root, '../shared/corpora/wasm-meetings');
  if (fs.existsSync(given)) return { folder: given, made: false };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-'));
  for (let index = 0; index < 800; index++)
    fs.writeFileSync(path.join(folder, `call-${index}.md`), minutes(8000, index));
  return { folder, made: true };
}

/** Prints how long the keystrokes from one to another took. */
function tell(size, when, times, [from, to]) {
  for (const share of [0.5, 0.95]) {
    const [floor, own] = times.map((each) => percentile(each.slice(from, to), share));
    console.log(
      `  ${String(Math.round(size / 1000)).padStart(5)} kB  ${when.padEnd(8)} p${share * 100}  do-nothing ${ms(floor)}  ours ${ms(own)}  ratio ${(own / floor).toFixed(2)}`,
    );
  }
}

const ms = (value) => `${value.toFixed(2)} ms`;

console.log(
  `Node ${process.version}, ${os.cpus().length} cores\n\nstart\n${await startTimes()}\n\nkeystroke -> diagnostics, over stdio`,
);
const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-empty-'));
for (const size of [5_000, 50_000, 1_000_000]) {
  const text = minutes(size);
  const servers = [await startServer(idle, empty), await startServer(real, empty)];
  const times = await keystrokes(servers, text, { count: warmUp + 2000 });
  const [nothingMemory, oursMemory] = servers.map((server) => residentMemory(server.pid)?.now);
  for (const server of servers) await server.stop();
  tell(size, 'at first', times, [300, warmUp]);
  tell(size, 'then', times, [warmUp, Infinity]);
  console.log(`            memory  do-nothing ${nothingMemory} MiB  ours ${oursMemory} MiB`);
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
const floor = performance.now();
const nothing = await startServer(idle, folder);
console.log(
  `  do-nothing server: start -> initialized ${ms(performance.now() - floor)}, memory ${residentMemory(nothing.pid)?.now} MiB`,
);
console.log('\nkeystroke -> diagnostics in that archive');
const times = await keystrokes([nothing, server], minutes(5_000), { count: warmUp + 2000, folder });
tell(5_000, 'then', times, [warmUp, Infinity]);
await server.stop();
await nothing.stop();
if (made) fs.rmSync(folder, { recursive: true, force: true });
