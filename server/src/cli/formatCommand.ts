import type { Command } from 'commander';
import { say } from '../analysis.js';
import { pathsArgument, wholeNumber } from './arguments.js';
import { formatFiles, formatInput, type FormatOptions } from './format.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';

/** As commander gives them. */
interface GivenOptions extends FormatOptions {
  readonly stdinPath?: string;
}

/** Adds `format`; `done` is told the exit code. */
export function addFormat(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('write documents as they are usually written, without a change of words; - is standard input')
    .addArgument(pathsArgument())
    .option('--check', 'only print which documents are not formatted')
    .option('--write', 'write the files')
    .option('--wrap <columns>', 'break lines that are longer', wholeNumber)
    .option('--stdin-path <path>', 'the path standard input is read as')
    .action(async (paths: string[], options: GivenOptions) => {
      const wrong = conflictOf(paths, options);
      if (wrong !== undefined) command.error(wrong);
      const { stdinPath = 'stdin.md' } = options;
      done(
        await (paths.includes('-')
          ? formatInput(stdinPath, options, output, place)
          : formatFiles(paths, options, output, place)),
      );
    });
}

/** Columns below which a line has no room for a word and its marker. */
const leastWrap = 20;

/** What options cannot be had together, and what to do about it. */
function conflictOf(paths: readonly string[], { check, write, wrap, stdinPath }: GivenOptions): string | undefined {
  if (check && write) return say`--check writes nothing; leave out --write`;
  if (wrap !== undefined && wrap < leastWrap)
    return say`--wrap ${wrap} leaves no room for words; give ${leastWrap} or more`;
  if (!paths.includes('-')) return stdinPath === undefined ? undefined : say`--stdin-path needs - as the path`;
  if (paths.length > 1) return say`- stands for standard input and goes with no other path`;
  return write ? say`standard input is printed and no file; leave out --write` : undefined;
}
