import { lstatSync } from 'node:fs';
import path from 'node:path';

/** The top folder of the git repository that a folder is in: the nearest one with a `.git`, which in a worktree or a submodule is a file. */
export function repositoryAround(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (isThere(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
