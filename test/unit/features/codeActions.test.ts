import { expect, test } from 'vitest';
import { codeActions, findingsAt, safeEdits } from '../../../server/src/features/codeActions.js';
import type { Diagnostic } from '../../../server/src/rules/lint.js';

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
