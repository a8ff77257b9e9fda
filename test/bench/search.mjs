// node test/bench/search.mjs [documents]: what a key takes while somebody searches in an archive of generated documents, beside a
// plain look through all their texts.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { percentile, residentMemory, startServer, untilReady } from './client.mjs';
import { minutes } from './documents.mjs';

const count = Number(process.argv[2] ?? 10_000);
const size = 2_000;
/** Typed letter by letter: words of nearly every section, of one document, of none, filters, and a slip. */
const queries = ['hypervisor', 'the guest', 'call 77', 'nowhere', 'person:jan until', 'is:open page', 'hypervizor'];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-search-'));
fs.writeFileSync(path.join(folder, '.xen-notes.json'), '{}\n');
const texts = Array.from({ length: count }, (_, index) => minutes(size, index));
for (const [index, text] of texts.entries()) fs.writeFileSync(path.join(folder, `call-${index}.md`), text);

const server = await startServer([path.resolve(import.meta.dirname, '../../dist/server.cjs'), '--stdio'], folder);
await untilReady(server.connection);
const ask = (query) => server.connection.sendRequest('xen-notes/search', { query });

/** Milliseconds that something takes. */
async function taken(what) {
  const began = performance.now();
  await what();
  return performance.now() - began;
}

const ms = (value) => `${value.toFixed(1)} ms`;
const before = residentMemory(server.pid)?.now;
console.log(`${count} documents; first search, which reads them all: ${ms(await taken(() => ask('boot')))}`);
console.log(`memory before ${before} MiB, with the index ${residentMemory(server.pid)?.now} MiB\n`);
console.log('| typed | a key p50 | at most | plain look p50 | ratio |');
console.log('| --- | --- | --- | --- | --- |');
for (const query of queries) {
  const keys = [];
  const looks = [];
  for (let round = 0; round < 3; round++)
    for (let length = 1; length <= query.length; length++) {
      const typed = query.slice(0, length);
      keys.push(await taken(() => ask(typed)));
      const sought = typed.replace(/\S+:\S*/g, '').trim();
      looks.push(await taken(() => texts.filter((text) => text.toLowerCase().includes(sought)).slice(0, 50)));
    }
  const [own, plain] = [percentile(keys, 0.5), percentile(looks, 0.5)];
  console.log(`| ${query} | ${ms(own)} | ${ms(Math.max(...keys))} | ${ms(plain)} | ${(own / plain).toFixed(2)} |`);
}
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
