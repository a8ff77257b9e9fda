import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { noDefinitions, type Inline } from '../../server/src/document/inline.js';
import { plainMarkup } from '../../server/src/document/plainMarkup.js';
import { parseLeaf } from '../../server/src/document/remark.js';

/** What remark makes of a paragraph, without the fields that inline nodes leave out. */
function asRemark(text: string): Inline[] {
  const inline = (node: Nodes): Inline => ({
    type: node.type,
    span: { start: node.position?.start.offset ?? -1, end: node.position?.end.offset ?? -1 },
    ...('value' in node && { value: node.value }),
    ...('alt' in node && typeof node.alt === 'string' && { alt: node.alt }),
    ...('url' in node && { url: node.url }),
    ...('children' in node && { children: node.children.map(inline) }),
  });
  const [paragraph] = parseLeaf(text, 'paragraph', noDefinitions).children;
  return paragraph && 'children' in paragraph ? paragraph.children.map(inline) : [];
}

it('gives the nodes that remark gives, or none', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('[a b](c.md)', '[a](https://x.org/?q=1#b_c*d)', '[x](#y%20z)', 'notes', ' '),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '**a**',
        '**When**: ',
        '*c d:* ',
        ' https://x.org/a_b?q=1#c ',
        '*see [a](b.md) here*',
        ' ',
      ),
    },
    fc.constantFrom(
      '\n',
      '\r\n',
      ' & ',
      '(https://x.org/)',
      'https://x.org, ',
      '[a](mailto:b@c.de)',
      '[a](b`c)',
      ' ![a](b.png) ',
    ),
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ' <https://x.org/a_b?c&d> ',
        '`a b*`',
        ' [30 min] ',
        '@handle',
        '([@handle](https://x.org))',
        '[https://x.org](https://x.org/~a)',
        '[*a* `b`](c&d)',
        ' *(a, `b`)* ',
        ' _a b_ ',
        ' _a_, ',
        '\\[a\\]',
        ' ~30 ',
        ' * ',
        ' < 3',
        ' \n',
        'Q&A',
        ' https://x.org/~a,b?c=d&e=f ',
      ),
    },
    fc.constantFrom('@', '&', ';', ' \n', '`', '``', '_', '__', '~', '<', '>', '\\_', '\\.', '\\-', 'www', 'https:'),
    fc.constantFrom('*', '**', 'https://x.org/a.', '/', '?', '%', '_a', 'a*', '*b', '(*a*)', 'ü*', '1'),
    fc.constantFrom('[', ']', '(', ')', '](', '!', '^', ':', '.', '"', "'", '#', '- ', '1. ', '|', '=', '\t', '$', '{'),
    fc.constantFrom(
      'http://x.org',
      'https://',
      'www.x.org',
      'WWW.',
      'x@y.org',
      '*a*',
      'a_b',
      '_',
      '`',
      '\\',
      '<b>',
      '&amp;',
      '~~',
    ),
    fc.constantFrom(
      '[ a ](b)',
      '[a](b "c")',
      '[a](<b>)',
      '[](b)',
      '[a]()',
      '![a](b)',
      '[^1](b)',
      '[[a]](b)',
      '[a](b(c))',
      'é',
    ),
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      // No leaf begins with a blank, and none has an empty line.
      const text = pieces
        .join('')
        .trim()
        .replace(/(\r?\n)(?:[ \t]*\r?\n)+/g, '$1');
      const nodes = plainMarkup(text);
      if (!nodes) return;
      read++;
      expect(nodes).toEqual(asRemark(text));
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(500);
});

it.each([
  ['Agenda: [here](2013.md)', 2],
  ['[one](a.md), [two](b_c.md#d)', 3],
  ['**Where**: https://xen.org/a', 3],
  ['*the page of [notes](2013.md)*', 1],
  ['a_b of [c](d)', 2],
  ['Ann ([@ann](https://xen.org/ann)) [30 min]', 3],
  ['see <https://xen.org/a>, `b c` and _d_', 6],
  ['[*a* `b`](c)', 1],
  ['a \n  b, Q&A \\[c\\]', 1],
])('reads %j', (text, count) => expect(plainMarkup(text)).toHaveLength(count));

it.each(['[a](b', '[a](b) *c *', '[a](b)  \nc', '**a*', '_a_b', '[a] [b](c', 'a@b.c'])('leaves %j to remark', (text) =>
  expect(plainMarkup(text)).toBeUndefined(),
);
