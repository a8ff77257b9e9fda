import { expect, it } from 'vitest';
import { alignedRows, wrapped } from '../../server/src/cli/table.js';

const rows = [
  ['RULE', 'FINDS'],
  ['date-format', 'a date that is not written as the others'],
];

it('columns are as wide as their widest cell', () => {
  expect(alignedRows(rows)).toEqual(['RULE         FINDS', 'date-format  a date that is not written as the others']);
});

it('the last one goes on below itself where there is no room', () => {
  expect(alignedRows(rows, 35)).toEqual([
    'RULE         FINDS',
    'date-format  a date that is not\n             written as the others',
  ]);
});

it('words stay whole, and a very narrow column is left alone', () => {
  expect(wrapped('a https://example.org/a-long-address b', 20)).toEqual([
    'a',
    'https://example.org/a-long-address',
    'b',
  ]);
  expect(wrapped('one two three', 10)).toEqual(['one two three']);
});
