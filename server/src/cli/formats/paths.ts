import path from 'node:path';
import { relativePath } from '../../host/loadArchive.js';
import { repositoryAround } from '../../host/repository.js';
import { shownPath } from '../selection.js';

/** The folder that a service names files from: the checkout, wherever in it the command runs, else the working folder. */
export function checkoutAround(folder: string): string {
  return repositoryAround(folder) ?? process.cwd();
}

/** A file as a service names it, which says itself where its checkout is. */
export function pathFrom(checkout: string | undefined, file: string): string {
  const said = checkout === undefined || checkout === '' ? undefined : relativePath(checkout, file);
  return said ?? relativePath(checkoutAround(path.dirname(file)), file) ?? shownPath(file);
}
