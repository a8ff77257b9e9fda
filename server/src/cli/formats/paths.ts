import path from 'node:path';
import { isBelow, shownPath } from '../selection.js';

/** A file as it is called from the root of a checkout that a service tells; else from the working folder. */
export function pathFrom(checkout: string | undefined, file: string): string {
  if (checkout === undefined || checkout === '' || !isBelow(checkout, file)) return shownPath(file);
  return path.relative(checkout, file).split(path.sep).join('/');
}
