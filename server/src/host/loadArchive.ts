import {
  Archive,
  defaultConfig,
  readConfig,
  readDocument,
  unknownRules,
  type Config,
  type Document,
  type DocumentFacts,
  type FileProblem,
  type Files,
  type ReadOptions,
  say,
} from '../analysis.js';
import type { ArchiveCache } from './archiveCache.js';
import { configName } from './documentFiles.js';
import { turns } from './turns.js';

/** The facts of a text that need not be read from it; `undefined` for one that has to be read. */
export type KnownFacts = (path: string, text: string, options: ReadOptions) => DocumentFacts | undefined;

export interface LoadOptions {
  readonly files: Files;
  /** What stands in where this archive is silent. */
  readonly fallback?: Archive | undefined;
  /** Files to read although they are not listed: of another name, or in a folder that is passed over. */
  readonly also?: readonly string[];
  /** When aborted, reading stops and what was read so far is returned. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly known?: KnownFacts | undefined;
  /** What is known of the archive from before, and is kept of it for the next time. */
  readonly cache?: ArchiveCache | undefined;
  /** Called with each text, and the document where it was read: the archive itself keeps facts only. */
  readonly onText?: (path: string, text: string, document: Document | undefined) => void;
}

export interface LoadedArchive {
  readonly root: string;
  /** Where its configuration stands, readable or not; absent when it has none. */
  readonly configPath?: string;
  readonly config: Config;
  readonly archive: Archive;
  readonly problems: readonly FileProblem[];
  /** Roots of archives inside this one's folder; their documents are theirs alone. */
  readonly nested: readonly string[];
}

/** Reads the archive of a folder. `root` and the paths of `files` are absolute, or all are URIs. */
export async function loadArchive(root: string, options: LoadOptions): Promise<LoadedArchive> {
  const listed = await options.files.list(root);
  const problems: FileProblem[] = [...listed.problems];
  const configs = listed.paths.filter((path) => nameOf(path) === configName);
  const own = configs.find((path) => relativePath(root, path) === configName);
  const nested = configs.filter((path) => path !== own).map((path) => path.slice(0, -configName.length - 1));
  const config = own === undefined ? defaultConfig : await loadConfig(own, options.files, problems);
  const within = (path: string): boolean => nested.some((folder) => relativePath(folder, path) !== undefined);
  const markdown = listed.paths.filter((path) => nameOf(path) !== configName && !within(path));
  const paths = [...new Set([...markdown, ...(options.also ?? [])])];
  if (own !== undefined) problems.push(...missingRegisters(own, root, config, paths));
  const documents = await readAll(root, config, paths, options, problems);
  const archive = Archive.of(documents, config, options.fallback);
  return { root, ...(own !== undefined && { configPath: own }), config, archive, problems, nested };
}

/** What the configuration says of a document of the archive; give it to `readDocument` for every text of that path. */
export function readOptions(root: string, config: Config, path: string): ReadOptions {
  const relative = relativePath(root, path);
  if (relative === undefined) return {};
  if (isNamed(config.people, relative)) return { kind: 'people' };
  return isNamed(config.topics, relative) ? { kind: 'topics' } : {};
}

async function loadConfig(path: string, files: Files, problems: FileProblem[]): Promise<Config> {
  const read = await files.read(path);
  if ('problem' in read) {
    problems.push(read.problem);
    return defaultConfig;
  }
  const { config, problems: found } = readConfig(read.text);
  problems.push(
    ...[...found.map(({ message }) => message), ...unknownRules(config)].map((message) => ({ path, message })),
  );
  return config;
}

function missingRegisters(configPath: string, root: string, config: Config, paths: readonly string[]): FileProblem[] {
  const relatives = paths.map((path) => relativePath(root, path));
  return (['people', 'topics'] as const).flatMap((key) => {
    const named = config[key];
    if (named === undefined || relatives.some((relative) => isNamed(named, relative))) return [];
    return [
      {
        path: configPath,
        message: say`"${key}": there is no file ${named} in the archive; mend the path or take it out`,
      },
    ];
  });
}

function isNamed(setting: string | undefined, relative: string | undefined): boolean {
  return setting !== undefined && setting.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '') === relative;
}

/** Reads files ahead, side by side, and their texts one after the other in slices of time. */
async function readAll(
  root: string,
  config: Config,
  paths: readonly string[],
  options: LoadOptions,
  problems: FileProblem[],
): Promise<DocumentFacts[]> {
  const facts: DocumentFacts[] = [];
  const breathe = turns();
  for await (const [index, path, read] of readAhead(paths, options.files)) {
    if (options.signal?.aborted) break;
    if ('problem' in read) problems.push(read.problem);
    else {
      facts.push(factsOf(path, read.text, readOptions(root, config, path), options));
    }
    options.onProgress?.(index + 1, paths.length);
    await breathe();
  }
  return facts;
}

/** Files in their order, with some that come later on their way already where that is worth it. */
async function* readAhead(
  paths: readonly string[],
  files: Files,
): AsyncGenerator<readonly [number, string, Awaited<ReturnType<Files['read']>>]> {
  const under: ReturnType<Files['read']>[] = [];
  const ahead = files.ahead ?? 1;
  for (const [index, path] of paths.entries()) {
    for (const next of paths.slice(index + under.length, index + ahead)) under.push(files.read(next));
    const read = await under.shift();
    if (read) yield [index, path, read];
  }
}

function factsOf(path: string, text: string, own: ReadOptions, options: LoadOptions): DocumentFacts {
  const { known, cache, onText } = options;
  // The cache is asked first, so that it has seen all there is.
  const found = cache?.known(path, text, own) ?? known?.(path, text, own);
  if (found) {
    onText?.(path, text, undefined);
    return found;
  }
  const document = readDocument(path, text, own);
  cache?.keep(path, text, own, document.facts);
  onText?.(path, text, document);
  return document.facts;
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

/** A path below a folder in the form configurations use; `undefined` for one outside it. */
export function relativePath(folder: string, path: string): string | undefined {
  const from = folder.replace(/(?<![\\/])[\\/]+$/, '');
  if (!path.startsWith(from) || !/^[\\/]/.test(path.slice(from.length))) return undefined;
  const relative = path.slice(from.length + 1).replace(/\\/g, '/');
  return folder.includes('://') ? decoded(relative) : relative;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
