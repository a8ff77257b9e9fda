// Modules of the source for scripts, as Node itself reads no TypeScript.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** What a module exports, with all that it imports. */
export async function loadSource(entry) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xen-notes-source-'));
  const outfile = path.join(folder, 'module.cjs');
  const mainFields = ['module', 'main'];
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, platform: 'node', mainFields });
  try {
    return createRequire(outfile)(outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}
