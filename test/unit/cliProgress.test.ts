import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressOn } from '../../server/src/cli/output.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

function written(isTTY: boolean): string[] {
  const texts: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => texts.push(text) > 0 }, 'Reading');
  progress.at(1, 9);
  vi.advanceTimersByTime(1200);
  progress.at(2, 9);
  progress.at(3, 9);
  vi.advanceTimersByTime(150);
  progress.at(4, 9);
  progress.end();
  return texts;
}

it('tells how far a long work is, not too often, and wipes it away', () => {
  expect(written(true)).toEqual(['\rReading 2 of 9 …', '\rReading 4 of 9 …', `\r${' '.repeat(16)}\r`]);
});

it('says nothing where nobody watches', () => {
  expect(written(false)).toEqual([]);
});
