import path from 'node:path';
import { exporterFor, readDocument, type FileProblem } from '../analysis.js';
import { readOptions } from '../host/loadArchive.js';
import { nodeFiles } from '../host/nodeFiles.js';
import type { Installation } from './installation.js';
import { makeFiles } from './newFile.js';
import { sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { archiveAround, inputDocument, type InputDocument } from './standardInput.js';

export interface ExportFileOptions {
  readonly to: string;
  readonly output?: string;
}

/** Writes a document in another form; the exit code. */
export async function exportFile(
  file: string,
  options: ExportFileOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const input = file === '-' ? await inputDocument('stdin.md', place.corpus) : await documentAt(file, place.corpus);
  const shown = file === '-' ? '-' : shownPath(path.resolve(file));
  if ('problem' in input) {
    sayProblems(output, [{ ...input.problem, path: shown }]);
    return 2;
  }
  const written = await exporterFor(options.to)?.write(input.document, input.archive, {});
  if (!written) return 2;
  if ('problem' in written) {
    sayProblems(output, [{ path: shown, message: written.problem }]);
    return 2;
  }
  const problems =
    options.output === undefined ? [] : await makeFiles([{ path: path.resolve(options.output), text: written.text }]);
  if (options.output === undefined) output.write(written.text);
  for (const { line, what } of written.uncertain) output.say(`${shown}:${line}: ${what}`);
  sayProblems(output, problems);
  return problems.length > 0 ? 2 : 0;
}

/** A file as a document of the archive it is in. */
async function documentAt(file: string, corpus: string): Promise<InputDocument | { readonly problem: FileProblem }> {
  const at = path.resolve(file);
  const read = await nodeFiles.read(at);
  if ('problem' in read) return read;
  const loaded = await archiveAround(path.dirname(at), corpus);
  const { root, config, archive } = loaded;
  const document = readDocument(at, read.text, readOptions(root, config, at));
  return { document, archive: archive.with(document.facts), loaded, problems: [] };
}
