import colors from 'picocolors';
import { expect, it } from 'vitest';
import { underlined } from '../../server/src/cli/excerpt.js';

it.each([
  ['# ⟦Title⟧\n', ['    # Title', '      ^^^^^']],
  ['a ⟦b⟧ c ⟦d⟧', ['    a b c d', '      ^   ^']],
  ['a⟦⟧ b', ['    a b', '     ^']],
  ['⟦two\nlines⟧ here', ['    two', '    ^^^', '    lines here', '    ^^^^^']],
  ['⟦\u200b⟧a', ['    <U+200B>a', '    ^^^^^^^^']],
  ['one\n\ntwo\n', ['    one', '', '    two']],
])('%j', (marked, lines) => {
  expect(underlined(marked, colors.createColors(false)).split('\n')).toEqual(lines);
});
