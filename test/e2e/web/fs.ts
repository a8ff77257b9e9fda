/** What the suite does behind the editor's back, where there is no disk: it does it to the file system in memory. */
interface MemoryFiles {
  exists(path: string): boolean;
  read(path: string): { readonly bytes: Uint8Array } | undefined;
  makeFolder(path: string): void;
  write(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
}

const memory = (): MemoryFiles => (globalThis as unknown as { memoryFiles: MemoryFiles }).memoryFiles;

export const existsSync = (path: string): boolean => memory().exists(path);
export const mkdirSync = (path: string): void => memory().makeFolder(path);
export const writeFileSync = (path: string, text: string): void => memory().write(path, new TextEncoder().encode(text));
export const rmSync = (path: string): void => memory().remove(path);

export function readFileSync(path: string): string {
  const file = memory().read(path);
  if (!file) throw new Error(`${path} is not there`);
  return new TextDecoder().decode(file.bytes);
}
