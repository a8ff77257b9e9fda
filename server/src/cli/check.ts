import { type Archive, type Document, type Mode } from '../analysis.js';
import { checked, fixed, printFixes, writeFixes, type Checked, type Fixed } from './fix.js';
import type { Installation } from './installation.js';
import { counted, sayProblems, type Output } from './output.js';
import { findingRows, summary, textReport, type FindingRow } from './report.js';
import { lintOptions, type RuleSetting } from './ruleSettings.js';
import { select, shownPath } from './selection.js';
import { inputDocument } from './standardInput.js';

export interface CheckOptions {
  readonly mode: Mode;
  readonly format: 'text' | 'json';
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings: number;
  readonly quiet?: boolean;
  readonly rule: readonly RuleSetting[];
  readonly stdinPath?: string;
}

/** Checks files and folders; the exit code. */
export async function checkFiles(
  paths: readonly string[],
  options: CheckOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const documents = new Map<string, Document>();
  const { archives, problems } = await select(paths, {
    output,
    corpus: place.corpus,
    onDocument: (document) => documents.set(document.path, document),
  });
  const progress = output.progress('Checking');
  const results: Fixed[] = [];
  for (const { loaded, documents: asked } of archives) {
    let { archive } = loaded;
    for (const [index, { path }] of asked.entries()) {
      const document = documents.get(path);
      if (!document) continue;
      const result = checkOne(document, archive, options);
      if (options.fix) archive = result.after.archive;
      results.push(result);
      progress.at(index + 1, asked.length);
    }
  }
  progress.end();
  const unwritten = options.fix ? await writeFixes(results, output) : [];
  sayProblems(output, [...problems, ...unwritten]);
  if (options.fixDryRun) printFixes(results, output);
  const code = report(shownResults(results, options), options, output);
  return problems.length + unwritten.length > 0 ? 2 : code;
}

/** Checks standard input; what `--fix` makes of it is printed, and the findings are words about it. The exit code. */
export async function checkInput(options: CheckOptions, output: Output, place: Installation): Promise<number> {
  const input = await inputDocument(options.stdinPath ?? 'stdin.md', place.corpus);
  if ('problem' in input) {
    sayProblems(output, [input.problem]);
    return 2;
  }
  sayProblems(
    output,
    input.problems.map((problem) => ({ ...problem, path: shownPath(problem.path) })),
  );
  const result = checkOne(input.document, input.archive, options);
  if (options.fixDryRun) printFixes([result], output);
  if (options.fix) output.write(result.after.document.text);
  const code = report(
    shownResults([result], options),
    options,
    options.fix ? { ...output, print: output.say } : output,
  );
  return input.problems.length > 0 ? 2 : code;
}

function checkOne(document: Document, archive: Archive, options: CheckOptions): Fixed {
  const how = lintOptions(options.mode, options.rule, archive);
  const before = checked(document, archive, how);
  return options.fix || options.fixDryRun ? fixed(before, how) : { before, after: before };
}

/** After fixes the findings left are told; a dry run leaves them all standing. */
function shownResults(results: readonly Fixed[], options: CheckOptions): Checked[] {
  return results.map(({ before, after }) => (options.fix ? after : before));
}

/** Tells what was found, on stdout unless a diff is there, and what that means for the exit code. */
function report(results: readonly Checked[], options: CheckOptions, output: Output): number {
  const all = results.flatMap((each) => findingRows(each, shownPath));
  const rows = options.quiet ? all.filter(({ severity }) => severity === 'error' || severity === 'warning') : all;
  if (options.format === 'json') output.print(JSON.stringify(rows, undefined, 2));
  else if (rows.length > 0 && !options.fixDryRun) output.print(textReport(rows, output.colours));
  if (!options.quiet) tellOutcome(results, rows, options, output);
  const errors = rows.filter(({ severity }) => severity === 'error').length;
  const warnings = rows.filter(({ severity }) => severity === 'warning').length;
  return errors > 0 || warnings > options.maxWarnings ? 1 : 0;
}

/** The summary belongs to a report in text; beside JSON or a diff it is a word on stderr. */
function tellOutcome(
  results: readonly Checked[],
  rows: readonly FindingRow[],
  options: CheckOptions,
  output: Output,
): void {
  const known = results.filter(({ document }) => document.facts.kind).length;
  if (rows.length > 0) (options.format === 'json' || options.fixDryRun ? output.say : output.print)(summary(rows));
  else if (known > 0) output.say(`${counted(known, 'document')} checked, nothing found`);
  else output.say(nothingKnown(results.length));
}

function nothingKnown(files: number): string {
  if (files === 0) return 'nothing to check: there is no Markdown file that could be read';
  const subject = files === 1 ? 'the file is' : `all ${files} files are`;
  return `nothing to check: ${subject} neither event page, proposal, notes, minutes nor register`;
}
