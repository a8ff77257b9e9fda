import { realpath } from 'node:fs/promises';
import { applyEdits, safeEdits, type Document, type FileProblem, counted, say } from '../analysis.js';
import { relativePath } from '../host/loadArchive.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { writeFile } from '../host/writeFile.js';
import { edited, type Checked } from './checked.js';
import { unifiedDiff } from './diff.js';
import { type Output } from './output.js';
import { shownPath } from './selection.js';

/** Fixes may make way for others; as many rounds are done as settle any document that can be settled. */
const maxRounds = 10;

/** A document as it is, and as its safe fixes make it. */
export interface Fixed {
  readonly before: Checked;
  readonly after: Checked;
}

/** Applies the safe fixes of what counts until there is none left. */
export function fixed(before: Checked): Fixed {
  let after = before;
  for (let round = 0; round < maxRounds; round++) {
    const edits = safeEdits(after.found);
    const { text } = after.document;
    if (applyEdits(text, edits) === text) break;
    after = edited(after, edits);
  }
  return { before, after };
}

/** Writes what the fixes made of the files. Returns what could not be written; paths are as they are shown. */
export async function writeFixes(documents: readonly Fixed[], output: Output): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const written: Fixed[] = [];
  for (const each of documents) {
    if (each.after.document.text === each.before.document.text) continue;
    const problem = await replaceText(each.before.document, each.after.document.text, each.before.how.root);
    if (problem) problems.push({ ...problem, path: shownPath(problem.path) });
    else written.push(each);
  }
  const findings = written.reduce(
    (sum, { before, after }) => sum + Math.max(0, before.found.length - after.found.length),
    0,
  );
  if (written.length > 0) output.say(fixedWords(findings, written.length));
  return problems;
}

function fixedWords(findings: number, files: number): string {
  const found = counted(findings, say`1 finding`, say`${findings} findings`);
  return counted(files, say`fixed ${found} in 1 file`, say`fixed ${found} in ${files} files`);
}

/** Replaces a file unless somebody else changed it since it was read, or it stands outside a folder by a link. */
export async function replaceText(
  { path, text: before }: Document,
  after: string,
  root: string | undefined,
): Promise<FileProblem | undefined> {
  if (root !== undefined && (await leadsOut(path, root)))
    return {
      path,
      message: say`is a link that leads out of the archive and is left as it is; mend the file it leads to`,
    };
  const now = await nodeFiles.read(path);
  if ('problem' in now) return now.problem;
  if (now.text !== before)
    return { path, message: say`was changed while it was checked and is left as it is; run again` };
  return writeFile(path, after);
}

/** Whether a file of an archive is a symbolic link to one outside it. */
async function leadsOut(file: string, root: string): Promise<boolean> {
  const [real, top] = await Promise.all([file, root].map((each) => realpath(each).catch(() => each)));
  return real !== undefined && top !== undefined && relativePath(top, real) === undefined;
}

/** Prints what the fixes would change. */
export function printFixes(documents: readonly Fixed[], output: Output): void {
  for (const { before, after } of documents) {
    const [from, to] = [before.document.text, after.document.text];
    if (from !== to) output.write(unifiedDiff(shownPath(before.document.path), from, to));
  }
}
