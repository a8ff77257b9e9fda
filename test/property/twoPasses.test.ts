import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/document/document.js';
import { corpusFolder, markdownBelow, minutesOfOthers, read, root } from '../support/documents.js';
import { isQuirk, markdown } from '../support/markdown.js';
import { firstDifference, ourOutline, remarkOutline } from '../support/oracle.js';
import path from 'node:path';
import { times } from '../support/times.js';

/** Both passes together are a full remark parse: same blocks, same inline nodes, same positions. */
function difference(text: string): string | undefined {
  return firstDifference(ourOutline(readDocument('x.md', text)), remarkOutline(text));
}

describe('the block pass and the inline pass equal a full remark parse', () => {
  it('on the corpus', () => {
    const files = markdownBelow(corpusFolder);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect(difference(read(file)), file).toBeUndefined();
  });

  const minutes = minutesOfOthers({ oneOf: 10 });
  it.runIf(minutes.length > 0)(
    'on the minutes of another community',
    () => {
      expect(minutes.length).toBeGreaterThanOrEqual(100);
      const different = minutes.flatMap((file) => {
        const found = difference(read(file).replace(/^\uFEFF/, ''));
        return found === undefined ? [] : [`${path.relative(root, file)}\n${found}`];
      });
      expect(different).toEqual([]);
    },
    300_000,
  );

  it('on generated documents', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        fc.pre(!isQuirk(text));
        expect(difference(text)).toBeUndefined();
      }),
      { numRuns: times(500) },
    );
  }, 120_000);
});
