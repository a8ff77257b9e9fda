import { Command, CommanderError, Option } from 'commander';
import { importers, ruleById, speak, unknownRule, type Language } from '../analysis.js';
import { languageOf, readLanguage } from '../host/texts.js';
import { jsonOption, oneOf, oneOfArgument, pathsArgument } from './arguments.js';
import { addArchiveReport } from './archiveReportCommand.js';
import { addCheck } from './checkCommand.js';
import { completionScript, shellNames } from './completion/completion.js';
import { compareFiles, type CompareOptions } from './compare.js';
import { addFurther } from './further.js';
import { explainRule, listRules, printRules } from './explain.js';
import { addExport } from './exportCommand.js';
import { addFormat } from './formatCommand.js';
import { importFile, type ImportFileOptions } from './import.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { addNew } from './newCommand.js';
import { misfit, query, type QueryOptions } from './query.js';
import { addSearch } from './searchCommand.js';
import { serve } from './serve.js';
import { subjects } from './subjects.js';
import { thread, threadMisfit, threads } from './thread.js';

/** The command line; `done` is told the exit code of the command that ran. */
export function createProgram(output: Output, installed: Installation, done: (code: number) => void): Command {
  const program = new Command('xen-notes')
    .description("Check, query and convert the Xen Project's design-session proposals, notes and minutes")
    .version(installed.version, ...versionFlags)
    .helpOption('-h, --help', 'print this help')
    .option('--no-cache', 'read all documents anew, and keep nothing of them for the next time')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) });
  const place: Installation = {
    ...installed,
    get caches() {
      return program.opts<{ cache: boolean }>().cache;
    },
  };
  const command = (usage: string): Command =>
    alsoCapitalV(program.command(usage).version(place.version, ...versionFlags), output, place);
  addCheck(command('check'), output, place, done);
  addFormat(command('format'), output, place, done);
  addQuery(command('query'), output, place, done);
  addSearch(command('search <words...>'), output, place, done);
  addArchiveReport(command('report'), output, place, done);
  addImport(command('import <file>'), output, place, done);
  addExport(command('export <file>'), output, place, done);
  addNew(command('new'), output, place, done);
  addCompare(command('compare <before> <after>'), output, done);
  addExplain(command('explain [rule]'), output, done);
  addCompletion(command('completion'), output, done);
  command('serve')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(() => {
      done(serve(output, place));
    });
  alsoCapitalV(program, output, place);
  program.hook('preAction', (_, action) => speak(languageFor(action)));
  for (const each of [program, ...program.commands]) addFurther(each);
  return program;
}

/** What programs read is the same in every language, and so is what is said beside it. */
function languageFor(command: Command): Language | undefined {
  const { json, report, format = 'text' } = command.opts<{ json?: true; report?: string; format?: string }>();
  const forPrograms = json === true || report !== undefined || format !== 'text';
  return forPrograms ? undefined : readLanguage(languageOf(process.env));
}

const versionFlags = ['-v, --version', 'print the version'] as const;

/** The short form that other programs of this kind have. */
function alsoCapitalV(command: Command, { print }: Output, { version }: Installation): Command {
  return command.addOption(new Option('-V').hideHelp()).on('option:V', () => {
    print(version);
    throw new CommanderError(0, 'commander.version', version);
  });
}

function addCompletion(command: Command, output: Output, done: (code: number) => void): void {
  command
    .description('print what a shell reads to complete the words of this command line')
    .addArgument(oneOfArgument('<shell>', 'the shell', shellNames))
    .action((shell: (typeof shellNames)[number], _options, { parent }: Command) => {
      if (parent) output.write(completionScript(shell, parent));
      done(0);
    });
}

function oneLine(text: string): string {
  return `xen-notes: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/(?<!\s)\s*\n\s*/g, ' ')}`;
}

/** What is known of a session's notes: drafts are in the archive and not posted yet; those that were posted go by both words. */
const statuses = ['draft', 'posted', 'notes', 'none', 'todo', 'unknown'] as const;

interface AskedOptions extends Omit<QueryOptions, 'status'> {
  readonly status?: (typeof statuses)[number];
}

function addQuery(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('list what archives hold')
    .addArgument(
      oneOfArgument('<what>', 'what to list; a name follows topic and person', [...Object.keys(subjects), ...threads]),
    )
    .addArgument(pathsArgument())
    .addOption(jsonOption())
    .option('--event <event>', 'of an event: its title, or the year')
    .addOption(oneOf('--status <status>', 'sessions by their notes', [...statuses]))
    .option('--owner <name>', 'actions of a person')
    .option('--mine', "actions of who asks, by git's user.name")
    .option('--open', 'actions not done')
    .option('--overdue', 'actions not done whose day is over')
    .option('--ics <file>', 'write the open actions that are due on a day as a calendar; - is standard output')
    .option('--reminder', 'print the open actions by owner, as a text for a mail')
    .option('--previous', 'also actions carried over from an earlier meeting')
    .option('--kind <kind>', 'documents or references of a kind')
    .option('--to <reference>', 'references that lead to a page, Page#Section, path or address')
    .action(async (what: string, paths: string[], { status, ...asked }: AskedOptions) => {
      const options: QueryOptions = { ...asked, ...(status && { status: status === 'posted' ? 'notes' : status }) };
      const subject = subjects[what];
      const runsBy = threads.find((each) => each === what);
      const wrong = runsBy ? threadMisfit(runsBy, paths, options) : subject && misfit(what, subject, options);
      if (wrong !== undefined) command.error(wrong);
      if (runsBy) done(await thread(runsBy, paths, options, output, place));
      else if (subject) done(await query(subject, paths, options, output, place));
    });
}

function importFormat(): Option {
  return oneOf('--from <format>', 'the form it has', ['auto', ...importers.map(({ format }) => format)]).default(
    'auto',
  );
}

function addCompare(command: Command, output: Output, done: (code: number) => void): void {
  command
    .description(
      "tell what became of an event page's sessions between two states of it: documents, REVISION:FILE, or what can be imported",
    )
    .addOption(importFormat())
    .addOption(jsonOption())
    .action(async (before: string, after: string, options: CompareOptions) => {
      done(await compareFiles(before, after, options, output));
    });
}

function addImport(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  command
    .description('make documents of what was copied from the wiki or the list; - is standard input')
    .addOption(importFormat())
    .option('-o, --output <path>', 'file or folder to write to, else standard output; nothing is overwritten')
    .addOption(jsonOption())
    .option('--report <file>', 'write what was kept, uncertain and left out as JSON')
    .action(async (file: string, options: ImportFileOptions) => {
      done(await importFile(file, options, output, place));
    });
}

function addExplain(command: Command, output: Output, done: (code: number) => void): void {
  command
    .description("print a rule's page, or the list of rules")
    .addOption(jsonOption())
    .action((id: string | undefined, { json }: { readonly json?: boolean }) => {
      const rule = id === undefined ? undefined : ruleById(id);
      if (id !== undefined && !rule) command.error(unknownRule(id));
      if (json) printRules(output, rule);
      else if (rule) explainRule(rule, output);
      else listRules(output);
      done(0);
    });
}
