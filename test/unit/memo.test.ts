import { describe, expect, it } from 'vitest';
import { memo } from '../../server/src/text/memo.js';

/** A function that is remembered, and the arguments it was called with. */
function counted<Arguments extends readonly (object | string | number | undefined)[], Value>(
  value: (...given: Arguments) => Value,
  most?: number,
): { readonly ask: (...given: Arguments) => Value; readonly asked: Arguments[] } {
  const asked: Arguments[] = [];
  const told = (...given: Arguments): Value => {
    asked.push(given);
    return value(...given);
  };
  Object.defineProperty(told, 'length', { value: value.length });
  return { ask: memo(told, most), asked };
}

describe('memo', () => {
  it('tells objects apart by identity', () => {
    const { ask, asked } = counted(({ name }: { readonly name: string }) => [name]);
    const one = { name: 'Wei Liu' };
    expect(ask(one)).toBe(ask(one));
    expect(ask({ name: 'Wei Liu' })).not.toBe(ask(one));
    expect(asked).toHaveLength(2);
  });

  it('tells functions apart by identity', () => {
    const { ask, asked } = counted((read: () => number) => read());
    const three = (): number => 3;
    expect([ask(three), ask(three), ask(() => 4)]).toEqual([3, 3, 4]);
    expect(asked).toHaveLength(2);
  });

  it('tells texts and numbers apart by value and kind', () => {
    const { ask, asked } = counted((each: string | number | undefined) => typeof each);
    const long = 'a text that is longer than a few letters';
    expect([ask(long), ask(`${long.slice(0, 6)}${long.slice(6)}`), ask(1), ask(1), ask('1'), ask(undefined)]).toEqual([
      'string',
      'string',
      'number',
      'number',
      'string',
      'undefined',
    ]);
    expect(asked).toEqual([[long], [1], ['1'], [undefined]]);
  });

  it('looks at several arguments in their order', () => {
    const { ask, asked } = counted((list: readonly string[], from: string, to: string) => `${list[0]}${from}${to}`);
    const list = ['a'];
    expect([ask(list, 'b', 'c'), ask(list, 'c', 'b'), ask(list, 'b', 'c'), ask(['a'], 'b', 'c')]).toEqual([
      'abc',
      'acb',
      'abc',
      'abc',
    ]);
    expect(asked).toHaveLength(3);
  });

  it('remembers that there is nothing', () => {
    const { ask, asked } = counted((name: string): string | undefined => (name === '' ? name : undefined));
    expect([ask('PVH'), ask('PVH')]).toEqual([undefined, undefined]);
    expect(asked).toHaveLength(1);
  });

  it('remembers nothing of a call that failed', () => {
    const { ask, asked } = counted((name: string) => {
      throw new Error(name);
    });
    expect(() => ask('PVH')).toThrow('PVH');
    expect(() => ask('PVH')).toThrow('PVH');
    expect(asked).toHaveLength(2);
  });

  it('takes no notice of what is given beyond the parameters', () => {
    const { ask, asked } = counted((name: string) => name.toLowerCase());
    expect(['PVH', 'PVH', 'HVM'].map(ask)).toEqual(['pvh', 'pvh', 'hvm']);
    expect(asked.map(([name]) => name)).toEqual(['PVH', 'HVM']);
  });

  it('keeps so many texts at a time, and objects however many', () => {
    const byText = counted((name: string) => name, 2);
    for (const name of ['a', 'b', 'a', 'c', 'c', 'a']) expect(byText.ask(name)).toBe(name);
    expect(byText.asked).toEqual([['a'], ['b'], ['c'], ['a']]);

    const objects = [{}, {}, {}];
    const byObject = counted((each: object) => [each], 2);
    for (const each of [...objects, ...objects]) expect(byObject.ask(each)).toEqual([each]);
    expect(byObject.asked).toHaveLength(3);
  });
});
