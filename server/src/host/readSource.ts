import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem, Source } from '../analysis.js';
import { say } from '../analysis.js';
import { maxSourceSize } from './limits.js';
import { sourceOf } from './source.js';
import { reason, tooLarge } from './documentFiles.js';

/** A file that is to be imported. Unlike a document it may hold bytes that are no UTF-8: mails come in any character set. */
export async function readSource(file: string): Promise<Source | { readonly problem: FileProblem }> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return { problem: { path: file, message: say`is no file; name a file to import` } };
    if (found.size > maxSourceSize) return { problem: { path: file, message: tooLarge(found.size, maxSourceSize) } };
    return sourceOf(path.parse(file).name, await readFile(file));
  } catch (error) {
    return { problem: { path: file, message: reason(error) } };
  }
}
