import { describe, expect, it, test } from 'vitest';
import { codeActions, findingsAt, safeEdits } from '../../../server/src/features/codeActions.js';
import { lint, type Diagnostic } from '../../../server/src/rules/lint.js';
import { fixture } from '../../support/fixture.js';

const finding = (
  start: number,
  end: number,
  fix: Diagnostic['fix'],
  ...edits: [number, number, string][]
): Diagnostic => ({
  rule: 'some-rule',
  severity: 'warning',
  message: 'x',
  span: { start, end },
  fix,
  fixes: [
    { title: `Mend ${start}`, edits: edits.map(([from, to, text]) => ({ span: { start: from, end: to }, text })) },
  ],
});

test('a fix is made wholly or not at all', () => {
  const edits = safeEdits([
    finding(10, 12, 'safe', [10, 12, 'a'], [30, 31, 'b']),
    finding(0, 2, 'safe', [0, 1, 'c']),
    finding(20, 22, 'safe', [20, 21, 'd'], [30, 32, 'e']),
    finding(40, 42, 'suggest', [40, 41, 'f']),
    finding(50, 50, 'safe', [50, 50, 'g']),
    finding(50, 50, 'safe', [50, 50, 'h']),
    finding(60, 65, 'safe', [60, 65, 'i']),
    finding(62, 62, 'safe', [62, 62, 'j']),
  ]);
  expect(edits.map((edit) => edit.text).join('')).toBe('cabgi');
});

test('fixes of what the range touches; a safe one is preferred, and can be made everywhere', () => {
  const all = [
    finding(0, 2, 'safe', [0, 1, 'a']),
    finding(10, 12, 'safe', [10, 11, 'b']),
    finding(20, 22, 'suggest', [20, 21, 'c']),
    { ...finding(30, 32, 'suggest', [30, 31, 'd']), fixes: [] },
  ];
  const titles = (start: number, end: number): string[] =>
    codeActions(all, findingsAt(all, { start, end })).map((action) => `${action.title}${action.preferred ? '!' : ''}`);
  expect(titles(2, 2)).toEqual(['Mend 0!', 'Fix all 3 of some-rule in this document']);
  expect(titles(20, 21)).toEqual(['Mend 20', 'Fix all 3 of some-rule in this document']);
  expect(titles(30, 31)).toEqual([]);
  expect(titles(5, 5)).toEqual([]);
  expect(titles(0, 30)).toEqual(['Mend 0!', 'Mend 10!', 'Mend 20', 'Fix all 3 of some-rule in this document']);
});

describe('what the light bulb offers first', () => {
  const titles = (source: string, files: Readonly<Record<string, string>> = {}): string[] => {
    const { document, archive, ranges } = fixture(source, { files });
    const diagnostics = lint(document, archive, { mode: 'post' });
    const [at = { start: 0, end: 0 }] = ranges;
    return codeActions(diagnostics, findingsAt(diagnostics, at)).map(({ title }) => title);
  };
  const page = '# Design Sessions 2019\n\n- Date: 2019-07-09 to 2019-07-11\n\n## Thursday\n\n### Virtio\n';

  it('for an action of nobody: who spoke last, who else is there, and that nobody is known', () => {
    const notes =
      '# Minutes\n\n- Date: 2019-07-11\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n- Wei Liu\n\n## Hotel\n\n- Jan: full\n- Lars: not so\n- ⟦ACTION⟧: book it\n';
    expect(titles(notes)).toEqual([
      'Give it to Lars Kurth',
      'Give it to Jan Beulich',
      'Give it to Wei Liu',
      'Write "ACTION unknown:"',
    ]);
  });

  it('for a session that is not there: the nearest, and to add it', () => {
    const notes =
      '# Design session notes: Virtio\n\n- Session: ⟦[[Design Sessions 2019#Virtoi]]⟧\n- Date: 2019-07-11\n';
    expect(titles(notes, { 'events/2019.md': page })).toEqual([
      'Refer to "Design Sessions 2019#Virtio"',
      'Add the session "Virtoi" to "Design Sessions 2019"',
    ]);
  });

  it('for notes without a day: the days of their event', () => {
    const notes =
      '# Design session notes: ⟦Virtio⟧\n\n- Session: [[Design Sessions 2019#Virtio]]\n\n## Notes\n\n- a word\n';
    expect(titles(notes, { 'events/2019.md': page })).toEqual([
      'Add "Date: 2019-07-09"',
      'Add "Date: 2019-07-10"',
      'Add "Date: 2019-07-11"',
      'Add "Date: unknown"',
    ]);
  });

  it('for minutes of nobody: also who spoke', () => {
    const minutes = '# ⟦Developer meeting minutes⟧\n\n- Date: 2013-02-21\n\n## Kexec\n\n- Jan Beulich: nothing new\n';
    expect(titles(minutes)).toEqual(['Add the section "Attendees"', 'List who spoke: Jan Beulich']);
  });
});
