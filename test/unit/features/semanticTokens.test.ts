import { expect, test } from 'vitest';
import { semanticTokens, updateDocument } from '../../../server/src/analysis.js';
import { readDocument, type Document } from '../../../server/src/document/document.js';
import { fixture } from '../../support/fixture.js';

function told(document: Document): string[] {
  const lines = document.text.split(/\r\n|\n|\r/);
  return semanticTokens(document).flatMap(({ firstLine, tokens }) =>
    tokens.map(({ line, column, length, type, modifiers }) =>
      [type, ...modifiers, (lines[firstLine + line] ?? '').slice(column, column + length)].join(' '),
    ),
  );
}

const minutes =
  '# Call Minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth\n\n## Boot\n\n- Jan, Lars: see [[Page#Two\n  lines]], XSA-295 and [a link](x.md)\n- [x] ACTION Lars: book\n- AGREED: yes\n';

test('speakers, people, markers, labels and references, a token a line', () => {
  expect(told(fixture(minutes).document)).toEqual([
    'field Date',
    'person declaration Jan Beulich',
    'person declaration Lars Kurth',
    'speaker Jan',
    'speaker Lars',
    'reference XSA-295',
    'action done ACTION',
    'person Lars',
    'decision AGREED',
  ]);
});

test('a register declares people; other Markdown has none', () => {
  const register = '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n';
  expect(told(fixture(register, { path: 'people.md' }).document)).toEqual([
    'person declaration Jan Beulich',
    'field Affiliation',
  ]);
  expect(semanticTokens(fixture('# Readme\n\n- Date: x\n- Jan: y\n').document)).toEqual([]);
});

test('a section that did not change has the same tokens', () => {
  const before = readDocument('call.md', minutes, { open: true });
  const at = minutes.indexOf('Jan, Lars') + 3;
  const after = updateDocument(before, { span: { start: at, end: at }, text: '\n  \n' });
  const [was, now] = [semanticTokens(before), semanticTokens(after)];
  expect(now.map(({ tokens }, index) => tokens === was[index]?.tokens)).toEqual([true, true, false]);
});
