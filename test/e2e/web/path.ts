/** The little of paths that the suite needs, where there is no Node. */
export function dirname(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** From a folder around it. */
export function relative(folder: string, path: string): string {
  return path.slice(folder.replace(/\/$/, '').length + 1);
}
