import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, copyFile, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../analysis.js';
import { reason } from './documentFiles.js';

/** What is written aside is called so, short enough beside a file of any name. */
const asideName = /^\.xen-notes-[\da-f-]+\.tmp$/;
/** Milliseconds after which nobody is writing it any more. */
const staleAfter = 60 * 60 * 1000;

/**
 * Replaces a file's text, or makes the file. The text is written beside it and put in its place in one step, so a reader
 * sees the old text or the new one and a failure leaves the old; a symbolic link stays one. A file of several names keeps them, and
 * is written in place. Returns what went wrong.
 */
export async function writeFile(file: string, text: string): Promise<FileProblem | undefined> {
  let aside: string | undefined;
  try {
    const target = await realpath(file).catch(() => path.resolve(file));
    const found = await stat(target).catch(() => undefined);
    // A file may be replaced although it is read-only; whoever made it so did not want that.
    if (found) await access(target, constants.W_OK);
    const folder = path.dirname(target);
    await clearStale(folder);
    aside = path.join(folder, `.xen-notes-${randomUUID()}.tmp`);
    await writeThrough(aside, text);
    if (found && found.nlink > 1) await copyFile(aside, target);
    else {
      if (found) await chmod(aside, found.mode & 0o7777);
      await rename(aside, target);
      aside = undefined;
    }
    return undefined;
  } catch (error) {
    return { path: file, message: reason(error) };
  } finally {
    if (aside !== undefined) await rm(aside, { force: true });
  }
}

/** What was left behind by somebody who was stopped while writing. */
async function clearStale(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!asideName.test(name)) continue;
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > staleAfter) await rm(file, { force: true });
  }
}

/** A new file whose text has reached the disk. */
async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
