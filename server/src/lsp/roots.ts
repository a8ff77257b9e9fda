import {
  acceptedByPath,
  type Accepted,
  Archive,
  type Config,
  type DocumentFacts,
  type FileProblem,
  type Files,
  type ReadOptions,
} from '../analysis.js';
import { loadArchive, readOptions, relativePath, type KnownFacts } from '../host/loadArchive.js';
import { loadBaseline } from '../host/loadBaseline.js';
import { configName } from '../host/documentFiles.js';
import type { Machine } from './machine.js';
import { isBelow, pathFrom } from './uris.js';

/** The folder of an archive, and the archive as it is now. */
export interface Root {
  /** URI without a slash at its end. */
  readonly path: string;
  readonly config: Config;
  /** What its baseline accepts; absent when its configuration names none. */
  readonly baseline?: RootBaseline;
  /** Whether a configuration makes it an archive; without one the opened folder stands in. */
  readonly configured: boolean;
  archive: Archive;
  /** Another number whenever files that are not open are to be looked at anew. */
  generation: number;
}

export interface RootBaseline {
  /** Where the file is, or would be. */
  readonly path: string;
  /** By the path of the document from the root. */
  readonly accepted: ReadonlyMap<string, Accepted>;
}

export interface ScanOptions {
  readonly files: Files;
  readonly fallback: Archive | undefined;
  readonly known?: KnownFacts | undefined;
  readonly cacheOf: Machine['cacheOf'];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Scanned {
  readonly roots: readonly Root[];
  readonly problems: readonly FileProblem[];
  /** Resolves when what was read is kept for the next start. */
  readonly kept: Promise<unknown>;
}

/** The archives of a workspace folder: every folder in it with a configuration, else the folder itself. */
export async function scanFolder(folder: string, options: ScanOptions): Promise<Scanned> {
  const listed = await options.files.list(folder);
  const configs = listed.paths
    .filter((path) => path.endsWith(`/${configName}`))
    .map((path) => path.slice(0, -configName.length - 1));
  const roots: Root[] = [];
  const kept: Promise<void>[] = [];
  const problems: FileProblem[] = [...listed.problems];
  for (const path of configs.length > 0 ? configs : [folder]) {
    // The folder is listed already; what stands below a root is a part of that list.
    const files: Files = {
      ...options.files,
      list: (within) => Promise.resolve({ paths: listed.paths.filter((each) => isBelow(within, each)), problems: [] }),
    };
    const cache = options.cacheOf(path);
    const loaded = await loadArchive(path, { ...options, files, cache });
    if (!options.signal.aborted && cache) kept.push(cache.save());
    const { config, archive } = loaded;
    const baseline = await baselineOf(path, config, files, problems);
    const configured = configs.length > 0;
    roots.push({ path, config, ...(baseline && { baseline }), configured, archive, generation: nextGeneration() });
    problems.push(...loaded.problems);
  }
  return { roots, problems, kept: Promise.all(kept) };
}

async function baselineOf(
  root: string,
  { baseline }: Config,
  files: Files,
  problems: FileProblem[],
): Promise<RootBaseline | undefined> {
  if (baseline === undefined) return undefined;
  const path = pathFrom(root, baseline);
  const read = await loadBaseline(path, files);
  if ('baseline' in read) return { path, accepted: acceptedByPath(read.baseline) };
  problems.push(read.problem);
  return { path, accepted: new Map() };
}

/** What a root's baseline accepts in a document. */
export function acceptedIn(root: Root | undefined, path: string): Accepted | undefined {
  const relative = root?.baseline && relativePath(root.path, path);
  return relative === undefined ? undefined : root?.baseline?.accepted.get(relative);
}

let generations = 0;

/** A number that no root had before, not even one of the same folder. */
export function nextGeneration(): number {
  return ++generations;
}

/** The nearest root around a path. */
export function nearestRoot(roots: Iterable<Root>, path: string): Root | undefined {
  let nearest: Root | undefined;
  for (const root of roots)
    if (isBelow(root.path, path) && root.path.length > (nearest?.path.length ?? -1)) nearest = root;
  return nearest;
}

/** Whether a root lists a document below it: folders that are passed over belong to none. */
export function isListed(root: Root, path: string): boolean {
  return !/(?:^|\/)(?:\.[^/]*|node_modules)\//.test(path.slice(root.path.length + 1));
}

/** The root of a folder with a configuration, of which nothing else has been read. */
export function rootUnread(path: string, config: Config): Root {
  return { path, config, configured: true, archive: Archive.of([], config), generation: nextGeneration() };
}

export function optionsIn(root: Root | undefined, path: string): ReadOptions {
  return root ? readOptions(root.path, root.config, path) : {};
}

/** Puts facts in the place of those a root's archive has; the archive stays as it is when nothing changes. */
export function replace(root: Root, replaced: readonly DocumentFacts[], removed: readonly string[]): void {
  const known = removed.filter((path) => root.archive.documents.has(path));
  if (replaced.length > 0 || known.length > 0) root.archive = root.archive.changed(replaced, known);
}
