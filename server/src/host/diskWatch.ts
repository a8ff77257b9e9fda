import { watch, type Dirent, type FSWatcher } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPassedOver, isWanted } from './documentFiles.js';
import { nodeFiles } from './nodeFiles.js';
import { turns } from './turns.js';
import { say } from '../analysis.js';

/** Milliseconds of quiet after which changes are told, and after which they are told without it: a checkout changes thousands. */
const quiet = 50;
const patience = 500;

/** Watches folders and what is below them, for those whose editor does not; paths are file paths. */
export interface DiskWatch {
  /** Watches these folders, and some files wherever they are, in place of those before; resolves when changes are noticed. */
  watch(folders: readonly string[], files: readonly string[]): Promise<void>;
  dispose(): void;
}

export interface DiskWatchOptions {
  /** Told files that have changed, come or gone, and folders that have gone. */
  readonly changed: (files: readonly string[], folders: readonly string[]) => void;
  readonly log: (message: string) => void;
}

/** Each folder has a watch of its own: what Node offers for whole trees misses what is in a new folder. */
export function createDiskWatch({ changed, log }: DiskWatchOptions): DiskWatch {
  const watched = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let files: ReadonlySet<string> = new Set();
  let folders: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let complained = false;

  const later = (at: string): void => {
    if (pending.size === 0) since = Date.now();
    pending.add(at);
    if (timer && Date.now() - since > patience) return;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), quiet);
  };
  const watchOne = (folder: string): void => {
    if (watched.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) =>
        later(name === null ? folder : path.join(folder, name)),
      );
      watcher.on('error', () => forget(folder));
      watched.set(folder, watcher);
    } catch (error) {
      if (!complained)
        log(say`${folder} is not watched (${String(error)}); restart the server to see what changes in it outside`);
      complained = true;
    }
  };
  const forget = (folder: string): void => {
    for (const [at, watcher] of watched) {
      if (at !== folder && !at.startsWith(folder + path.sep)) continue;
      watcher.close();
      watched.delete(at);
    }
  };
  const tell = async (): Promise<void> => {
    timer = undefined;
    const paths = [...pending];
    pending.clear();
    const changes = new Set<string>();
    const gone = new Set<string>();
    for (const at of paths) {
      const found = await stat(at).catch(() => undefined);
      if (found?.isDirectory()) for (const each of await filesInNew(at)) changes.add(each);
      else if (!found && watched.has(at)) gone.add(at);
      else if (files.has(at) || (isWanted(path.basename(at)) && isAround(folders, at))) changes.add(at);
    }
    gone.forEach(forget);
    if (changes.size + gone.size > 0) changed([...changes], [...gone]);
  };
  /** A new folder brings all that is in it. */
  const filesInNew = async (at: string): Promise<readonly string[]> => {
    if (watched.has(at) || isPassedOver(path.basename(at)) || !isAround(folders, at)) return [];
    await watchBelow(at, watchOne);
    return (await nodeFiles.list(at)).paths;
  };

  return {
    async watch(nextFolders, nextFiles) {
      folders = nextFolders;
      files = new Set(nextFiles);
      const beside = new Set(nextFiles.map((file) => path.dirname(file)));
      for (const at of [...watched.keys()]) if (!beside.has(at) && !isAround(folders, at)) forget(at);
      for (const folder of folders) if (!watched.has(folder) || beside.has(folder)) await watchBelow(folder, watchOne);
      beside.forEach(watchOne);
    },
    dispose() {
      clearTimeout(timer);
      for (const watcher of watched.values()) watcher.close();
      watched.clear();
    },
  };
}

function isAround(folders: readonly string[], at: string): boolean {
  return folders.some(
    (folder) => at === folder || at.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep),
  );
}

/** Watches a folder and those below it that are read, symbolic links followed once each. */
async function watchBelow(folder: string, watchOne: (folder: string) => void): Promise<void> {
  const seen = new Set<string>();
  const breathe = turns();
  const enter = async (at: string): Promise<void> => {
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    watchOne(at);
    await breathe();
    for (const entry of await entriesOf(at)) {
      if (isPassedOver(entry.name)) continue;
      const below = path.join(at, entry.name);
      if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(below)))) await enter(below);
    }
  };
  await enter(folder);
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

function isFolder(at: string): Promise<boolean> {
  return stat(at).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
