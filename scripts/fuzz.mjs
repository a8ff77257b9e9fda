// npm run fuzz [FACTOR] [FILES…]: generated tests, with so many times more cases than in a usual run, and other ones each time.
import { program, runNode } from './tools.mjs';

const [factor = '20', ...files] = process.argv.slice(2);
const seed = process.env['FC_SEED'] ?? String(Date.now() % 2 ** 31);
console.log(`FC_SEED=${seed} npm run fuzz ${[factor, ...files].join(' ')}`);
const env = { ...process.env, XEN_NOTES_FUZZ: factor, FC_SEED: seed };
const tests = files.length > 0 ? files : ['test/property', 'test/rules/typing.test.ts', 'test/lsp/editorLife.test.ts'];
process.exitCode = await runNode([program('vitest/vitest.mjs'), 'run', '--testTimeout', '36000000', ...tests], { env });
