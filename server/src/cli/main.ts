#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keepCompiled } from '../host/compileCache.js';
import type { Installation } from './installation.js';
import { processOutput } from './output.js';
import { run } from './run.js';

/** The parts that are installed beside this bundle. */
function installation(): Installation {
  const root = path.join(__dirname, '..');
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return { version, corpus: path.join(root, 'corpus'), server: path.join(__dirname, 'server.cjs'), caches: true };
}

const place = installation();
const output = processOutput();
const [first, ...others] = process.argv.slice(2);
// What scripts ask for most needs nothing of the rest.
if (others.length === 0 && (first === '--version' || first === '-v' || first === '-V')) output.print(place.version);
else {
  keepCompiled();
  void run(output, place);
}
