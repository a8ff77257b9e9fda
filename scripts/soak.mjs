// npm run soak: what the server holds while an hour's edits are made in fast motion, and files opened and closed.
import { program, runNode } from './tools.mjs';

const env = { ...process.env, XEN_NOTES_SOAK: 'long' };
const args = [program('vitest/vitest.mjs'), 'run', '--testTimeout', '36000000', 'test/lsp/soak.test.ts'];
process.exitCode = await runNode(args, { env });
