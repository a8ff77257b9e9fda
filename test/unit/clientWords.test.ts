import { describe, expect, it } from 'vitest';
import { actionDetail, age, sessionsCounted } from '../../client/src/views/words.js';

const today = new Date(2026, 2, 15);

describe('what the views say', () => {
  it.each([
    ['2013-02', '13 years'],
    ['2013', '13 years'],
    ['2025-03-15', '1 year'],
    ['2025-03-16', '11 months'],
    ['2026-02-15', '1 month'],
    ['2026-02-16', '27 days'],
    ['2026-03-14', '1 day'],
    ['2026-03-15', 'today'],
    ['2026-03-16', undefined],
    ['some day', undefined],
  ])('%s is %s ago', (date, expected) => {
    expect(age(date, today)).toBe(expected);
  });

  it('joins what is known of an action', () => {
    const at = { uri: '', line: 0 };
    const action = { ...at, owners: [], text: 'x', document: 'd', open: true, overdue: false, origin: at, openFor: 1 };
    expect(actionDetail(action, today)).toBe('');
    expect(actionDetail({ ...action, date: '2013-02', due: '2013-03-15' }, today)).toBe(
      'since 2013-02 · 13 years · due 2013-03-15',
    );
    expect(actionDetail({ ...action, date: '2026-02-15', openFor: 3 }, today)).toBe(
      'since 2026-02-15 · 1 month · 3 meetings',
    );
  });

  it('counts', () => {
    expect([0, 1, 2].map((count) => sessionsCounted(count))).toEqual(['0 sessions', '1 session', '2 sessions']);
  });
});
