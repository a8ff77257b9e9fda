import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readDocument, type ReadOptions } from '../../server/src/analysis.js';
import { loadArchive } from '../../server/src/host/loadArchive.js';
import { nodeFiles } from '../../server/src/host/nodeFiles.js';
import { shippedIn, writeShipped } from '../../server/src/host/shippedFacts.js';
import { folderOf } from './run.js';

const root = path.join(import.meta.dirname, '../..');
const corpus = path.join(root, 'corpus');
const built = path.join(root, 'dist/corpus.json');
const people = path.join(corpus, 'people.md');
const text = readFileSync(people, 'utf8');

it('the facts that were built are those of the archive that ships, read anew', async () => {
  expect(readFileSync(built, 'utf8')).toBe(await writeShipped(corpus));
});

it('all documents that ship are known, and say what they say when they are read', async () => {
  const read = await loadArchive(corpus, { files: nodeFiles });
  const known: string[] = [];
  const shipped = shippedIn(built);
  const loaded = await loadArchive(corpus, {
    files: nodeFiles,
    known: (at, ...of) => {
      const facts = shipped(at, ...of);
      if (facts) known.push(at);
      return facts;
    },
  });
  expect(known).toEqual([...read.archive.documents.keys()]);
  expect(loaded).toEqual(read);
});

it.each<[string, string, string, ReadOptions]>([
  ['another text', people, text.replace('e', 'E'), { kind: 'people' }],
  ['a longer text', people, `${text}\n`, { kind: 'people' }],
  ['another name', path.join(corpus, 'others.md'), text, { kind: 'people' }],
  ['another kind', people, text, {}],
])('%s is not known', (_, at, changed, options) => {
  expect(shippedIn(built)(at, changed, options)).toBeUndefined();
});

it('the same file elsewhere is known by its text', () => {
  const elsewhere = 'file:///else/where/people.md';
  const { facts } = readDocument(elsewhere, text, { kind: 'people' });
  expect(shippedIn(built)(elsewhere, text, { kind: 'people' })).toEqual(facts);
});

it('without the file, or with half of it, nothing is known', () => {
  const half = readFileSync(built, 'utf8').slice(0, 1000);
  const folder = folderOf({ 'half.json': half });
  for (const file of ['half.json', 'none.json'])
    expect(shippedIn(path.join(folder, file))(people, text, { kind: 'people' })).toBeUndefined();
});
