import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,rules,convert,cli,lsp,property}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/support/seed.ts'],
    // Sessions with the built server and thousands of generated documents, or all the minutes at hand, take longer than a unit test may.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
