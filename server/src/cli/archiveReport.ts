import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isReport, queryOverview, reportOf, say, type ArchivedDocument } from '../analysis.js';
import { codeOf } from '../host/documentFiles.js';
import { today } from '../host/today.js';
import { writeFile } from '../host/writeFile.js';
import type { Installation } from './installation.js';
import { printJson, type Output } from './output.js';
import { documentsOf, selectToRead, shownPath } from './selection.js';

export interface ArchiveReportOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** Writes what archives hold, speak of and owe as a page; the exit code. */
export async function archiveReport(
  paths: readonly string[],
  options: ArchiveReportOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const { archives, problems } = await selectToRead(paths, { output, ...place });
  const documents = documentsOf(archives);
  const written = options.output === undefined ? undefined : await write(documents, options.output);
  if (written !== undefined) output.say(`xen-notes: ${shownPath(path.resolve(options.output ?? ''))}: ${written}`);
  else if (options.json) printJson(output, queryOverview(documents, today(), shownPath));
  else if (options.output === undefined) output.write(page(documents, process.cwd()));
  else output.say(say`written to ${options.output}`);
  return problems.length > 0 || written !== undefined ? 2 : 0;
}

/** Writes the page in the place of one that was made before, and of nothing else; what stands in the way. */
async function write(documents: readonly ArchivedDocument[], file: string): Promise<string | undefined> {
  const at = path.resolve(file);
  if (await isSomethingElse(at)) return say`is there already and no report; name another place or move it away`;
  const problem = await writeFile(at, page(documents, path.dirname(at)));
  return problem?.message;
}

/** Whether there is something in the place that is not to be lost. */
async function isSomethingElse(at: string): Promise<boolean> {
  try {
    return !isReport(await readFile(at, 'utf8'));
  } catch (error) {
    return codeOf(error) !== 'ENOENT';
  }
}

function page(documents: readonly ArchivedDocument[], folder: string): string {
  return reportOf(documents, { today: today(), address: (at) => addressFrom(folder, at), styleSource: hashOf });
}

/** A document as it is reached from a page in a folder. */
function addressFrom(folder: string, at: string): string {
  const relative = path.relative(folder, at);
  if (path.isAbsolute(relative)) return pathToFileURL(at).href;
  return relative.split(path.sep).map(encodeURIComponent).join('/');
}

/** A browser takes this style and no other. */
function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
