/** The assertions that the suite makes, where there is no Node. */
export function ok(value: unknown, message = 'it is not so'): asserts value {
  if (value === undefined || value === null || value === false || value === '' || value === 0) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${shown(actual)} is not ${shown(expected)}`);
}

export function notEqual(actual: unknown, other: unknown, message?: string): void {
  ok(!Object.is(actual, other), message ?? `it is ${shown(other)}`);
}

/** For what JSON can say, in one order. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(shown(actual), shown(expected), message);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(text), message ?? `${shown(text)} does not match ${String(pattern)}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each === undefined ? 'undefined' : each)) ?? 'undefined';
}
