import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../server/src/analysis.js';
import { posting } from '../../../server/src/features/posting.js';

const at = (start: number, severity: Diagnostic['severity'], rest: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'r',
  message: 'm',
  span: { start, end: start + 1 },
  severity,
  fix: 'none',
  ...rest,
});
const fix = (start: number) => ({ title: 'Mend', edits: [{ span: { start, end: start + 1 }, text: 'x' }] });

it('groups by weight, the weightiest first and each in text order', () => {
  const found = [at(1, 'hint'), at(2, 'warning'), at(3, 'error'), at(4, 'info'), at(5, 'error')];
  expect(posting(found).groups.map(({ weight, findings }) => [weight, findings.map(({ span }) => span.start)])).toEqual(
    [
      ['blocks', [3, 5]],
      ['look', [2]],
      ['remark', [1, 4]],
    ],
  );
});

it('has no empty group, and nothing to fix where nothing is safe', () => {
  expect(posting([])).toEqual({ groups: [] });
  expect(posting([at(1, 'info', { fix: 'suggest', fixes: [fix(1)] })])).not.toHaveProperty('fixAll');
});

it('counts the safe fixes of the document itself', () => {
  const elsewhere = [{ path: 'other.md', edits: [] }];
  const found = [
    at(1, 'error', { fix: 'safe', fixes: [fix(1)] }),
    at(2, 'info', { fix: 'suggest', fixes: [fix(2)] }),
    at(3, 'hint', { fix: 'safe', fixes: [fix(3)] }),
    at(4, 'hint', { fix: 'safe', fixes: [{ ...fix(4), elsewhere }] }),
  ];
  expect(posting(found).fixAll).toEqual({ count: 2, edits: [fix(1), fix(3)].flatMap(({ edits }) => edits) });
});
