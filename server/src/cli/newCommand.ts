import type { Command } from 'commander';
import { newKinds, type NewKind } from '../analysis.js';
import { jsonOption, oneOfArgument } from './arguments.js';
import type { Installation } from './installation.js';
import { newFile, newMisfit, type NewOptions } from './new.js';
import type { Output } from './output.js';

/** Adds `new`; `done` is told the exit code. */
export function addNew(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('begin a document, with what is known filled in')
    .addArgument(oneOfArgument('<kind>', 'what to begin', newKinds))
    .option('--title <title>', 'its title')
    .option('--session <session>', 'the session that notes are of: Page#Title, or a title')
    .option('--from-previous <file>', 'minutes of the meeting before: what is still to be done is carried over')
    .option('--date <day>', 'its day: YYYY-MM-DD, or words such as today and "next friday"')
    .option('-o, --output <path>', 'file or folder to write to, - for standard output, else its place in the archive')
    .addOption(jsonOption())
    .action(async (kind: NewKind, options: NewOptions) => {
      const wrong = newMisfit(kind, options);
      if (wrong !== undefined) command.error(wrong);
      done(await newFile(kind, options, output, place));
    });
}
