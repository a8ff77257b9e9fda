import { Option, type Command } from 'commander';
import { exporters } from '../analysis.js';
import { collect, jsonOption, oneOf } from './arguments.js';
import { exportFile, exportMisfit, type ExportFileOptions } from './export.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';

/** As commander gives them: addresses are collected. */
type WrittenOptions = Omit<ExportFileOptions, 'cc'> & { readonly cc: readonly string[] };

/** Adds `export`; `done` is told the exit code. */
export function addExport(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  const formats = exporters.map(({ format }) => format);
  command
    .description('write a document in the form of the wiki or the list; - is standard input')
    .addOption(oneOf('--to <format>', 'the form', formats).makeOptionMandatory())
    .option('-o, --output <file>', 'file to write to, else standard output; nothing is overwritten')
    .option('--subject <subject>', 'subject of a mail, else made of the title')
    .option('--from <address>', 'who sends it')
    .addOption(new Option('--cc <address>', 'who gets a copy').argParser(collect).default([], 'nobody'))
    .option('--in-reply-to <message-id>', 'the mail it answers')
    .option('--force', 'write it although errors stand in the way of posting')
    .addOption(jsonOption())
    .action(async (file: string, { cc, ...written }: WrittenOptions) => {
      const options = { ...written, ...(cc.length > 0 && { cc }) };
      const wrong = exportMisfit(options);
      if (wrong !== undefined) command.error(wrong);
      done(await exportFile(file, options, output, place));
    });
}
