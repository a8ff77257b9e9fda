import { CommanderError } from 'commander';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { createProgram } from './program.js';

/** Runs the command line. The exit code is set rather than the process ended, so that all output is written. */
export async function run(output: Output, place: Installation): Promise<void> {
  const program = createProgram(output, place, (code) => {
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
