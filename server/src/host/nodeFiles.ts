import { readFileSync, statSync, type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem, Files } from '../analysis.js';
import { maxFileSize } from './limits.js';

/** The name of an archive's configuration file. */
export const configName = '.xen-notes.json';

const skippedFolders = new Set(['node_modules']);

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

/** Whether a folder of that name is passed over. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
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

/** Whether a file of that name is read. */
export function isWanted(name: string): boolean {
  return name === configName || (/\.(?:md|markdown)$/i.test(name) && !name.startsWith('.'));
}

/** In one go: for many small files, handing each over to another thread and back takes ten times as long as reading it. */
function read(file: string): ReturnType<Files['read']> {
  return Promise.resolve(readNow(file));
}

export function readNow(file: string): Awaited<ReturnType<Files['read']>> {
  try {
    const found = statSync(file);
    if (!found.isFile()) return { problem: { path: file, message: 'is no file; name a Markdown file or a folder' } };
    if (found.size > maxFileSize) return { problem: { path: file, message: tooLarge(found.size) } };
    return decode(file, readFileSync(file));
  } catch (error) {
    return { problem: { path: file, message: reason(error) } };
  }
}

/** Text of UTF-8 bytes, byte order mark and line endings kept. */
export function decode(file: string, bytes: Uint8Array): { readonly text: string } | { readonly problem: FileProblem } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: { path: file, message: 'is not UTF-8; save it as UTF-8' } };
  }
}

/** What is said of a file of so many bytes that it is not read. */
export function tooLarge(size: number, limit = maxFileSize): string {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  return `has ${megabytes(size)}, and nothing over ${megabytes(limit)} is read; split it or move it out of the archive`;
}

function linkReason(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'is a symbolic link to nothing; mend its target or remove it';
  return code === 'ELOOP'
    ? 'is a symbolic link that leads back to itself; mend its target or remove it'
    : reason(error);
}

/** What kept the machine from doing something with a file, and what to do. */
export function reason(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'is not there; check the name, or run again if it was just moved';
    case 'EACCES':
    case 'EPERM':
      return 'is not accessible; change its permissions';
    case 'EEXIST':
      return 'is there already, and is no folder; check the path';
    case 'ENOTDIR':
      return 'is below something that is no folder; check the path';
    case 'ELOOP':
      return 'is behind symbolic links that lead back to themselves; mend their targets';
    case 'ENOSPC':
      return 'cannot be written, the disk is full; make room and run again';
    case 'EROFS':
      return 'cannot be written, the file system is read-only; write to a copy elsewhere';
    default:
      return `cannot be used (${error instanceof Error ? error.message : String(error)}); check it and run again`;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
