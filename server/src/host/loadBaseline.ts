import { readBaseline, type Baseline, type FileProblem, type Files } from '../analysis.js';

/** Reads a file of accepted findings; a problem is why it cannot be used. `file` is absolute, or a URI as `files` takes it. */
export async function loadBaseline(
  file: string,
  files: Files,
): Promise<{ readonly baseline: Baseline } | { readonly problem: FileProblem }> {
  const read = await files.read(file);
  if ('problem' in read) return read;
  const found = readBaseline(read.text);
  return 'message' in found ? { problem: { path: file, message: found.message } } : found;
}
