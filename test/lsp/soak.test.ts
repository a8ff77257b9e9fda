import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusFolder, markdownBelow } from '../support/documents.js';
import { folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

/** `npm run soak`: an hour of somebody who types five keys a second; in a usual run a minute of it. */
const long = process.env['XEN_NOTES_SOAK'] !== undefined;
const hour = long ? { documents: 60, edits: 18_000, rounds: 30 } : { documents: 6, edits: 300, rounds: 3 };
const files = long ? { count: 200, times: 50 } : { count: 20, times: 6 };
/**
 * What is remembered of texts comes and goes some thousand at a time, so that memory goes up and down: over a long time its middle stays
 * where it was; in a short one what would be held of each text is far more than that.
 */
const most = long ? 1.1 : 1.5;

let folder: Folder;
let client: LspClient;
const texts = markdownBelow(corpusFolder).map((file) => readFileSync(file, 'utf8').slice(0, long ? 12_000 : 4_000));
const name = (index: number): string => `day-${String(index).padStart(3, '0')}.md`;
const textOf = (index: number): string => `${texts[index % texts.length] ?? ''}\n\n- ACTION Jan: look at ${index}\n`;

beforeAll(async () => {
  const count = Math.max(hour.documents, files.count);
  folder = await folderWith({
    '.xen-notes.json': '{}',
    ...Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), textOf(index)])),
  });
  client = await startClient({ folders: [folder.path], measured: true });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

/** A key, and another that takes it back, so that documents stay as long as they are. */
async function typeAndTakeBack(index: number, turn: number): Promise<void> {
  const uri = folder.uri(name(index));
  const lines = textOf(index).split('\n');
  const line = (turn * 31) % lines.length;
  const character = (turn * 7) % ((lines[line]?.length ?? 0) + 1);
  const typed = ['x', '- ', 'ACTION ', '\n', '# ', '[[', 'Jan: '][turn % 7] ?? 'x';
  const start = { line, character };
  const end = typed === '\n' ? { line: line + 1, character: 0 } : { line, character: character + typed.length };
  await client.change(uri, [{ range: { start, end: start }, text: typed }]);
  await client.findings(uri);
  const at = { textDocument: { uri }, position: start };
  if (turn % 5 === 0) await client.ask('textDocument/completion', at);
  if (turn % 7 === 0) await client.ask('textDocument/hover', at);
  if (turn % 11 === 0) await client.ask('textDocument/documentSymbol', at);
  if (turn % 50 === 0) await client.ask('workspace/symbol', { query: 'jan' });
  await client.change(uri, [{ range: { start, end }, text: '' }]);
  await client.findings(uri);
}

async function round(turns: number, from: number): Promise<number> {
  for (let turn = from; turn < from + turns; turn++) await typeAndTakeBack((turn * 13) % hour.documents, turn);
  await client.ask('xen-notes/archive', undefined);
  return client.held();
}

test(`memory stays as it is while ${hour.edits} edits are made in ${hour.documents} documents`, async () => {
  for (let index = 0; index < hour.documents; index++) await client.open(folder.uri(name(index)), textOf(index));
  const turns = hour.edits / 2 / hour.rounds;
  const held: number[] = [];
  for (let each = 0; each <= hour.rounds; each++) held.push(await round(turns, each * turns));
  for (let index = 0; index < hour.documents; index++) await client.close(folder.uri(name(index)));
  expect(growth(held)).toBeLessThan(most);
});

test(`nothing is held of ${files.count} files that were opened and closed ${files.times} times`, async () => {
  const held: number[] = [];
  for (let time = 0; time <= files.times; time++) {
    for (let index = 0; index < files.count; index++) {
      await client.open(folder.uri(name(index)), textOf(index));
      if (index % 10 === 0) await client.findings(folder.uri(name(index)));
    }
    for (let index = 0; index < files.count; index++) await client.close(folder.uri(name(index)));
    await client.ask('xen-notes/archive', undefined);
    held.push(await client.held());
  }
  expect(growth(held)).toBeLessThan(most);
});

/** How the middle of the last third stands to that of the first, after what was loaded once. */
function growth([, ...held]: readonly number[]): number {
  const third = Math.ceil(held.length / 3);
  const grown = middle(held.slice(-third)) / middle(held.slice(0, third));
  if (long) console.log(`${grown.toFixed(3)}: ${held.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MiB`);
  return grown;
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
