import { applyEdits, counted, formatting, say, type Document, type FileProblem } from '../analysis.js';
import { unifiedDiff } from './diff.js';
import { replaceText } from './fix.js';
import type { Installation } from './installation.js';
import { sayProblems, type Output } from './output.js';
import { rootOf, selectDocuments } from './selectedDocuments.js';
import { shownPath } from './selection.js';
import { inputDocument } from './standardInput.js';

export interface FormatOptions {
  readonly check?: boolean;
  readonly write?: boolean;
  readonly wrap?: number;
}

/** A document that would be written otherwise. */
interface Unformatted {
  readonly document: Document;
  readonly after: string;
  /** Folder that its file is not written outside of. */
  readonly root?: string;
}

/** Formats files and folders; the exit code. */
export async function formatFiles(
  paths: readonly string[],
  options: FormatOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const { archives, documents, problems } = await selectDocuments(paths, output, place);
  for (const { cache } of archives) await cache?.save();
  const ours = archives.flatMap((selected) =>
    selected.documents.flatMap(({ path, kind }) => {
      const document = kind === undefined ? undefined : documents.get(path);
      return document ? [{ document, ...rootOf(selected) }] : [];
    }),
  );
  const progress = output.progress(say`Formatting`);
  const unformatted = ours.flatMap((each, index): Unformatted[] => {
    const after = formatted(each.document, options);
    progress.at(index + 1, ours.length);
    return after === each.document.text ? [] : [{ ...each, after }];
  });
  progress.end();
  const unwritten = options.write ? await writeAll(unformatted) : [];
  sayProblems(output, [...problems, ...unwritten]);
  if (!options.write) printAll(unformatted, options, output);
  output.say(summary(ours.length, unformatted.length - unwritten.length, options));
  if (problems.length + unwritten.length > 0) return 2;
  return options.check && unformatted.length > 0 ? 1 : 0;
}

/** Formats standard input, and prints it; the exit code. */
export async function formatInput(
  asPath: string,
  options: FormatOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const input = await inputDocument(asPath, place);
  if ('problem' in input) {
    sayProblems(output, [input.problem]);
    return 2;
  }
  const { document } = input;
  const after = formatted(document, options);
  if (options.check) {
    if (after === document.text) return 0;
    output.print(asPath);
    return 1;
  }
  output.write(after);
  return 0;
}

function formatted(document: Document, { wrap }: FormatOptions): string {
  return applyEdits(document.text, formatting(document, { wrap }));
}

function printAll(unformatted: readonly Unformatted[], { check }: FormatOptions, output: Output): void {
  for (const { document, after } of unformatted) {
    const path = shownPath(document.path);
    if (check) output.print(path);
    else output.write(unifiedDiff(path, document.text, after));
  }
}

/** Writes what has changed; what could not be written, paths as they are shown. */
async function writeAll(unformatted: readonly Unformatted[]): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const { document, after, root } of unformatted) {
    const problem = await replaceText(document, after, root);
    if (problem) problems.push({ ...problem, path: shownPath(problem.path) });
  }
  return problems;
}

function summary(documents: number, changed: number, { write, check }: FormatOptions): string {
  if (documents === 0)
    return say`nothing to format: there is neither event page, proposal, notes, minutes nor register`;
  if (changed === 0)
    return counted(documents, say`1 document, as it should be`, say`${documents} documents, all as they should be`);
  if (write) return counted(changed, say`1 document formatted`, say`${changed} documents formatted`);
  const told = counted(changed, say`1 document is not formatted`, say`${changed} documents are not formatted`);
  return check ? told : say`${told}; --write writes what is shown`;
}
