import { realpath } from 'node:fs/promises';
import type { Archive } from '../analysis.js';
import { loadArchive } from './loadArchive.js';
import { nodeFiles } from './nodeFiles.js';
import { shippedFacts } from './shippedFacts.js';

/**
 * What stands in where the archive of a root is silent: the archive that ships with the product, read when it is first
 * needed. `undefined` for that archive itself, and where it was not installed along.
 */
export function fallbackFrom(folder: string): (root: string) => Promise<Archive | undefined> {
  let loaded: Promise<Archive> | undefined;
  return async (root) => {
    const [shipped, own] = await Promise.all([folder, root].map((each) => realpath(each).catch(() => undefined)));
    if (shipped === undefined || shipped === own) return undefined;
    loaded ??= loadArchive(shipped, { files: nodeFiles, known: shippedFacts }).then(({ archive }) => archive);
    return loaded;
  };
}
