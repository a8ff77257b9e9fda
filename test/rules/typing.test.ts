import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Archive } from '../../server/src/archive/archive.js';
import { readDocument, updateDocument, type Document } from '../../server/src/document/document.js';
import { lint } from '../../server/src/rules/lint.js';
import { rules } from '../../server/src/rules/registry.js';
import { corpusFolder, markdownBelow, read } from '../support/documents.js';
import { fixture, readRanges, type FixtureOptions } from '../support/fixture.js';
import { times } from '../support/times.js';

/** What of a line has to stand there for the rest to be written within it, and in how many steps that is. */
const head = 3;
const steps = [0.5, 1];
/** A usual run writes one of so many lines, `npm run fuzz` all. */
const oneOf = times(1) > 1 ? 1 : 2;

function findings(document: Document, around: Archive): unknown {
  const archive = around.with(document.facts);
  return JSON.parse(JSON.stringify(lint(document, archive, { mode: 'post' })));
}

/** Writes one line of a text step by step, and back; what is found each time is what a document read anew has. */
function typeLine(text: string, line: { readonly start: number; readonly end: number }, options: FixtureOptions): void {
  const { archive, document: whole } = fixture(text, options);
  const from = line.start + head;
  const written = (at: number): string => text.slice(0, at) + text.slice(line.end);
  const places = steps.map((step) => from + Math.round((line.end - from) * step));
  let document = readDocument(whole.path, written(from), { open: true });
  findings(document, archive);
  let at = from;
  for (const next of [...places, ...places.slice(0, -1).reverse()]) {
    const edit =
      next > at
        ? { span: { start: at, end: at }, text: text.slice(at, next) }
        : { span: { start: next, end: at }, text: '' };
    document = updateDocument(document, edit);
    const anew = readDocument(whole.path, written(next));
    expect(findings(document, archive), JSON.stringify(written(next))).toEqual(findings(anew, archive));
    at = next;
  }
}

function typeLines(text: string, options: FixtureOptions): void {
  const lines = [...text.matchAll(/[^\r\n]{4,}/g)].filter((_, nth) => nth % oneOf === 0);
  for (const { 0: line, index } of lines) typeLine(text, { start: index, end: index + line.length }, options);
}

describe('what is found while a line is written is what is found in the document as it is then', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('in the examples of %s', (_id, { examples }) => {
    for (const example of examples) {
      const text = 'bad' in example ? readRanges(example.bad).text : example.good;
      typeLines(text, { path: example.path, files: example.files });
    }
  });

  it('in the archive that ships', () => {
    for (const each of markdownBelow(corpusFolder).filter((file) => read(file).length < 4000))
      typeLines(read(each), { path: path.basename(each) });
  });
});
