import { type Archive, type Document, type FileProblem, type Mode, say, languageSpoken } from '../analysis.js';
import { changedLines, type Changes } from '../host/changedLines.js';
import { readBaselines, type BaselineFile, type BaselineOptions } from './baseline.js';
import { checked, lineSpans, type Checked, type CheckHow } from './checked.js';
import { fixed, printFixes, writeFixes, type Fixed } from './fix.js';
import type { Installation } from './installation.js';
import { baseOf, nameIn } from './names.js';
import { tell, type TellOptions } from './outcome.js';
import { sayProblems, type Output } from './output.js';
import { renewed, goneWords, writeBaselines } from './renewal.js';
import { lintOptions, type RuleSetting } from './ruleSettings.js';
import { rootOf, selectDocuments } from './selectedDocuments.js';
import { shownPath, type Selected } from './selection.js';
import { inputDocument } from './standardInput.js';

export interface CheckOptions extends BaselineOptions, TellOptions {
  readonly mode: Mode;
  readonly fix?: boolean;
  readonly rule: readonly RuleSetting[];
  readonly changedSince?: string;
  readonly stdinPath?: string;
}

/** Checks files and folders; the exit code. */
export async function checkFiles(
  paths: readonly string[],
  options: CheckOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const { archives, problems, documents } = await selectDocuments(paths, output, place);
  // Nothing is written before all is known that may stand in the way.
  const baselines = await readBaselines(archives, options);
  const changes = await changesOf(documents, options);
  if ('refusal' in baselines) return refuse(baselines.refusal, output);
  if ('problem' in changes) return refuse(`${shownPath(changes.problem.path)}: ${changes.problem.message}`, output);
  const results = checkAll({ archives, documents, options, output, files: baselines.files, ...changes });
  for (const { cache } of archives) await cache?.save();
  return finish({ results, files: baselines.files, unread: problems }, options, output, place);
}

function refuse(why: string, { say }: Output): number {
  say(`xen-notes: ${why}`);
  return 2;
}

async function changesOf(
  documents: ReadonlyMap<string, Document>,
  { changedSince }: CheckOptions,
): Promise<{ readonly changes?: Changes } | { readonly problem: FileProblem }> {
  if (changedSince === undefined) return {};
  const known = [...documents.values()].filter(({ facts }) => facts.kind !== undefined);
  const paths = known.map((document) => document.path);
  return changedLines(changedSince, paths);
}

type Files = ReadonlyMap<Selected, BaselineFile>;
type Results = ReadonlyMap<Selected, readonly Fixed[]>;

interface CheckAll {
  readonly archives: readonly Selected[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly options: CheckOptions;
  readonly output: Output;
  readonly files: Files;
  readonly changes?: Changes;
}

function checkAll({ archives, documents, options, output, files, changes }: CheckAll): Results {
  const progress = output.progress(say`Checking`);
  const results = new Map<Selected, Fixed[]>();
  for (const selected of archives) {
    const own: Fixed[] = [];
    let { archive } = selected.loaded;
    const found = foundIn(selected, options);
    for (const [index, { path }] of selected.documents.entries()) {
      const document = documents.get(path);
      if (!document) continue;
      const name = nameIn(baseOf(selected.loaded), path);
      const accepted = files.get(selected)?.accepted.get(name);
      const changed = changes && lineSpans(document.text, changes.get(path) ?? []);
      const result = checkOne(document, archive, options, {
        name,
        accepted,
        changed,
        found,
        ...rootOf(selected),
      });
      // What is found from here on is found in another archive than stands on disk.
      if (options.fix) archive = result.after.archive;
      own.push(result);
      progress.at(index + 1, selected.documents.length);
    }
    results.set(selected, own);
  }
  progress.end();
  return results;
}

/** What was found before in a document of an archive that is as it was; nothing where documents are mended on the way. */
function foundIn({ cache, loaded }: Selected, { mode, rule, fix }: CheckOptions): CheckHow['found'] {
  if (!cache || fix) return undefined;
  const state = cache.state(mode, rule, loaded.config, loaded.archive.fallback !== undefined, languageSpoken());
  return (document, look) => {
    const known = cache.found(document.path, state);
    if (known) return known;
    const found = look();
    cache.keepFound(document.path, state, found);
    return found;
  };
}

interface Findings {
  readonly results: Results;
  readonly files: Files;
  readonly unread: readonly FileProblem[];
}

/** Writes what is to be written, and tells the rest; the exit code. */
async function finish(
  { results, files, unread }: Findings,
  options: CheckOptions,
  output: Output,
  { version }: Installation,
): Promise<number> {
  const all = [...results.values()].flat();
  const unwritten = options.fix ? await writeFixes(all, output) : [];
  const left = new Map([...results].map(([selected, own]) => [selected, own.map((each) => leftOf(each, options))]));
  const renewals = renewed(files, left);
  const renewal = options.updateBaseline
    ? await writeBaselines(renewals)
    : { words: goneWords(renewals), problems: [] };
  const unusable = [...new Set(files.values())].flatMap(({ problem }) => problem ?? []).map(shown);
  const problems = [...unread, ...unwritten, ...unusable, ...renewal.problems];
  sayProblems(output, problems);
  if (!options.quiet) renewal.words.forEach(output.say);
  if (options.fixDryRun) printFixes(all, output);
  const checkedAll = [...left.values()].flat();
  // What was accepted this moment is no finding any more.
  const counting = options.updateBaseline && unusable.length + renewal.problems.length === 0 ? [] : checkedAll;
  const outcome = { checked: checkedAll, counting, problems, ...(files.size > 0 && { baseline: 'used' as const }) };
  return tell(outcome, options, output, version);
}

/** Checks standard input; what `--fix` makes of it is printed, and the findings are words about it. The exit code. */
export async function checkInput(options: CheckOptions, output: Output, place: Installation): Promise<number> {
  const input = await inputDocument(options.stdinPath ?? 'stdin.md', place);
  if ('problem' in input) {
    sayProblems(output, [input.problem]);
    return 2;
  }
  const { document, archive, loaded } = input;
  const selected = { loaded, documents: [document.facts], cache: undefined };
  const baselines = await readBaselines([selected], options);
  if ('refusal' in baselines) return refuse(baselines.refusal, output);
  const file = baselines.files.get(selected);
  const problems = [...input.problems, ...(file?.problem ? [file.problem] : [])].map(shown);
  sayProblems(output, problems);
  const name = nameIn(baseOf(loaded), document.path);
  const result = checkOne(document, archive, options, { name, accepted: file?.accepted.get(name) });
  if (options.fixDryRun) printFixes([result], output);
  if (options.fix) output.write(result.after.document.text);
  const left = [leftOf(result, options)];
  const outcome = { checked: left, counting: left, problems, ...(file && { baseline: 'used' as const }) };
  return tell(outcome, options, options.fix ? { ...output, print: output.say } : output, place.version);
}

function shown(problem: FileProblem): FileProblem {
  return { ...problem, path: shownPath(problem.path) };
}

function checkOne(document: Document, archive: Archive, options: CheckOptions, where: Omit<CheckHow, 'lint'>): Fixed {
  const before = checked(document, archive, { ...where, lint: lintOptions(options.mode, options.rule, archive) });
  return options.fix || options.fixDryRun ? fixed(before) : { before, after: before };
}

/** After fixes the findings left are told; a dry run leaves them all standing. */
function leftOf({ before, after }: Fixed, options: CheckOptions): Checked {
  return options.fix ? after : before;
}
