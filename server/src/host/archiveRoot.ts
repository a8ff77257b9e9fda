import { stat } from 'node:fs/promises';
import path from 'node:path';
import { configName } from './nodeFiles.js';

/** The folder of the archive that a folder is in: the nearest one around it with a configuration, else the folder itself. */
export async function findArchiveRoot(folder: string): Promise<string> {
  const start = path.resolve(folder);
  for (let at = start; ; at = path.dirname(at)) {
    if (await isFile(path.join(at, configName))) return at;
    if (at === path.dirname(at)) return start;
  }
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
