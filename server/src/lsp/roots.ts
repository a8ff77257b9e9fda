import {
  type Archive,
  type Config,
  type DocumentFacts,
  type FileProblem,
  type Files,
  type ReadOptions,
} from '../analysis.js';
import { loadArchive, readOptions } from '../host/loadArchive.js';
import { configName } from '../host/nodeFiles.js';
import { isBelow } from './uris.js';

/** The folder of an archive, and the archive as it is now. */
export interface Root {
  /** URI without a slash at its end. */
  readonly path: string;
  readonly config: Config;
  /** Whether a configuration makes it an archive; without one the opened folder stands in. */
  readonly configured: boolean;
  archive: Archive;
  /** Another number whenever files that are not open are to be looked at anew. */
  generation: number;
}

export interface ScanOptions {
  readonly files: Files;
  readonly fallback: Archive | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** The archives of a workspace folder: every folder in it with a configuration, else the folder itself. */
export async function scanFolder(
  folder: string,
  options: ScanOptions,
): Promise<{ readonly roots: readonly Root[]; readonly problems: readonly FileProblem[] }> {
  const listed = await options.files.list(folder);
  const configs = listed.paths
    .filter((path) => path.endsWith(`/${configName}`))
    .map((path) => path.slice(0, -configName.length - 1));
  const roots: Root[] = [];
  const problems: FileProblem[] = [...listed.problems];
  for (const path of configs.length > 0 ? configs : [folder]) {
    // The folder is listed already; what stands below a root is a part of that list.
    const files: Files = {
      ...options.files,
      list: (within) => Promise.resolve({ paths: listed.paths.filter((each) => isBelow(within, each)), problems: [] }),
    };
    const loaded = await loadArchive(path, { ...options, files });
    const { config, archive } = loaded;
    roots.push({ path, config, configured: configs.length > 0, archive, generation: nextGeneration() });
    problems.push(...loaded.problems);
  }
  return { roots, problems };
}

let generations = 0;

/** A number that no root had before, not even one of the same folder. */
export function nextGeneration(): number {
  return ++generations;
}

/** The root a document belongs to: the nearest one around it. Folders that are passed over belong to none. */
export function rootOf(roots: Iterable<Root>, path: string): Root | undefined {
  let nearest: Root | undefined;
  for (const root of roots)
    if (isBelow(root.path, path) && root.path.length > (nearest?.path.length ?? -1)) nearest = root;
  return nearest && !/(?:^|\/)(?:\.[^/]*|node_modules)\//.test(path.slice(nearest.path.length + 1))
    ? nearest
    : undefined;
}

export function optionsIn(root: Root | undefined, path: string): ReadOptions {
  return root ? readOptions(root.path, root.config, path) : {};
}

/** Puts facts in the place of those a root's archive has; the archive stays as it is when nothing changes. */
export function replace(root: Root, replaced: readonly DocumentFacts[], removed: readonly string[]): void {
  const known = removed.filter((path) => root.archive.documents.has(path));
  if (replaced.length > 0 || known.length > 0) root.archive = root.archive.changed(replaced, known);
}
