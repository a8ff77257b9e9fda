import { constants } from 'node:fs';
import { access, chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../analysis.js';
import { reason } from './nodeFiles.js';

/**
 * Replaces a file's text, or makes the file. The text is written beside it and put in its place in one step, so a reader
 * sees the old text or the new one and a failure leaves the old; a symbolic link stays one. Returns what went wrong.
 */
export async function writeFile(file: string, text: string): Promise<FileProblem | undefined> {
  let aside: string | undefined;
  try {
    const target = await realpath(file).catch(() => path.resolve(file));
    const mode = await stat(target).then(
      (found) => found.mode & 0o7777,
      () => undefined,
    );
    // A file may be replaced although it is read-only; whoever made it so did not want that.
    if (mode !== undefined) await access(target, constants.W_OK);
    aside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    await writeThrough(aside, text);
    if (mode !== undefined) await chmod(aside, mode);
    await rename(aside, target);
    return undefined;
  } catch (error) {
    if (aside !== undefined) await rm(aside, { force: true });
    return { path: file, message: reason(error) };
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
