import type { FileProblem } from '../analysis.js';
import { say } from '../analysis.js';
import { maxFileSize } from './limits.js';

/** The name of an archive's configuration file. */
export const configName = '.xen-notes.json';

const skippedFolders = new Set(['node_modules']);

/** Whether a file of that name is read. */
export function isWanted(name: string): boolean {
  return name === configName || (/\.(?:md|markdown)$/i.test(name) && !name.startsWith('.'));
}

/** Whether a folder of that name is passed over. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

const notUtf8 = (): string => say`is not UTF-8; save it as UTF-8`;

/** Text of UTF-8 bytes, byte order mark and line endings kept. */
export function decode(file: string, bytes: Uint8Array): { readonly text: string } | { readonly problem: FileProblem } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: { path: file, message: notUtf8() } };
  }
}

/** What is said of a file of so many bytes that it is not read. */
export function tooLarge(size: number, limit = maxFileSize): string {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  return say`has ${megabytes(size)}, and nothing over ${megabytes(limit)} is read; split it or move it out of the archive`;
}

/** What kept the machine from doing something with a file, and what to do. */
export function reason(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return say`is not there; check the name, or run again if it was just moved`;
    case 'EACCES':
    case 'EPERM':
      return say`is not accessible; change its permissions`;
    case 'EEXIST':
      return say`is there already, and is no folder; check the path`;
    case 'ENOTDIR':
      return say`is below something that is no folder; check the path`;
    case 'EILSEQ':
      return notUtf8();
    case 'ELOOP':
      return say`is behind symbolic links that lead back to themselves; mend their targets`;
    case 'ENOSPC':
      return say`cannot be written, the disk is full; make room and run again`;
    case 'EROFS':
      return say`cannot be written, the file system is read-only; write to a copy elsewhere`;
    default:
      return say`cannot be used (${error instanceof Error ? error.message : String(error)}); check it and run again`;
  }
}

/** The name a system has for what went wrong. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
