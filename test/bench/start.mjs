// node test/bench/start.mjs: how long a start takes, each beside its floor: a Node that runs nothing, and a server that does nothing.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile, startServer } from './client.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.cjs');
const notes = `# Community call Minutes

- Date: 2019-07-12

## Attendees

- Jan Beulich
- George Dunlap

## Migration

- Jan Beulich: the stream is checked twice, see \`xl migrate\`
- ACTION George Dunlap: write it down
`;

/** Milliseconds until a command has ended. */
async function ended(args, cwd) {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - began;
}

/** Milliseconds until a server has answered `initialize`, and until it has told what it finds in a document. */
async function served(command, folder) {
  const uri = pathToFileURL(path.join(folder, 'call.md')).href;
  const began = performance.now();
  const server = await startServer(command, folder);
  const initialized = performance.now() - began;
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: notes },
  });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const found = performance.now() - began;
  await server.stop();
  return { initialized, found };
}

/** Runs all in turn, so that what else the machine does falls on all of them; the first round warms up. */
async function rounds(count, folder) {
  const rows = [];
  for (let round = 0; round <= count; round++) {
    const idle = await served([path.join(import.meta.dirname, 'idleServer.mjs')], folder);
    const ours = await served([path.join(root, 'dist/server.cjs'), '--stdio'], folder);
    const row = {
      node: await ended(['-e', '0'], folder),
      version: await ended([cli, '--version'], folder),
      check: await ended([cli, 'check', path.join(folder, 'call.md')], folder),
      idle,
      ours,
    };
    if (round > 0) rows.push(row);
  }
  return rows;
}

/** A table in Markdown: medians, and the median of the ratios within each round. */
function table(rows) {
  const lines = [
    ['`xen-notes --version`', (row) => row.version, 'Node that runs nothing', (row) => row.node],
    ['`xen-notes check` of one file', (row) => row.check, 'Node that runs nothing', (row) => row.node],
    ['server: start to `initialize` answered', (row) => row.ours.initialized, idleName, (row) => row.idle.initialized],
    ['server: start to first findings', (row) => row.ours.found, idleName, (row) => row.idle.found],
  ].map(([what, own, name, floor]) => {
    const of = (value) => percentile(rows.map(value), 0.5);
    return [what, ms(of(own)), `${ms(of(floor))} (${name})`, of((row) => own(row) / floor(row)).toFixed(2)];
  });
  return [['', 'median', 'floor', 'ratio'], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const idleName = 'server that does nothing';
const ms = (value) => `${value.toFixed(0)} ms`;

/** The times of starts as a table. */
export async function startTimes(count = 15) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-bench-start-'));
  try {
    fs.writeFileSync(path.join(folder, 'call.md'), notes);
    return table(await rounds(count, folder));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await startTimes());
