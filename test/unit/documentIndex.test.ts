import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readDocument, type DocumentFacts } from '../../server/src/document/document.js';
import type { SectionFacts } from '../../server/src/document/facts.js';

const titles = ['Kexec', 'PVH', 'Virtio'] as const;

function facts(path: string, headings: readonly string[]): DocumentFacts {
  return readDocument(path, `# Call Minutes\n\n${headings.map((each) => `## ${each}\n\n`).join('')}`).facts;
}

function headings(section: SectionFacts): string[] {
  return section.heading ? [section.heading.title] : [];
}

function paths(archive: Archive): string[][] {
  return titles.map((title) => [...archive.documentsWith(headings, title)].map((document) => document.path).sort());
}

it('finds documents by what their sections say', () => {
  const archive = Archive.of([facts('a.md', ['Kexec', 'Kexec']), facts('b.md', ['Kexec', 'PVH'])]);
  expect(paths(archive)).toEqual([['a.md', 'b.md'], ['b.md'], []]);
});

const change = fc.record({
  path: fc.nat(60).map((number) => `${number}.md`),
  headings: fc.option(fc.subarray([...titles])),
  asked: fc.boolean(),
});

it('finds after any changes what it finds in a fresh archive', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      let archive = Archive.of([facts('0.md', ['PVH'])]);
      for (const { path, headings: now, asked } of changes) {
        archive = now ? archive.with(facts(path, now)) : archive.without(path);
        if (asked) expect(paths(archive)).toEqual(paths(Archive.of(archive.documents.values())));
      }
      expect(paths(archive)).toEqual(paths(Archive.of(archive.documents.values())));
    }),
    { numRuns: 60 },
  );
});
