import type { Command } from 'commander';
import { wholeNumber } from './arguments.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { search, wordsAndPaths, type SearchOptions } from './search.js';

const mostResults = 50;

/** Adds `search`; `done` is told the exit code. */
export function addSearch(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('find words in notes, minutes, proposals and pages; files and folders behind them say where')
    .option('--json', 'as JSON')
    .option('--limit <number>', 'so many places at most', wholeNumber, mostResults)
    .addHelpText(
      'after',
      [
        '',
        'Words are found in capitals or not, and by their beginnings. They are narrowed down by person:, topic:, event:,',
        'year:, kind:, has:notes, has:actions, has:decisions, is:open and is:todo.',
        '',
        'Examples:',
        '  xen-notes search pvh year:2017',
        '  xen-notes search person:"Jan Beulich" is:open minutes',
      ].join('\n'),
    )
    .action(async (given: string[], options: SearchOptions) => {
      done(await search(wordsAndPaths(given), options, output, place));
    });
}
