import fc from 'fast-check';

/** Generated tests run the same cases every time; `FC_SEED=7 npx vitest run test/property` looks at others. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20190711) });
