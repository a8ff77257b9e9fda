import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyEdits, formatting, formattingTyped, readDocument } from '../../../server/src/analysis.js';
import { corpusFolder, markdownBelow, read } from '../../support/documents.js';
import { readRanges } from '../../support/fixture.js';

const format = (text: string, options = {}): string =>
  applyEdits(text, formatting(readDocument('call.md', text, { kind: 'minutes' }), options));

const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'labels as they are spelt, one blank behind the colon',
    '# Call\n\n- date : 2019-07-09\n- VENUE:   Chicago\n',
    '# Call\n\n- Date: 2019-07-09\n- Venue: Chicago\n',
  ],
  ['a label in bold keeps it', '# Call\n\n- **date:** 2019-07-09\n', '# Call\n\n- **Date:** 2019-07-09\n'],
  [
    'markers in capitals',
    '# Call\n\n- Agreed: yes\n- clarification (Jan): no\n- votes: 3\n',
    '# Call\n\n- AGREED: yes\n- Clarification (Jan): no\n- Votes: 3\n',
  ],
  [
    'the head of an action',
    '# Call\n\n## Attendees\n\n- Lars Kurth\n\n## Boot\n\n- action: Lars: book\n- **Action** Lars:: go\n',
    '# Call\n\n## Attendees\n\n- Lars Kurth\n\n## Boot\n\n- ACTION Lars: book\n- ACTION Lars: go\n',
  ],
  [
    'not where it would take another word',
    '# Call\n\n## Boot\n\n- AI Lars Kurth (due 2019-01-02): book\n',
    '# Call\n\n## Boot\n\n- AI Lars Kurth (due 2019-01-02): book\n',
  ],
  ['no blank before a speaker’s colon', '# Call\n\n## A\n\n- Jan : no\n', '# Call\n\n## A\n\n- Jan: no\n'],
  ['one marker for all lists', '# Call\n\n* a\n    * b\n+ c\n', '# Call\n\n- a\n  - b\n\n* c\n'],
  [
    'one level below the text above',
    '# Call\n\n1.  one\n    - two\n        more\n10. ten\n\n     still ten\n',
    '# Call\n\n1. one\n   - two\n     more\n10. ten\n\n    still ten\n',
  ],
  [
    'what is in an item moves along',
    '# Call\n\n*   one\n\n    ```\n      code\n    ```\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n',
    '# Call\n\n- one\n\n  ```\n    code\n  ```\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n',
  ],
  [
    'and stays where nobody knows how far',
    '# Call\n\n-\tone\n\n\t```\n\tcode\n\t```\n',
    '# Call\n\n-\tone\n\n\t```\n\tcode\n\t```\n',
  ],
  ['tasks', '# Call\n\n*  [ ] ACTION Jan: go\n   on\n', '# Call\n\n- [ ] ACTION Jan: go\n  on\n'],
  [
    'blank lines',
    '\n\n# Call\ntext\n- a\n\n\n\n- b\n## Next\n\n\n---\n```\ncode\n```\nend',
    '# Call\n\ntext\n\n- a\n\n- b\n\n## Next\n\n---\n\n```\ncode\n```\n\nend\n',
  ],
  ['tight lists stay tight', '# Call\n\n- a\n- b\n  - c\n', '# Call\n\n- a\n- b\n  - c\n'],
  [
    'blanks at the end, where they mean nothing',
    '#   Call  \n\none \ntwo  \nthree   \n',
    '# Call\n\none\ntwo  \nthree\n',
  ],
  [
    'comments stand where they stood',
    '# Call\n\n<!-- xen-notes-disable-next-line date-format -->\n- Date: 1 May\n\n\n<!-- end -->\n',
    '# Call\n\n<!-- xen-notes-disable-next-line date-format -->\n- Date: 1 May\n\n\n<!-- end -->\n',
  ],
  [
    'code, HTML, tables, quotes and definitions',
    '# Call\n\n    * code  \n\n<div>\n* html  \n</div>\n\n|a|b|\n|-|-|\n|* c|d|\n\n> * quote\n\n[r]: <x>\n[s]: y\n',
    '# Call\n\n    * code  \n\n<div>\n* html  \n</div>\n\n|a|b|\n|-|-|\n|* c|d|\n\n> * quote\n\n[r]: <x>\n[s]: y\n',
  ],
  ['line endings and a byte order mark', '\ufeff# Call\r\n* a\r\n*  b', '\ufeff# Call\r\n\r\n- a\r\n- b\r\n'],
  ['carriage returns', '# Call\r* a\r', '# Call\r\r- a\r'],
  ['front matter', '---\nkind: minutes\n---\n# Call\n', '---\nkind: minutes\n---\n# Call\n'],
  ['what would be read otherwise is left', '# Call\n\n* ---\n* b\n', '# Call\n\n* ---\n* b\n'],
];

test.each(cases)('%s', (_, before, after) => {
  expect(format(before)).toBe(after);
  expect(format(after)).toBe(after);
});

describe('long lines', () => {
  const long = 'a word '.repeat(12).trim();
  test.each([
    [
      'are broken below their text',
      `# Call\n\n- ${long}\n`,
      `# Call\n\n- ${'a word '.repeat(5)}a\n  ${'word a '.repeat(5).trim()}\n  word a word\n`,
    ],
    [
      'not in code, links and references',
      `# Call\n\n\`${long}\` [${long}](x) [[${long}]]\n`,
      `# Call\n\n\`${long}\`\n[${long}](x)\n[[${long}]]\n`,
    ],
    [
      'not before what would begin something',
      `# Call\n\n${'a'.repeat(38)} - b\n${'a'.repeat(30)} a Jan Beulich: no\n`,
      `# Call\n\n${'a'.repeat(38)} -\nb\n${'a'.repeat(30)} a Jan Beulich:\nno\n`,
    ],
    ['not where a comment stands', `# Call\n\n${long} <!-- xen-notes-disable-line x -->\n`, undefined],
    ['and short ones are not joined', '# Call\n\nJan: a\nLars: b\n', undefined],
  ])('%s', (_, before, after) => {
    expect(format(before, { wrap: 40 })).toBe(after ?? before);
  });
});

test('a range has only what stands in its lines', () => {
  const { text, ranges } = readRanges('# Call\n\n- date: 2019\n\n## A\n\n⟦* a\n* b\n⟧\n## B\n\n* c\n');
  expect(format(text, { range: ranges[0] })).toBe('# Call\n\n- date: 2019\n\n## A\n\n- a\n- b\n\n## B\n\n* c\n');
});

test('while somebody types, what is whole is spelt', () => {
  const typed = (source: string): string => {
    const offset = source.indexOf('$0');
    const text = source.replace('$0', '');
    return applyEdits(text, formattingTyped(readDocument('call.md', text, { kind: 'minutes' }), offset));
  };
  expect(typed('# Call\n\n- agreed: a\n- date:$0\n')).toBe('# Call\n\n- agreed: a\n- Date:\n');
  expect(typed('# Call\n\n* agreed: yes  \n* $0\n')).toBe('# Call\n\n* AGREED: yes  \n* \n');
  expect(typed('# Call\n\n* agreed: yes  \n$0\n')).toBe('# Call\n\n* AGREED: yes  \n\n');
});

test('Markdown of no kind of ours is left alone', () => {
  expect(formatting(readDocument('readme.md', '* a\n* b'))).toEqual([]);
  expect(formattingTyped(readDocument('readme.md', '- date: '), 7)).toEqual([]);
});

test.each(markdownBelow(corpusFolder).map((file) => [path.relative(corpusFolder, file), read(file)]))(
  'what ships is written as usual: %s',
  (name, text) => {
    expect(formatting(readDocument(name, text))).toEqual([]);
  },
);
