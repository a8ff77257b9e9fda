import type { Command } from 'commander';
import { archiveReport, type ArchiveReportOptions } from './archiveReport.js';
import { jsonOption, pathsArgument } from './arguments.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';

/** Adds `report`; `done` is told the exit code. */
export function addArchiveReport(
  command: Command,
  output: Output,
  place: Installation,
  done: (code: number) => void,
): void {
  command
    .description('write a page on an archive: sessions, topics through the years, open actions, and what is owed')
    .addArgument(pathsArgument())
    .option('-o, --output <file>', 'HTML file to write to, else standard output; only a report is overwritten')
    .addOption(jsonOption())
    .action(async (paths: string[], options: ArchiveReportOptions) => {
      done(await archiveReport(paths, options, output, place));
    });
}
