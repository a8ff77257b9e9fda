import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readWikitext } from '../../server/src/convert/wikitext/readWikitext.js';
import { writeWikitext } from '../../server/src/convert/wikitext/write/writeWikitext.js';
import { readDocument } from '../../server/src/document/document.js';
import { source } from '../convert/source.js';
import { saying } from '../convert/saying.js';
import { page } from '../support/pages.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { markdown } from '../support/markdown.js';
import { times } from '../support/times.js';

interface Parsed {
  lint(): readonly {
    readonly severity: string;
    readonly rule: string;
    readonly message: string;
    readonly startLine: number;
  }[];
}
const Parser = createRequire(import.meta.url)('wikiparser-node') as { parse(wikitext: string): Parsed };

/** What an independent reader of wikitext finds wrong, with the line. */
function errors(wikitext: string): string[] {
  return Parser.parse(wikitext)
    .lint()
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, startLine }) => `${rule}: ${message} in ${wikitext.split('\n')[startLine] ?? ''}`);
}

describe('a document as wikitext', () => {
  it('says the same when it comes back', () => {
    fc.assert(
      fc.property(page, (text) => {
        const document = readDocument('document.md', text);
        const archive = Archive.of([document.facts]);
        const [back] = readWikitext(source(writeWikitext(document, archive).text), { archive }).documents;
        const again = readDocument('document.md', back?.text ?? '');
        expect(saying(again, Archive.of([again.facts]))).toEqual(saying(document, archive));
      }),
      { numRuns: times(100) },
    );
  });

  it('is well formed, whatever the document', () => {
    fc.assert(
      fc.property(fc.oneof(page, archiveDocument, markdown), (text) => {
        const document = readDocument('document.md', text);
        expect(errors(writeWikitext(document, Archive.of([document.facts])).text)).toEqual([]);
      }),
      { numRuns: times(100) },
    );
  });
});
