import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import type { Converted } from '../../server/src/convert/converted.js';
import { readRendered } from '../../server/src/convert/rendered/readRendered.js';
import { readText } from '../../server/src/convert/text/readText.js';
import { readWikitext } from '../../server/src/convert/wikitext/readWikitext.js';
import { readDocument } from '../../server/src/document/document.js';
import { parseWhole } from '../../server/src/document/remark.js';
import { source } from '../convert/source.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { mailText, meetingText } from '../support/mailSources.js';
import { rendered, wikitext } from '../support/wikiSources.js';
import { times } from '../support/times.js';

const context = { archive: Archive.of([]) };
const readers = {
  'the text of a page': { read: readRendered, sources: rendered, word: /[\p{L}\p{N}]{2,}/gu },
  // Names of templates, of their parameters and of tags are no words of anybody.
  'the source of a page': {
    read: (from: ReturnType<typeof source>) => readWikitext(from, context),
    sources: wikitext,
    word: /w\d+/g,
  },
  'a text': {
    read: (from: ReturnType<typeof source>) => readText(from, context),
    sources: fc.oneof(meetingText, mailText),
    word: /w\d+|\p{L}{6,}/gu,
  },
};

/** What a reader of a document sees, and the addresses of its links. */
function visible(node: Nodes): string {
  const url = 'url' in node ? ` ${node.url} ` : '';
  if ('children' in node)
    return url + node.children.map(visible).join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
  if (node.type === 'break') return '\n';
  return 'value' in node ? node.value : url;
}

/** Words of a text that neither a document nor the report has. */
function lost(text: string, { documents, report }: Converted, word: RegExp): string[] {
  const kept = [
    ...documents.map((document) => visible(parseWhole(document.text, { frontMatter: true }))),
    ...report.dropped.map((each) => each.text),
    ...report.uncertain.map(({ what }) => what),
  ]
    .join('\n')
    .toLowerCase();
  const words = new Set(kept.match(/[\p{L}\p{N}]+/gu));
  return [...new Set(text.toLowerCase().match(word))].filter((each) => !words.has(each));
}

describe.each(Object.entries(readers))('importing %s', (_, { read, sources, word }) => {
  it('keeps every word, or tells of it', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (text) => {
        expect(lost(text, await read(source(text)), word)).toEqual([]);
      }),
      { numRuns: times(125) },
    );
  });

  it('takes any text, and tells places of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(rendered, wikitext, archiveDocument, fc.string({ unit: 'binary', maxLength: 300 })),
        async (text) => {
          const { documents, report } = await read(source(text));
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { line } of [...report.uncertain, ...report.dropped]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
          }
          expect(report.documents).toEqual(documents.map(({ path }) => path));
          expect(new Set(report.documents).size).toBe(documents.length);
          for (const document of documents) readDocument(document.path, document.text);
        },
      ),
      { numRuns: times(100) },
    );
  });
});
