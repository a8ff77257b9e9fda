import { statSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, readConfig, type Config } from '../analysis.js';
import { configName } from './documentFiles.js';
import { readNow } from './nodeFiles.js';

/** The folder of the archive that a folder is in: the nearest one around it with a configuration, else the folder itself. */
export function findArchiveRoot(folder: string): string {
  return configuredRoot(folder) ?? path.resolve(folder);
}

/** The nearest folder with a configuration, from a folder upwards. */
export function configuredRoot(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (isFile(path.join(at, configName))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** What the configuration in a folder says, before anything else is read; where it says nothing, it is as if it were empty. */
export function configNow(folder: string): Config {
  const read = readNow(path.join(folder, configName));
  return 'text' in read ? readConfig(read.text).config : defaultConfig;
}

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
