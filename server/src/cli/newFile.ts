import { lstat } from 'node:fs/promises';
import type { FileProblem } from '../analysis.js';
import { writeFile } from '../host/writeFile.js';
import { say } from '../analysis.js';
import { shownPath } from './selection.js';

/** A file that is to be made. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Makes files. When one of them is there already, none is made. Returns what went wrong; paths are as they are shown. */
export async function makeFiles(files: readonly NewFile[]): Promise<FileProblem[]> {
  const present: FileProblem[] = [];
  for (const { path } of files) {
    if (await isThere(path))
      present.push({ path: shownPath(path), message: say`is there already; name another place or move it away` });
  }
  if (present.length > 0) return present;
  const problems: FileProblem[] = [];
  for (const { path, text } of files) {
    const problem = await writeFile(path, text);
    if (problem) problems.push({ ...problem, path: shownPath(problem.path) });
  }
  return problems;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
