/** Where the documents of an archive are. */
export interface Paths {
  readonly all: ReadonlySet<string>;
  /** The folder they are all in, with its final slash. */
  readonly root: string;
  /** The folders that have some, each with its final slash. */
  readonly folders: ReadonlySet<string>;
}

export function indexPaths(paths: Iterable<string>): Paths {
  const all = new Set(paths);
  const folders = [...new Set([...all].map((path) => path.slice(0, path.lastIndexOf('/') + 1)))];
  return { all, root: commonFolder(folders), folders: new Set(folders) };
}

/** The folder of a path and those above it, the outermost first, each with its final slash. */
export function foldersAbove(path: string): string[] {
  const parts = path.replace(/\\/g, '/').split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}

/** A relative path or URI against the folder of another. */
export function join(from: string, relative: string): string {
  const parts = relative.startsWith('/') ? [] : from.replace(/\\/g, '/').split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The way from a document to another path of the archive, as a link writes it. */
export function relative(from: string, to: string): string {
  const here = from.replace(/\\/g, '/').split('/').slice(0, -1);
  const there = to.replace(/\\/g, '/').split('/');
  let common = 0;
  while (common < Math.min(here.length, there.length - 1) && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let length = Math.min(common.length, folder.length);
    while (length > 0 && (common.slice(0, length) !== folder.slice(0, length) || common.charAt(length - 1) !== '/'))
      length--;
    return common.slice(0, length);
  }, folders[0] ?? '');
}
