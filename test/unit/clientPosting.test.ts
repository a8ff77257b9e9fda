import { describe, expect, it } from 'vitest';
import { findingRows, listRows, summary } from '../../client/src/posting/rows.js';
import type { PostingCheck, PostingFinding, PostingFindings } from '../../server/src/lsp/protocol.js';

const finding = (message: string, line: number, fixes: readonly string[] = []): PostingFinding => ({
  diagnostic: { message, code: 'some-rule', range: { start: { line, character: 0 }, end: { line, character: 1 } } },
  text: `- line ${line}`,
  fixes: fixes.map((title) => ({ title, edit: {} })),
});
const group = (weight: PostingFindings['weight'], ...findings: PostingFinding[]): PostingFindings => ({
  weight,
  findings,
});
const check = (...groups: PostingFindings[]): PostingCheck => ({
  uri: 'file:///a.md',
  version: 1,
  kind: 'notes',
  title: 'Virtio',
  groups,
});
const shown = (answer: PostingCheck) =>
  listRows(answer).map((row) => ('detail' in row ? [row.label, row.detail] : [row.label]));

describe('the list before posting', () => {
  it('has the safe fixes first, then the findings by weight, each with its line', () => {
    const answer = {
      ...check(group('blocks', finding('nobody is named', 11)), group('remark', finding('"x" is odd', 0))),
      fixAll: { count: 2, edit: {} },
    };
    expect(shown(answer)).toEqual([
      ['Fix all safe ones (2)', 'Makes every change that needs no decision'],
      ['Stands in the way (1)'],
      ['Nobody is named', 'Line 12: - line 11 (some-rule)'],
      ['Remarks (1)'],
      ['"x" is odd', 'Line 1: - line 0 (some-rule)'],
    ]);
  });

  it('says that all is clear when nothing is found', () => {
    expect(shown(check())[0]).toEqual(['Nothing stands in the way of posting “Virtio”']);
    expect(shown({ ...check(), title: '' })[0]).toEqual(['Nothing stands in the way of posting this document']);
  });

  it.each([
    ['notes', ['Export to Mail…', 'Mark as Posted…']],
    ['minutes', ['Export to Mail…']],
    ['proposal', ['Export to Mail…']],
    ['event', []],
  ])('offers what comes next for %s', (kind, steps) => {
    const [, ...next] = listRows({ ...check(), kind });
    expect(next.map((row) => row.kind === 'next' && row.label)).toEqual(steps);
    expect(listRows(check(group('blocks', finding('a', 0)))).some((row) => row.kind === 'next')).toBe(false);
  });

  it('says that nothing stands in the way when there is something to look at, and what', () => {
    const [clear] = shown(check(group('look', finding('a', 0)), group('remark', finding('b', 1), finding('c', 2))));
    expect(clear).toEqual(['Nothing stands in the way of posting “Virtio”', 'There is still: 1 to look at, 2 remarks']);
  });

  it('sums up what there is', () => {
    expect(summary([group('blocks', finding('a', 0), finding('b', 1))])).toBe('2 stand in the way');
    expect(summary([group('blocks', finding('a', 0)), group('remark', finding('b', 1))])).toBe(
      '1 stands in the way, 1 remark',
    );
    expect(summary([])).toBe('');
  });

  it('offers the fixes of a finding, and to go there', () => {
    expect(findingRows(finding('a', 4, ['Write "x"', 'Write "y"'])).map(({ label }) => label)).toEqual([
      'Write "x"',
      'Write "y"',
      'Go to line 5',
    ]);
  });
});
