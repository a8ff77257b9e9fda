import { describe, expect, test } from 'vitest';
import { enterRules } from '../../client/src/lists/enterRules.js';
import { movedIn, movedOut, needlessMarker, ownIndent, renumbered } from '../../client/src/lists/listLines.js';

/** What VS Code puts before the cursor on the next line. */
function continued(line: string): string | undefined {
  const none = 0;
  return enterRules(none).find(({ beforeText }) => beforeText.test(line))?.action.appendText;
}

describe('Enter', () => {
  test.each([
    ['- one', '- '],
    ['    * one', '* '],
    ['+ Jan: asks', '+ '],
    ['- [x] done', '- [ ] '],
    ['1. one', '2. '],
    ['  9) nine', '10) '],
    ['11. eleven', '12. '],
    ['- [link](x)', '- '],
    ['- ', undefined],
    ['- [ ] ', undefined],
    ['-one', undefined],
    ['1.one', undefined],
    ['text', undefined],
    ['## Heading', undefined],
    ['**bold**', undefined],
    ['100. more', undefined],
  ])('behind %j', (line, expected) => {
    expect(continued(line)).toBe(expected);
  });

  test.each([
    ['- - two', '- two'],
    ['  2. - x', '  - x'],
    ['- [ ] - ', '- '],
    ['- 3. x', '3. x'],
    ['- -x', undefined],
    ['- a - b', undefined],
  ])('a marker typed once more: %j', (line, expected) => {
    const found = needlessMarker(line);
    expect(found && line.slice(0, found.start) + line.slice(found.end)).toBe(expected);
  });
});

describe('levels', () => {
  test.each<[readonly string[], string | undefined, string | undefined]>([
    [['- one', '- '], '  - ', undefined],
    [['- one', '    - two', '- three'], '    - three', undefined],
    [['1. one', '2. two'], '   1. two', undefined],
    [['9. one', '10. two', '11. x'], '    1. x', undefined],
    [['1. one', '   - two'], undefined, '2. two'],
    [['- one', '  - two', '  - [ ] '], '    - [ ] ', '- [ ] '],
    [['- one'], undefined, undefined],
  ])('of %j', (lines, inner, outer) => {
    expect([movedIn(lines, lines.length - 1), movedOut(lines, lines.length - 1)]).toEqual([inner, outer]);
  });

  test.each<[string, ReturnType<typeof ownIndent>]>([
    ['- one\n- two', { size: 2, tabs: false }],
    ['- one\n    - two\n- three\n    - four', { size: 4, tabs: false }],
    ['- one\n\t- two', { size: 4, tabs: true }],
  ])('by the indent of %j', (text, expected) => {
    expect(ownIndent(text.split('\n'))).toEqual(expected);
  });
});

describe('numbers', () => {
  const after = (text: string, at: number): string => {
    const lines = text.split('\n');
    for (const { line, start, end, text: number } of renumbered(lines, at))
      lines[line] = `${(lines[line] ?? '').slice(0, start)}${number}${(lines[line] ?? '').slice(end)}`;
    return lines.join('\n');
  };
  test.each<[string, string, number, string]>([
    ['one more', '1. a\n2. \n2. b\n3. c', 1, '1. a\n2. \n3. b\n4. c'],
    ['one less', '3. a\n5. c', 1, '3. a\n4. c'],
    ['with what stands below items', '1. a\n   - x\n2. \n\n   text\n2. b', 2, '1. a\n   - x\n2. \n\n   text\n3. b'],
    ['another list', '1. a\n2. b\n\ntext\n\n1. c', 1, '1. a\n2. b\n\ntext\n\n1. c'],
    ['all the same', '1. a\n1. b\n2. \n1. c', 2, '1. a\n1. b\n2. \n1. c'],
    ['no number', '- a\n- b', 1, '- a\n- b'],
  ])('%s', (_, text, at, expected) => {
    expect(after(text, at)).toBe(expected);
  });
});
