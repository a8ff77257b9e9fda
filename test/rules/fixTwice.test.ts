import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../server/src/archive/archive.js';
import { checked, fixed } from '../../server/src/cli/fix.js';
import type { Document } from '../../server/src/document/document.js';
import { rules } from '../../server/src/rules/registry.js';
import type { Mode } from '../../server/src/rules/rule.js';
import { corpusFolder, markdownBelow, read } from '../support/documents.js';
import { fixture, readRanges } from '../support/fixture.js';

const modes: readonly Mode[] = ['draft', 'post'];

/** What all safe fixes make of a document, and what they make of that. */
function twice(document: Document, archive: Archive, mode: Mode): [string, string] {
  const once = fixed(checked(document, archive, { mode }), { mode }).after;
  const again = fixed(checked(once.document, once.archive, { mode }), { mode }).after;
  return [once.document.text, again.document.text];
}

describe('fixing a second time changes nothing', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('in the examples of %s', (_id, rule) => {
    for (const example of rule.examples) {
      const source = 'bad' in example ? readRanges(example.bad).text : example.good;
      const { document, archive } = fixture(source, { path: example.path, files: example.files });
      for (const mode of modes) {
        const [once, again] = twice(document, archive, mode);
        expect(again, `${mode}: ${source}`).toBe(once);
      }
    }
  });

  it('in the archive that ships', () => {
    for (const each of markdownBelow(corpusFolder)) {
      const { document, archive } = fixture(read(each), { path: path.basename(each) });
      const [once, again] = twice(document, archive, 'post');
      expect(again, each).toBe(once);
    }
  });
});
