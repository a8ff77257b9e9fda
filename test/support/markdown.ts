import fc from 'fast-check';

/** Documents as people write them, and a little worse: the blocks of the format in any order, nested, cut short. */
const word = fc.constantFrom(
  'Xen',
  'osstest',
  'a_b',
  '*',
  '**bold**',
  '`code`',
  '<https://xen.org>',
  '[[Page#Section]]',
  'XSA-295',
  'https://lists.xen.org/a.b',
  '[text](url)',
  '[ref][r]',
  '[r]',
  '&amp;',
  '\\*',
  'x@y.org',
  'Jan:',
  'ACTION',
  '~~old~~',
  '|',
  '!',
  'ß',
  '日本',
  '\u00a0',
  '  ',
);
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '     ');
const marker = fc.constantFrom('-', '*', '+', '1.', '2)', '- [ ]', '- [x]', '10.');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(indent, text).map(([by, words]) => by + words) },
  { weight: 6, arbitrary: fc.tuple(indent, marker, text).map(([by, mark, words]) => `${by}${mark} ${words}`) },
  { weight: 4, arbitrary: fc.constantFrom('', '', ' ', '  ') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), text, fc.constantFrom('', ' #', ' ##  '))
      .map(([depth, words, tail]) => `${'#'.repeat(depth)} ${words}${tail}`),
  },
  { weight: 2, arbitrary: fc.tuple(indent, text).map(([by, words]) => `${by}> ${words}`) },
  { weight: 2, arbitrary: fc.constantFrom('```', '```ts', '~~~', '    code', '\tcode') },
  { weight: 1, arbitrary: fc.constantFrom('---', '===', '***', '-', '1.', '#', '>', '##') },
  { weight: 1, arbitrary: fc.constantFrom('| a | b |', '|---|---|', '| 1 | 2 |', 'a | b', '--- | ---') },
  { weight: 1, arbitrary: fc.constantFrom('<div>', '</div>', '<!-- note -->', '<!-- open', '-->', '<details>') },
  { weight: 1, arbitrary: fc.constantFrom('[r]: https://xen.org', '[r]: <x> "title"', '[other]:', '[r]: a b c') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Attendees:', '**Apologies:**', 'Attendees: Jan Beulich,', 'Wei Liu', '- Date: 2013'),
  },
  { weight: 1, arbitrary: fc.tuple(text, fc.constantFrom('  ', '\\')).map(([words, brk]) => words + brk) },
);

export const markdown = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\n', '\n', '\r\n'))
  .map(([lines, ending]) => lines.join(ending) + ending);

/** Where remark, or markdown-it, does not read what CommonMark says; documents with such a place are no evidence. */
const quirks: readonly RegExp[] = [
  // remark: behind indented code, a definition or a break that may open front matter, a list is held to what may interrupt a paragraph.
  /^(?: {4,}|\t| *(?:[-+*>]|\d+[.)])(?: {5,}|\t)).*\r?\n(?:[ \t]*\r?\n)* *(?:\d+[.)]|[-+*][ \t\r]*$)/m,
  /\[[^\]\n]*\]:[^\n]*\n[^\r\n]/,
  /^---[ \t]*\r?\n/,
  /^ {0,3}(?:[-*_][ \t]*){3,}\r?\n[^\r\n]/m,
  // remark: an empty item nested in the line that ends a paragraph.
  /(?:[-+*>]|\d[.)])[ \t]+(?:[-+*]|\d+[.)])[ \t\r]*$/m,
  // remark: indented lines behind a container that is still empty are code blocks of their own.
  /^[ \t]*(?:>|[-+*]|\d+[.)])[ \t]*\r?\n(?:[ \t]*\r?\n)*(?: {4,}|\t)/m,
  // remark: more than one blank behind a task's box stays in the text.
  /\[[ x]\](?:[ \t]{2,}|[ \t]*\r?\n)/,
  // markdown-it: a `>` indented by four columns carries a quote on.
  /^(?: {4,}|\t)[ \t]*>/m,
];

export function isQuirk(text: string): boolean {
  return quirks.some((quirk) => quirk.test(text));
}
