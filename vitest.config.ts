import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,rules,convert,cli,lsp,property}/**/*.test.ts'],
    environment: 'node',
    // What is kept between starts is kept apart from what this user has.
    env: { XDG_CACHE_HOME: path.join(os.tmpdir(), 'xen-notes-test-caches') },
    setupFiles: ['test/support/seed.ts'],
    // Sessions with the built server and thousands of generated documents, or all the minutes at hand, take longer than a unit test may.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
