#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CommanderError } from 'commander';
import type { Installation } from './installation.js';
import { processOutput } from './output.js';
import { createProgram } from './program.js';

/** The parts that are installed beside this bundle. */
function installation(): Installation {
  const root = path.join(__dirname, '..');
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return { version, corpus: path.join(root, 'corpus'), server: path.join(__dirname, 'server.cjs') };
}

/** Runs the command line. The exit code is set rather than the process ended, so that all output is written. */
async function main(): Promise<void> {
  const program = createProgram(processOutput(), installation(), (code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version that were asked for are fine; everything else kept the command from running.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

void main();
