import { readFileSync, statSync, type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem, Files } from '../analysis.js';
import { codeOf, decode, isPassedOver, isWanted, reason, tooLarge } from './documentFiles.js';
import { maxFileSize } from './limits.js';
import { say } from '../analysis.js';

/** The files of this machine; paths are file paths. */
export const nodeFiles: Files = { list, read };

async function list(folder: string): ReturnType<Files['list']> {
  const walk: Walk = { root: '', seen: new Set(), paths: [], problems: [] };
  try {
    await walkFolder(folder, { ...walk, root: await realpath(folder) });
  } catch (error) {
    walk.problems.push({ path: folder, message: reason(error) });
  }
  return { paths: walk.paths.sort(), problems: walk.problems };
}

interface Walk {
  /** Real path of the folder the walk began in. */
  readonly root: string;
  /** Real paths of the folders that were entered by a symbolic link, so that a loop ends. */
  readonly seen: Set<string>;
  readonly paths: string[];
  readonly problems: FileProblem[];
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walk.problems.push({ path: folder, message: reason(error) });
    return;
  }
  for (const entry of entries) {
    const at = path.join(folder, entry.name);
    if (entry.isSymbolicLink()) await followLink(at, walk);
    else if (entry.isDirectory()) await enter(at, walk);
    else if (entry.isFile() && isWanted(entry.name)) walk.paths.push(at);
  }
}

async function enter(folder: string, walk: Walk): Promise<void> {
  if (!isPassedOver(path.basename(folder))) await walkFolder(folder, walk);
}

/**
 * Follows a link that leads out of the walked folder. One that leads into it would list files twice, and one to a folder
 * around it would list what was not asked for; both are how loops come about.
 */
async function followLink(link: string, walk: Walk): Promise<void> {
  try {
    const target = await realpath(link);
    if (isWithin(target, walk.root) || [walk.root, ...walk.seen].some((folder) => isWithin(folder, target))) return;
    const found = await stat(target);
    if (found.isFile() && isWanted(path.basename(link))) walk.paths.push(link);
    if (!found.isDirectory()) return;
    walk.seen.add(target);
    await enter(link, walk);
  } catch (error) {
    if (isWanted(path.basename(link))) walk.problems.push({ path: link, message: linkReason(error) });
  }
}

/** Whether a real path is a folder itself or stands below it. */
function isWithin(folder: string, target: string): boolean {
  const relative = path.relative(folder, target);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

/** In one go: for many small files, handing each over to another thread and back takes ten times as long as reading it. */
function read(file: string): ReturnType<Files['read']> {
  return Promise.resolve(readNow(file));
}

export function readNow(file: string): Awaited<ReturnType<Files['read']>> {
  try {
    const found = statSync(file);
    if (!found.isFile()) return { problem: { path: file, message: say`is no file; name a Markdown file or a folder` } };
    if (found.size > maxFileSize) return { problem: { path: file, message: tooLarge(found.size) } };
    return decode(file, readFileSync(file));
  } catch (error) {
    return { problem: { path: file, message: reason(error) } };
  }
}

function linkReason(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return say`is a symbolic link to nothing; mend its target or remove it`;
  return code === 'ELOOP'
    ? say`is a symbolic link that leads back to itself; mend its target or remove it`
    : reason(error);
}
