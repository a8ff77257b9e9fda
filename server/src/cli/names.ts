import path from 'node:path';
import type { LoadedArchive } from '../host/loadArchive.js';

/**
 * The folder that names of documents are from, where they have to be the same in each run: the archive's root. Without a
 * configuration that is another one for each folder asked for, so it is the working folder.
 */
export function baseOf({ configPath, root }: LoadedArchive): string {
  return configPath === undefined ? process.cwd() : root;
}

/** What a file is called from a folder, with slashes. */
export function nameIn(base: string, file: string): string {
  return path.relative(base, file).split(path.sep).join('/');
}
