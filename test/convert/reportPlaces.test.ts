import { expect, it } from 'vitest';
import { placeInDocuments } from '../../server/src/convert/reportPlaces.js';

const source = ['Fast disks', '', '* who: [http://a.b/ everybody]', 'ok', 'gone for good', ''];
const documents = [
  { path: 'a.md', text: '# Pages\n' },
  {
    path: 'b.md',
    text: '# Design Sessions\n\n## *Fast* disks\n\n- who: [everybody](http://a.b/)\n- fast disks, again\n',
  },
];

it.each<[number, [number, number] | undefined]>([
  [1, [1, 2]],
  // What has no words of its own, or none that a document has, is below what is above it.
  [2, [1, 2]],
  [4, [1, 2]],
  [5, [1, 2]],
  [99, undefined],
  [0, undefined],
])('line %d of the source', (line, expected) => {
  const found = placeInDocuments(source, documents)(line);
  expect(found && [found.document, found.line]).toEqual(expected);
});
