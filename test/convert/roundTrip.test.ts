import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readWikitext } from '../../server/src/convert/wikitext/readWikitext.js';
import { writeWikitext } from '../../server/src/convert/wikitext/write/writeWikitext.js';
import { readDocument } from '../../server/src/document/document.js';
import { corpusFolder, markdownBelow, read } from '../support/documents.js';
import { source } from './source.js';
import { saying } from './saying.js';

const documents = markdownBelow(corpusFolder).map((file) => readDocument(file, read(file)));
const archive = Archive.of(documents.map(({ facts }) => facts));

describe('a document as wikitext and back', () => {
  it.each(documents.map((document) => [path.relative(corpusFolder, document.path), document] as const))(
    'says the same: %s',
    (_, document) => {
      const wikitext = writeWikitext(document, archive).text;
      const [back, ...others] = readWikitext(source(wikitext), { archive }).documents;
      expect(others).toEqual([]);
      const again = readDocument(document.path, back?.text ?? '');
      const after = archive.with(again.facts);
      expect(saying(again, after)).toEqual(saying(document, archive));
    },
  );
});
