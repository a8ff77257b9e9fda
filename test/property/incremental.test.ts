import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, readDocument, updateDocument, type Document } from '../../server/src/document/document.js';
import { applyEdits } from '../../server/src/text/edits.js';
import { corpusFolder, markdownBelow, minutesOfOthers, read as textOf } from '../support/documents.js';
import { markdown } from '../support/markdown.js';
import { times } from '../support/times.js';

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const insert = fc.oneof(
  fc.constantFrom('x', 'word ', ' ', '.', ': ', '*', '`', '-', '=', '<', '#', '>', '(', '"'),
  fc.constantFrom(
    'x',
    '\n',
    '\n\n',
    '# ',
    '## New\n',
    '```\n',
    '~~~\n',
    '- ',
    '  - ',
    '> ',
    '    ',
    '<!--',
    '-->',
    '<div>\n',
    '===\n',
    '---\n',
    '---',
    '[r]: https://xen.org\n',
    '[^1]: note\n',
    '[r]',
    '| a | b |\n|---|---|\n',
    '*',
    '`',
    '\r\n',
    '\t',
    '1. ',
    'Attendees:',
    '**Apologies:**\n',
    'title: Call minutes\n',
    'date: 2013-02-21\n',
  ),
  markdown,
);
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100_000),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
  insert,
});

const frontMatter = fc.constantFrom('', '', '---\ntitle: Call\n---\n', '\ufeff---\ndate: 2013-02\n---\n');
const document = fc.tuple(frontMatter, markdown).map(([front, text]) => front + text);

/** The model without what only tells one object from another. */
function model(document: Document): unknown {
  return {
    facts: document.facts,
    blocks: document.cut.sections.map((section) => section.blocks),
    starts: document.cut.starts,
  };
}

function apply(before: Document, { at, remove, insert: inserted }: Edit): Document {
  const start = at % (before.text.length + 1);
  const end = Math.min(before.text.length, start + remove);
  const after = updateDocument(before, { span: { start, end }, text: inserted });
  expect(after.text).toBe(before.text.slice(0, start) + inserted + before.text.slice(end));
  return after;
}

describe('reading after an edit equals reading from scratch', () => {
  it('on generated documents and edits', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let read = readDocument('x.md', text, { open: true });
        for (const each of edits) {
          read = apply(read, each);
          expect(model(read)).toEqual(model(readDocument('x.md', read.text)));
        }
      }),
      { numRuns: times(250) },
    );
  }, 120_000);

  it('on real documents', () => {
    const files = [...markdownBelow(corpusFolder), ...minutesOfOthers({ oneOf: 40 })];
    const texts = files.map(textOf).filter((text) => text.length < 40_000);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        let document = readDocument('x.md', text, { open: true });
        for (const each of edits) document = apply(document, each);
        expect(model(document)).toEqual(model(readDocument('x.md', document.text)));
      }),
      { numRuns: times(75) },
    );
  }, 120_000);

  it('keeps the sections an edit does not touch', () => {
    const text = Array.from({ length: 50 }, (_, index) => `## Section ${index}\n\n- Jan: point ${index}\n\n`).join('');
    const before = readDocument('x.md', text);
    const at = text.indexOf('point 25');
    const after = updateDocument(before, { span: { start: at, end: at }, text: 'new ' });
    const kept = after.cut.sections.filter((section) => before.cut.sections.includes(section));
    expect(kept).toHaveLength(49);
    expect(
      after.facts.sections.filter((section) => before.facts.sections.some((other) => other.facts === section.facts)),
    ).toHaveLength(49);
  });

  it('finds the range in which two texts differ', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(applyEdits(one, [difference(one, other)])).toBe(other);
      }),
    );
  });
});

describe('reading is total', () => {
  it('on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }), markdown),
        (text) => {
          const document = readDocument('x.md', text);
          expect(document.cut.sections.map((section) => section.text).join('')).toBe(text);
        },
      ),
      { numRuns: times(250) },
    );
  });
});
