import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { exporters, importers, ruleById, unknownRule } from '../analysis.js';
import { checkFiles, checkInput, type CheckOptions } from './check.js';
import { explainRule, listRules } from './explain.js';
import { exportFile, exportMisfit, type ExportFileOptions } from './export.js';
import { importFile, type ImportFileOptions } from './import.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { misfit, query, type QueryOptions } from './query.js';
import { readRuleSetting } from './ruleSettings.js';
import { serve } from './serve.js';
import { subjects } from './subjects.js';

/** The command line; `done` is told the exit code of the command that ran. */
export function createProgram(output: Output, place: Installation, done: (code: number) => void): Command {
  const program = new Command('xen-notes')
    .description("Check, query and convert the Xen Project's design-session proposals, notes and minutes")
    .version(place.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) });
  const command = (usage: string): Command =>
    program.command(usage).version(place.version, '-V, --version', 'print the version');
  addCheck(command('check'), output, place, done);
  addQuery(command('query'), output, place, done);
  addImport(command('import <file>'), output, place, done);
  addExport(command('export <file>'), output, place, done);
  addExplain(command('explain [rule]'), output, done);
  command('serve')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(() => {
      done(serve(output, place));
    });
  return program;
}

function oneLine(text: string): string {
  return `xen-notes: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')}`;
}

/** As commander gives them: what it cannot read itself is still text. */
type WrittenCheckOptions = Omit<CheckOptions, 'rule'> & { readonly rule: readonly string[] };

function addCheck(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  addCheckOptions(command)
    .description('check files or folders; - is standard input')
    .addArgument(pathsArgument())
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing that fails, 1 errors or too many warnings, 2 something could not be done',
    )
    .action(async (paths: string[], written: WrittenCheckOptions) => {
      const settings = written.rule.map(readRuleSetting);
      const wrong = conflictOf(paths, written) ?? settings.find((setting) => typeof setting === 'string');
      if (wrong !== undefined) command.error(wrong);
      const options = { ...written, rule: settings.filter((setting) => typeof setting !== 'string') };
      const fromInput = paths.includes('-');
      done(await (fromInput ? checkInput(options, output, place) : checkFiles(paths, options, output, place)));
    });
}

function addCheckOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--mode <mode>', 'post: what must hold before notes go to the list')
        .choices(['draft', 'post'])
        .default('draft'),
    )
    .addOption(new Option('--format <format>', 'how findings are printed').choices(['text', 'json']).default('text'))
    .option('--fix', 'apply safe fixes')
    .addOption(new Option('--fix-dry-run', 'print what --fix would change, as a unified diff').conflicts('fix'))
    .option('--max-warnings <n>', 'warnings that are no failure', wholeNumber, 0)
    .option('--quiet', 'only errors and warnings, and no summary')
    .addOption(
      new Option('--rule <id[=severity]>', 'check only this rule, or set its severity: off, hint, info, warn or error')
        .argParser(collect)
        .default([], 'all rules'),
    )
    .option('--stdin-path <path>', 'the path standard input is checked as');
}

function conflictOf(paths: readonly string[], options: WrittenCheckOptions): string | undefined {
  const input = paths.includes('-');
  if (input && paths.length > 1) return '- stands for standard input and goes with no other path';
  if (!input && options.stdinPath !== undefined) return '--stdin-path needs - as the path';
  if (options.format === 'json' && options.fixDryRun) return '--fix-dry-run prints a diff; leave out --format json';
  return input && options.fix && options.format === 'json'
    ? '--fix prints the mended text; leave out --format json'
    : undefined;
}

function addQuery(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('list what archives hold')
    .addArgument(new Argument('<what>', 'what to list').choices(Object.keys(subjects)))
    .addArgument(pathsArgument())
    .option('--json', 'as JSON')
    .option('--event <event>', 'of an event: its title, or the year')
    .addOption(new Option('--status <status>', 'sessions by their notes').choices(['notes', 'none', 'todo', 'unknown']))
    .option('--owner <name>', 'actions of a person')
    .option('--open', 'actions not done')
    .option('--previous', 'also actions carried over from an earlier meeting')
    .option('--kind <kind>', 'documents or references of a kind')
    .option('--to <reference>', 'references that lead to a page, Page#Section, path or address')
    .action(async (what: string, paths: string[], options: QueryOptions) => {
      const subject = subjects[what];
      if (!subject) command.error(`cannot list ${what}`);
      const wrong = misfit(what, subject, options);
      if (wrong !== undefined) command.error(wrong);
      done(await query(subject, paths, options, output, place));
    });
}

function addImport(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('make documents of what was copied from the wiki or the list; - is standard input')
    .addOption(
      new Option('--from <format>', 'the form it has')
        .choices(['auto', ...importers.map(({ format }) => format)])
        .default('auto'),
    )
    .option('-o, --output <path>', 'file or folder to write to, else standard output; nothing is overwritten')
    .option('--report <file>', 'write what was kept, uncertain and left out as JSON')
    .action(async (file: string, options: ImportFileOptions) => {
      done(await importFile(file, options, output, place));
    });
}

/** As commander gives them: addresses are collected, and a flag that is not there is left out. */
type WrittenExportOptions = Omit<ExportFileOptions, 'cc'> & { readonly cc: readonly string[] };

function addExport(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('write a document in the form of the wiki or the list; - is standard input')
    .addOption(
      new Option('--to <format>', 'the form').choices(exporters.map(({ format }) => format)).makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'file to write to, else standard output; nothing is overwritten')
    .option('--subject <subject>', 'subject of a mail, else made of the title')
    .option('--from <address>', 'who sends it')
    .addOption(new Option('--cc <address>', 'who gets a copy').argParser(collect).default([], 'nobody'))
    .option('--in-reply-to <message-id>', 'the mail it answers')
    .option('--force', 'write it although errors stand in the way of posting')
    .action(async (file: string, { cc, ...written }: WrittenExportOptions) => {
      const options = { ...written, ...(cc.length > 0 && { cc }) };
      const wrong = exportMisfit(options);
      if (wrong !== undefined) command.error(wrong);
      done(await exportFile(file, options, output, place));
    });
}

function addExplain(command: Command, output: Output, done: (code: number) => void): void {
  command.description("print a rule's page, or the list of rules").action((id: string | undefined) => {
    const rule = id === undefined ? undefined : ruleById(id);
    if (id === undefined) listRules(output);
    else if (rule) explainRule(rule, output);
    else command.error(unknownRule(id));
    done(0);
  });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

function pathsArgument(): Argument {
  return new Argument('[paths...]', 'files and folders').default(['.'], 'the working folder');
}
