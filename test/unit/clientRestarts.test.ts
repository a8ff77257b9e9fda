import { expect, it } from 'vitest';
import { createRestarts } from '../../client/src/restarts.js';

const minute = 60_000;

it('a server that dies is started again four times in three minutes, and people are told of the first and the last', () => {
  const died = createRestarts();
  const told = [0, 1, 2, 3, 4].map((second) => died(second * 1000));
  expect(told.map(({ again }) => again)).toEqual([true, true, true, true, false]);
  expect(told.map(({ shown }) => shown)).toEqual([true, false, false, false, true]);
  expect(told[1]?.message).toContain('started again (2 of 4 times');
  expect(told[4]?.message).toMatch(/stopped 5 times .* not started again; checks and completion are off\. Restart it/);
});

it('one that dies now and then is started each time', () => {
  const died = createRestarts();
  for (let each = 0; each < 20; each++) expect(died(each * minute)).toMatchObject({ again: true });
});

it('whoever starts it by hand gets all attempts anew', () => {
  const died = createRestarts();
  for (let each = 0; each < 5; each++) died(each);
  expect(died(6)).toMatchObject({ again: true, shown: true });
});
