import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentFacts, FileProblem } from '../analysis.js';
import { openArchiveCache, type ArchiveCache } from '../host/archiveCache.js';
import { findArchiveRoot } from '../host/archiveRoot.js';
import { fallbackFrom } from '../host/fallback.js';
import { loadArchive, relativePath, type LoadedArchive, type LoadOptions } from '../host/loadArchive.js';
import { configName, reason } from '../host/documentFiles.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { shippedFacts } from '../host/shippedFacts.js';
import { say, type ArchivedDocument } from '../analysis.js';
import type { Installation } from './installation.js';
import { sayProblems, type Output } from './output.js';

/** An archive and those of its documents that were asked for. */
export interface Selected {
  readonly loaded: LoadedArchive;
  readonly documents: readonly DocumentFacts[];
  /** To be saved by who asked, when all is kept in it. */
  readonly cache: ArchiveCache | undefined;
  /** Whether a path was asked for, by itself or by a folder around it; the file need not be there. */
  readonly isAsked: (path: string) => boolean;
}

export interface Selection {
  readonly archives: readonly Selected[];
  /** What stands in the way of what was asked for; paths are as they are shown. */
  readonly problems: readonly FileProblem[];
}

export interface SelectOptions {
  readonly output: Output;
  readonly corpus: string;
  /** Whether what was read before is used, and kept for the next time. */
  readonly caches: boolean;
  /** Called with each text asked for, and the document where it was read. */
  readonly onText?: LoadOptions['onText'];
}

/** What was asked for of one archive; paths are absolute. */
interface Wanted {
  readonly files: Set<string>;
  readonly folders: Set<string>;
}

/** Reads the archives that files and folders belong to, those inside a folder included. */
export async function select(paths: readonly string[], options: SelectOptions): Promise<Selection> {
  const problems: FileProblem[] = [];
  const wanted = new Map<string, Wanted>();
  for (const each of paths) await want(path.resolve(each), wanted, problems);
  const fallback = fallbackFrom(options.corpus);
  const archives: Selected[] = [];
  // An archive that is found inside another comes later in the same iteration.
  for (const [root, asked] of wanted) {
    const selected = await load(root, asked, fallback, options);
    archives.push(selected);
    problems.push(...selected.loaded.problems.filter((problem) => concerns(root, asked, problem.path)));
    for (const nested of selected.loaded.nested) {
      if ([...asked.folders].some((folder) => isBelow(folder, nested))) wantOf(wanted, nested).folders.add(nested);
    }
  }
  return { archives, problems: problems.map((problem) => ({ ...problem, path: shownPath(problem.path) })) };
}

/** The same for who only reads: keeps at once what was read, and says what stands in the way. */
export async function selectToRead(
  paths: readonly string[],
  { output, ...place }: Installation & Pick<SelectOptions, 'output' | 'onText'>,
): Promise<Selection> {
  const selection = await select(paths, { output, ...place });
  for (const { cache } of selection.archives) await cache?.save();
  sayProblems(output, selection.problems);
  return selection;
}

/** What was asked for of all archives, each document with its archive. */
export function documentsOf(archives: readonly Selected[]): ArchivedDocument[] {
  return archives.flatMap(({ loaded: { archive }, documents }) => documents.map((document) => ({ archive, document })));
}

async function want(at: string, wanted: Map<string, Wanted>, problems: FileProblem[]): Promise<void> {
  try {
    const isFolder = (await stat(at)).isDirectory();
    const asked = wantOf(wanted, findArchiveRoot(isFolder ? at : path.dirname(at)));
    (isFolder ? asked.folders : asked.files).add(at);
  } catch (error) {
    problems.push({ path: at, message: reason(error) });
  }
}

function wantOf(wanted: Map<string, Wanted>, root: string): Wanted {
  const known = wanted.get(root) ?? { files: new Set(), folders: new Set() };
  wanted.set(root, known);
  return known;
}

async function load(
  root: string,
  asked: Wanted,
  fallback: ReturnType<typeof fallbackFrom>,
  options: SelectOptions,
): Promise<Selected> {
  const progress = options.output.progress(say`Reading`);
  const cache = options.caches ? openArchiveCache(root) : undefined;
  const loaded = await loadArchive(root, {
    files: nodeFiles,
    fallback: await fallback(root),
    also: [...asked.files],
    onProgress: progress.at,
    known: shippedFacts,
    cache,
    onText: (at, text, document) => {
      if (isAsked(asked, at)) options.onText?.(at, text, document);
    },
  });
  progress.end();
  const documents = [...loaded.archive.documents.values()].filter((document) => isAsked(asked, document.path));
  return { loaded, documents, cache, isAsked: (at) => isAsked(asked, at) };
}

/** Whether a problem bears on what was asked for: a document or folder of it, or the archive's configuration. */
function concerns(root: string, asked: Wanted, at: string): boolean {
  return isAsked(asked, at) || at === path.join(root, configName);
}

function isAsked(asked: Wanted, at: string): boolean {
  return asked.files.has(at) || [...asked.folders].some((folder) => isBelow(folder, at));
}

/** Whether a path is a folder itself or stands below it. */
export function isBelow(folder: string, at: string): boolean {
  return folder === at || relativePath(folder, at) !== undefined;
}

/** A path as it is shown: from the working folder, with slashes. */
export function shownPath(at: string): string {
  const relative = path.relative(process.cwd(), at);
  return relative === '' ? '.' : relative.split(path.sep).join('/');
}
