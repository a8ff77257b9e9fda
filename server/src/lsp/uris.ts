import { URI, Utils } from 'vscode-uri';

/**
 * Documents go by their URI in one canonical form: editors encode the same address in different ways, and a file on disk
 * has to be found under the name its editor gives it.
 */
export function pathOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The path, in the same form, of a file of this machine. */
export function pathOfFile(file: string): string {
  return URI.file(file).toString();
}

/** The path of what a configuration names, from the folder it stands in. */
export function pathFrom(folder: string, named: string): string {
  const place = named.replace(/\\/g, '/');
  // A drive is the beginning of a whole path, which other systems would not know.
  return Utils.resolvePath(URI.parse(folder), /^[a-z]:\//i.test(place) ? `/${place}` : place).toString();
}

/** A path without slashes at its end, as folders go by. */
export function folderOf(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '');
}

/** The file of this machine that a path names; `undefined` for other schemes. */
export function fileOf(path: string): string | undefined {
  try {
    const uri = URI.parse(path);
    return uri.scheme === 'file' ? uri.fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path stands below a folder. */
export function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
