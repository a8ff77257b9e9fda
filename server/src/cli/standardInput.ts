import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Archive, defaultConfig, readDocument, type Document, type FileProblem } from '../analysis.js';
import { openArchiveCache } from '../host/archiveCache.js';
import { findArchiveRoot } from '../host/archiveRoot.js';
import { fallbackFrom } from '../host/fallback.js';
import { maxFileSize } from '../host/limits.js';
import { loadArchive, readOptions, type LoadedArchive } from '../host/loadArchive.js';
import { configName, decode, tooLarge } from '../host/documentFiles.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { shippedFacts } from '../host/shippedFacts.js';
import type { Installation } from './installation.js';

/** A text from standard input and the archive it is read in. */
export interface InputDocument {
  readonly document: Document;
  readonly archive: Archive;
  /** The archive as it is on disk. */
  readonly loaded: LoadedArchive;
  /** What is wrong with the archive's configuration. */
  readonly problems: readonly FileProblem[];
}

/** Reads standard input as the document of a path, which need not be there. */
export async function inputDocument(
  asPath: string,
  place: Installation,
): Promise<InputDocument | { readonly problem: FileProblem }> {
  const input = await readInput(asPath, maxFileSize);
  if ('problem' in input) return input;
  const read = decode(asPath, input.bytes);
  if ('problem' in read) return read;
  const at = path.resolve(asPath);
  const loaded = await archiveAround(path.dirname(at), place);
  const { root, config, archive, problems } = loaded;
  const document = readDocument(at, read.text, readOptions(root, config, at));
  return {
    document,
    archive: archive.with(document.facts),
    loaded,
    problems: problems.filter((problem) => problem.path === path.join(root, configName)),
  };
}

/** The archive that a folder is in; the folder need not be there. */
export async function archiveAround(folder: string, { corpus, caches }: Installation): Promise<LoadedArchive> {
  const root = findArchiveRoot(folder);
  const fallback = await fallbackFrom(corpus)(root);
  if (await isFolder(root)) {
    const cache = caches ? openArchiveCache(root) : undefined;
    const loaded = await loadArchive(root, { files: nodeFiles, known: shippedFacts, fallback, cache });
    await cache?.save();
    return loaded;
  }
  return { root, config: defaultConfig, archive: Archive.of([], defaultConfig, fallback), problems: [], nested: [] };
}

async function isFolder(at: string): Promise<boolean> {
  return stat(at).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Standard input to its end; a problem names it by the path given. */
export async function readInput(
  asPath: string,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: FileProblem }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit) return { problem: { path: asPath, message: tooLarge(size, limit) } };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}
