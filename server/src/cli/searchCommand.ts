import type { Command } from 'commander';
import { jsonOption, wholeNumber } from './arguments.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { search, wordsAndPaths, type SearchOptions } from './search.js';

const mostResults = 50;

/** Adds `search`; `done` is told the exit code. */
export function addSearch(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('find words in notes, minutes, proposals and pages; files and folders behind them say where')
    .addOption(jsonOption())
    .option('--limit <number>', 'so many places at most', wholeNumber, mostResults)
    .action(async (given: string[], options: SearchOptions) => {
      done(await search(wordsAndPaths(given), options, output, place));
    });
}
