import 'mocha/mocha.js';

/** Mocha for browsers, which puts its names into the worker's scope. */
declare const mocha: BrowserMocha & { setup(options: object): void };

/** Has to be called before tests are loaded, which need its names. */
export function mochaHere(): typeof mocha {
  mocha.setup({ ui: 'tdd', reporter: silent, timeout: 120_000, retries: 1 });
  return mocha;
}

/** What is told goes another way. */
function silent(): void {}
