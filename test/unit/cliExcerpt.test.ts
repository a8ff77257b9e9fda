import colors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { codeFrame, shownLine, underlined, visibleText } from '../../server/src/cli/excerpt.js';
import { lineStartsIn } from '../../server/src/text/lines.js';
import { readRanges } from '../support/fixture.js';

describe('examples are underlined', () => {
  it.each([
    ['# ⟦Title⟧\n', ['    # Title', '      ^^^^^']],
    ['a ⟦b⟧ c ⟦d⟧', ['    a b c d', '      ^   ^']],
    ['a⟦⟧ b', ['    a b', '     ^']],
    ['end⟦⟧', ['    end', '       ^']],
    ['⟦a ⟦b⟧ c⟧', ['    a b c', '    ^^^^^']],
    ['⟦two\nlines⟧ here', ['    two', '    ^^^', '    lines here', '    ^^^^^']],
    ['⟦one\n⟧two', ['    one', '    ^^^', '    two']],
    ['⟦\u200b⟧a', ['    <U+200B>a', '    ^^^^^^^^']],
    ['one\n\ntwo\n', ['    one', '', '    two']],
  ])('%j', (marked, lines) => {
    expect(underlined(marked, colors.createColors(false)).split('\n')).toEqual(lines);
  });
});

describe('a line is shown as a terminal would', () => {
  const show = (marked: string, width?: number): string[] => {
    const { text, ranges } = readRanges(marked);
    const shown = shownLine(text, ranges, width);
    return [shown.text, shown.carets];
  };

  it.each([
    ['wide characters', '你好 ⟦Ian⟧', ['你好 Ian', '     ^^^']],
    ['wide characters that are meant', '- ⟦你好⟧ Ian', ['- 你好 Ian', '  ^^^^']],
    ['combining characters', 'cafe\u0301 ⟦x⟧', ['cafe\u0301 x', '     ^']],
    ['characters of two code units', '😀 ⟦x⟧', ['😀 x', '   ^']],
    ['tabs', '-\t⟦x⟧', ['-   x', '    ^']],
    ['characters that command a terminal', '\u001b[31m⟦x⟧', ['<U+001B>[31mx', '            ^']],
    ['a place before a wide character', '⟦⟧你', ['你', '^']],
    ['nothing that is meant', 'abc', ['abc', '']],
  ])('%s', (_name, marked, lines) => {
    expect(show(marked)).toEqual(lines);
  });

  it.each([
    ['the start', `⟦ab⟧${'.'.repeat(40)}`, ['ab..................…', '^^']],
    ['the middle', `${'.'.repeat(40)}⟦ab⟧${'.'.repeat(40)}`, ['….......ab..........…', '        ^^']],
    ['the end', `${'.'.repeat(40)}⟦ab⟧`, ['…..................ab', '                   ^^']],
    ['more than fits', `..⟦${'x'.repeat(40)}⟧..`, ['..xxxxxxxxxxxxxxxxxx…', `  ${'^'.repeat(18)}`]],
    ['what is further away than is looked at', `${'.'.repeat(9999)}⟦ab⟧${'.'.repeat(9999)}`, undefined],
  ])('a long one is cut around %s', (_name, marked, lines) => {
    const [text = '', carets = ''] = show(marked, 21);
    expect(text.length).toBeLessThanOrEqual(21);
    expect(carets.length).toBeLessThanOrEqual(21);
    if (lines) expect([text, carets]).toEqual(lines);
    else expect(text.slice(carets.indexOf('^'), carets.length)).toBe('ab');
  });
});

describe('a finding is framed', () => {
  const frame = (marked: string): string[] => {
    const { text, ranges } = readRanges(marked);
    const [span = { start: 0, end: 0 }] = ranges;
    const same = (words: string): string => words;
    return codeFrame(span, { text, lineStarts: lineStartsIn(text), width: 80, mark: same, dim: same });
  };

  it.each([
    ['in a line', 'one\n- ⟦two⟧\n', ['      2 | - two', '        |   ^^^']],
    ['with other line endings', 'one\r\n- ⟦two⟧\r\n', ['      2 | - two', '        |   ^^^']],
    [
      'over lines',
      '⟦one\n  two⟧ three',
      ['      1 | one', '        | ^^^', '      2 |   two three', '        |   ^^^'],
    ],
    ['with its line ending', '⟦one\n⟧two', ['      1 | one', '        | ^^^']],
    ['at the end', 'one\n⟦⟧', ['      2 |', '        | ^']],
    [
      'over many lines',
      `⟦${'x\n'.repeat(9)}x⟧`,
      [
        ...['      1 | x', '        | ^', '      2 | x', '        | ^', '      3 | x', '        | ^'],
        '        | … 7 more lines',
      ],
    ],
  ])('%s', (_name, marked, lines) => {
    expect(frame(marked)).toEqual(lines);
  });

  it('with room for the number of its line', () => {
    expect(frame(`${'\n'.repeat(99_999)}⟦x⟧`)).toEqual(['    100000 | x', '           | ^']);
  });
});

it('messages show what would not be seen', () => {
  expect(visibleText('a\u200bb\u001b[2J')).toBe('a<U+200B>b<U+001B>[2J');
});
