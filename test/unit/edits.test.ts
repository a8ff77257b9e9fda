import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, compatibleEdits, spansAfter } from '../../server/src/text/edits.js';
import { readRanges, writeRanges } from '../support/fixture.js';

it.each([
  ['before it', 'ab⟦cd⟧', [0, 1, 'xyz'], 'xyzb⟦cd⟧'],
  ['up to it', 'ab⟦cd⟧', [0, 2, ''], '⟦cd⟧'],
  ['where it begins', 'ab⟦cd⟧', [2, 2, 'x'], 'ab⟦xcd⟧'],
  ['in it', 'ab⟦cd⟧', [3, 3, 'x'], 'ab⟦cxd⟧'],
  ['where it ends', '⟦ab⟧cd', [2, 2, 'x'], '⟦ab⟧xcd'],
  ['behind it', '⟦ab⟧cd', [3, 4, ''], '⟦ab⟧c'],
  ['over its start', 'ab⟦cd⟧', [1, 3, 'xyz'], 'a⟦xyzd⟧'],
  ['over its end', '⟦ab⟧cd', [1, 3, 'xyz'], '⟦axyz⟧d'],
  ['over all of it', 'a⟦b⟧c', [0, 3, 'x'], '⟦x⟧'],
] as const)('a range goes along with an edit %s', (_name, before, [start, end, inserted], after) => {
  const { text, ranges } = readRanges(before);
  const edits = [{ span: { start, end }, text: inserted }];
  expect(writeRanges(applyEdits(text, edits), spansAfter(ranges, edits))).toBe(after);
});

const edit = fc.record({
  span: fc.tuple(fc.nat(20), fc.nat(6)).map(([start, length]) => ({ start, end: Math.min(20, start + length) })),
  text: fc.string({ maxLength: 5 }),
});

it('ranges that cover a text cover it after any edits, without a gap', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(20), (edits, cut) => {
      const kept = compatibleEdits(edits);
      const text = '.'.repeat(20);
      const [first, second] = spansAfter(
        [
          { start: 0, end: cut },
          { start: cut, end: 20 },
        ],
        kept,
      );
      const atEnd = kept.filter(({ span }) => span.start === 20).reduce((sum, each) => sum + each.text.length, 0);
      const length = applyEdits(text, kept).length;
      expect(Math.max(first?.end ?? 0, second?.end ?? 0) + atEnd).toBe(length);
      expect(second?.start).toBeLessThanOrEqual(Math.max(first?.end ?? 0, 0));
    }),
  );
});
