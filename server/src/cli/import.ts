import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  importerFor,
  keptWords,
  type Converted,
  type ConvertedDocument,
  type Dropped,
  type FileProblem,
  type ImportReport,
  type Source,
  counted,
  said,
  say,
} from '../analysis.js';
import { maxSourceSize } from '../host/limits.js';
import { reason } from '../host/documentFiles.js';
import { readSource } from '../host/readSource.js';
import { sourceOf } from '../host/source.js';
import type { Installation } from './installation.js';
import { makeFiles, type NewFile } from './newFile.js';
import { printJson, sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { archiveAround, readInput } from './standardInput.js';

export interface ImportFileOptions {
  readonly from: string;
  readonly output?: string;
  readonly report?: string;
  readonly json?: boolean;
}

/** Makes documents of a file, or of standard input; the exit code. */
export async function importFile(
  file: string,
  options: ImportFileOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const source = await sourceFrom(file);
  if ('problem' in source) {
    sayProblems(output, [{ ...source.problem, path: shownName(file) }]);
    return 2;
  }
  const importer = importerFor(options.from, source);
  const { archive } = await archiveAround(path.dirname(options.output ?? '.'), place);
  const read = await importer?.read(source, { archive });
  if (!importer || !read) return 2;
  const written = await deliver(read, file, options, output);
  sayReport(written.report, file, importer.name, output);
  sayProblems(output, written.problems);
  return written.problems.length > 0 ? 2 : 0;
}

async function sourceFrom(file: string): Promise<Source | { readonly problem: FileProblem }> {
  if (file !== '-') return readSource(path.resolve(file));
  const input = await readInput(file, maxSourceSize);
  return 'problem' in input ? input : sourceOf('imported', input.bytes);
}

interface Delivered {
  readonly report: ImportReport;
  readonly problems: readonly FileProblem[];
}

/** Writes the documents and the report where they are wanted. */
async function deliver(
  { documents, report }: Converted,
  file: string,
  options: ImportFileOptions,
  output: Output,
): Promise<Delivered> {
  if (documents.length === 0) {
    const problems = [{ path: shownName(file), message: say`holds nothing that could be imported` }];
    return { report, problems: [...problems, ...(await writeReport(report, options))] };
  }
  if (options.output === undefined && options.json) {
    const problems = await writeReport(report, options);
    const texts = documents.map(({ path: name, text }) => ({ path: name, text }));
    if (problems.length === 0) printJson(output, { ...report, texts });
    return { report, problems };
  }
  if (options.output === undefined) {
    const [only, ...others] = documents;
    if (only === undefined || others.length > 0) return { report, problems: [tooMany(file, documents)] };
    const problems = await writeReport(report, options);
    if (problems.length === 0) output.write(only.text);
    return { report, problems };
  }
  const targets = await targetsOf(documents, options.output);
  if (!targets) return { report, problems: [tooMany(file, documents)] };
  const placed = { ...report, documents: targets.map((target) => shownPath(target.path)) };
  const files = options.report === undefined ? targets : [...targets, reportFile(placed, options.report)];
  const problems = await makeAll(files);
  if (options.json && problems.length === 0) printJson(output, placed);
  return { report: placed, problems };
}

function tooMany(file: string, documents: readonly ConvertedDocument[]): FileProblem {
  return { path: shownName(file), message: say`holds ${documents.length} documents; name a folder for them with -o` };
}

/** Where documents are to be written; `undefined` when several are to go to one file. */
async function targetsOf(documents: readonly ConvertedDocument[], to: string): Promise<NewFile[] | undefined> {
  const at = path.resolve(to);
  const found = await stat(at).catch(() => undefined);
  const named = /[\\/]$/.test(to) || (!found && documents.length > 1 && path.extname(to) === '');
  if (found?.isDirectory() || named)
    return documents.map((document) => ({ path: path.join(at, document.path), text: document.text }));
  return documents.length > 1 ? undefined : documents.map(({ text }) => ({ path: at, text }));
}

/** Makes the files, and the folder of the first where it is missing. */
async function makeAll(files: readonly NewFile[]): Promise<FileProblem[]> {
  const folder = path.dirname(files[0]?.path ?? '.');
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return [{ path: shownPath(folder), message: reason(error) }];
  }
  return makeFiles(files);
}

function reportFile(report: ImportReport, to: string): NewFile {
  return { path: path.resolve(to), text: `${JSON.stringify(report, undefined, 2)}\n` };
}

async function writeReport(report: ImportReport, options: ImportFileOptions): Promise<FileProblem[]> {
  return options.report === undefined ? [] : makeFiles([reportFile(report, options.report)]);
}

/** The report in words, with places as compilers write them. */
function sayReport(report: ImportReport, file: string, from: string, output: Output): void {
  const at = (line: number): string => `${shownName(file)}:${line}:`;
  for (const { line, what } of report.uncertain) output.say(`${at(line)} ${say`uncertain: ${what}`}`);
  for (const why of new Set(report.dropped.map((each) => each.why)))
    output.say(
      droppedLine(
        why,
        report.dropped.filter((each) => each.why === why),
        file,
      ),
    );
  const kept = keptWords(report.kept);
  const made = documentsFrom(report.documents.length, said(from));
  output.say(kept === '' ? made : `${made}: ${kept}`);
}

function documentsFrom(count: number, form: string): string {
  return counted(count, say`1 document from ${form}`, say`${count} documents from ${form}`);
}

const mostShown = 3;

/** What was left out for one reason: the first of it, and how much more there is. */
function droppedLine(why: string, dropped: readonly Dropped[], file: string): string {
  const texts = [...new Set(dropped.map(({ text }) => JSON.stringify(excerpt(text))))];
  const first = texts.slice(0, mostShown).join(', ');
  const shown = texts.length > mostShown ? say`${first}, and ${texts.length - mostShown} more` : first;
  const all = dropped.length > texts.length ? say`${shown} (${dropped.length} times in all)` : shown;
  return `${shownName(file)}:${dropped[0]?.line ?? 1}: ${say`left out: ${why}: ${all}`}`;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function shownName(file: string): string {
  return file === '-' ? '-' : shownPath(path.resolve(file));
}
