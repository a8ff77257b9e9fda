import type { Config, FileProblem, Files, NewKind } from '../analysis.js';
import { say } from '../analysis.js';

/** An archive's own template for documents of a kind; `undefined` where it names none. Paths have the form those of `files` have. */
export async function readTemplate(
  kind: NewKind,
  config: Config,
  files: Files,
  absolute: (relative: string) => string,
): Promise<{ readonly text?: string } | { readonly problem: FileProblem }> {
  const named = config.templates?.[kind];
  if (named === undefined) return {};
  const read = await files.read(absolute(named.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '')));
  if ('text' in read) return { text: read.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') };
  return { problem: { path: read.problem.path, message: say`the template of ${kind} ${read.problem.message}` } };
}
