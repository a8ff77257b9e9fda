import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that only call: each worker loads the server's modules once for all of them. */
const calling = ['test/{unit,rules,convert,property}/**/*.test.ts'];
/** Those that put others in the place of modules, or have them speak another language, need them to themselves. */
const alone = [
  'test/unit/client{Trust,Tree}.test.ts',
  'test/unit/languages.test.ts',
  'test/{rules,unit/features}/pseudo.test.ts',
];
/** Tests that run what is built. */
const running = ['test/{cli,lsp}/**/*.test.ts'];

const settings = {
  // What is kept between starts is kept apart from what this user has.
  env: { XDG_CACHE_HOME: path.join(os.tmpdir(), 'xen-notes-test-caches'), LC_ALL: 'C' },
  setupFiles: ['test/support/seed.ts'],
  // Sessions with the built server and thousands of generated documents, or all the minutes at hand, take longer than a unit test may.
  testTimeout: 240_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { ...settings, name: 'calling', include: calling, exclude: alone, isolate: false } },
      { test: { ...settings, name: 'running', include: [...running, ...alone] } },
    ],
  },
});
