import { Option, type Command } from 'commander';
import { say } from '../analysis.js';
import { collect, jsonOption, oneOf, pathsArgument, wholeNumber } from './arguments.js';
import { checkFiles, checkInput, type CheckOptions } from './check.js';
import { formats } from './formats/formats.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { readRuleSetting } from './ruleSettings.js';

/** As commander gives them: what it cannot read itself is still text. */
type WrittenOptions = Omit<CheckOptions, 'rule'> & { readonly rule: readonly string[] };

/** Adds `check`; `done` is told the exit code. */
export function addCheck(command: Command, output: Output, place: Installation, done: (code: number) => void): void {
  addOptions(command)
    .description('check files or folders; - is standard input')
    .addArgument(pathsArgument())
    .action(async (paths: string[], written: WrittenOptions) => {
      const settings = written.rule.map(readRuleSetting);
      const conflict = conflictOf(paths, written);
      const wrong = [
        ...(conflict === undefined ? [] : [conflict]),
        ...settings.filter((setting) => typeof setting === 'string'),
      ];
      for (const each of wrong.slice(1)) output.say(`xen-notes: ${each}`);
      if (wrong[0] !== undefined) command.error(wrong[0]);
      const options = { ...written, rule: settings.filter((setting) => typeof setting !== 'string') };
      const fromInput = paths.includes('-');
      done(await (fromInput ? checkInput(options, output, place) : checkFiles(paths, options, output, place)));
    });
}

function addOptions(command: Command): Command {
  return command
    .addOption(
      oneOf('--mode <mode>', 'post: what must hold before notes go to the list', ['draft', 'post']).default('draft'),
    )
    .addOption(
      oneOf('--format <format>', 'how findings are printed; compact is one line each', Object.keys(formats)).default(
        'text',
      ),
    )
    .addOption(jsonOption().implies({ format: 'json' }))
    .option('--fix', 'apply safe fixes')
    .option('--fix-dry-run', 'print what --fix would change, as a unified diff')
    .option('--max-warnings <n>', 'warnings that are no failure', wholeNumber, 0)
    .option('-q, --quiet', 'only errors and warnings, and no summary')
    .addOption(
      new Option('--rule <id[=severity]>', 'check only this rule, or set its severity: off, hint, info, warn or error')
        .argParser(collect)
        .default([], 'all rules'),
    )
    .option('--changed-since <revision>', 'only findings in lines changed since a git revision')
    .option('--baseline <file>', 'a file of accepted findings, which are left out')
    .option('--no-baseline', 'tell accepted findings too')
    .option('--update-baseline', 'accept all that is found now')
    .option('--stdin-path <path>', 'the path standard input is checked as');
}

/** What options cannot be had together, and what to do about it. */
function conflictOf(paths: readonly string[], options: WrittenOptions): string | undefined {
  const { fix, fixDryRun, updateBaseline, baseline, changedSince, format } = options;
  if (fix && fixDryRun) return say`--fix writes what --fix-dry-run only shows; leave one of them out`;
  if (fixDryRun && format !== 'text') return say`--fix-dry-run prints a diff; leave out --format ${format}`;
  if (updateBaseline && baseline === false) return say`--no-baseline uses none; leave out --update-baseline`;
  if (updateBaseline && fixDryRun) return say`--fix-dry-run writes nothing; leave out --update-baseline`;
  if (updateBaseline && changedSince !== undefined) {
    return say`--update-baseline accepts what is found in all lines; leave out --changed-since`;
  }
  return inputConflict(paths, options);
}

function inputConflict(paths: readonly string[], options: WrittenOptions): string | undefined {
  const { fix, updateBaseline, changedSince, stdinPath, format } = options;
  if (!paths.includes('-')) return stdinPath === undefined ? undefined : say`--stdin-path needs - as the path`;
  if (paths.length > 1) return say`- stands for standard input and goes with no other path`;
  if (fix && format !== 'text') return say`--fix prints the mended text; leave out --format ${format}`;
  if (changedSince !== undefined) return say`--changed-since needs files that git knows; leave it out for -`;
  return updateBaseline ? say`--update-baseline needs files; name them in place of -` : undefined;
}
