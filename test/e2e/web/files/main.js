// A file system in memory, as those of hosts in the web are. Tests change what is in it behind the editor's
// back, by `globalThis.memoryFiles`: all extensions of a browser share one worker.
const vscode = require('vscode');

/** Bytes by path; a folder is what is in one. */
const files = new Map();
const folders = new Set(['/']);
const changed = new vscode.EventEmitter();

const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
const tell = (type, path) => changed.fire([{ type, uri: vscode.Uri.from({ scheme: 'memory', path }) }]);

const memoryFiles = {
  exists: (path) => files.has(path) || folders.has(path),
  read: (path) => files.get(path),
  makeFolder(path) {
    if (folders.has(path)) return;
    memoryFiles.makeFolder(parentOf(path));
    folders.add(path);
    tell(vscode.FileChangeType.Created, path);
  },
  write(path, bytes) {
    memoryFiles.makeFolder(parentOf(path));
    const type = files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(path, { bytes, mtime: Date.now(), ctime: files.get(path)?.ctime ?? Date.now() });
    tell(type, path);
  },
  remove(path) {
    const gone = [path, ...[...files.keys(), ...folders].filter((each) => each.startsWith(`${path}/`))];
    if (!memoryFiles.exists(path)) return;
    for (const each of gone) files.delete(each) || folders.delete(each);
    for (const each of gone) tell(vscode.FileChangeType.Deleted, each);
  },
};

const provider = {
  onDidChangeFile: changed.event,
  watch: () => ({ dispose() {} }),
  stat({ path }) {
    const file = files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: file.ctime, mtime: file.mtime, size: file.bytes.byteLength };
    if (folders.has(path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  },
  readDirectory({ path }) {
    const own = (paths, type) =>
      [...paths]
        .filter((each) => each !== '/' && parentOf(each) === path)
        .map((each) => [each.slice(each.lastIndexOf('/') + 1), type]);
    if (!folders.has(path)) throw vscode.FileSystemError.FileNotFound(path);
    return [...own(files.keys(), vscode.FileType.File), ...own(folders, vscode.FileType.Directory)];
  },
  readFile({ path }) {
    const file = files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  },
  filesIn: (folder) =>
    [...files.keys()].filter((path) => path.startsWith(`${folder.path}/`)).map((path) => folder.with({ path })),
  createDirectory: ({ path }) => memoryFiles.makeFolder(path),
  writeFile({ path }, bytes, { create, overwrite }) {
    if (!files.has(path) && !create) throw vscode.FileSystemError.FileNotFound(path);
    if (files.has(path) && create && !overwrite) throw vscode.FileSystemError.FileExists(path);
    memoryFiles.write(path, bytes);
  },
  delete({ path }) {
    if (!memoryFiles.exists(path)) throw vscode.FileSystemError.FileNotFound(path);
    memoryFiles.remove(path);
  },
  rename(from, to) {
    const moved = [...files].filter(([path]) => path === from.path || path.startsWith(`${from.path}/`));
    for (const [path, { bytes }] of moved) memoryFiles.write(to.path + path.slice(from.path.length), bytes);
    memoryFiles.remove(from.path);
  },
};

exports.activate = async function (context) {
  const asked = await globalThis.fetch(new URL('/folder', context.extensionUri.toString(true)));
  const { name, files: texts } = await asked.json();
  memoryFiles.makeFolder(`/${name}`);
  for (const [file, text] of Object.entries(texts))
    memoryFiles.write(`/${name}/${file}`, new TextEncoder().encode(text));
  globalThis.memoryFiles = memoryFiles;
  // Without it the editor would wait for one, and run no tests before.
  const search = { provideFileSearchResults: (_, { folder }) => provider.filesIn(folder) };
  context.subscriptions.push(vscode.workspace.registerFileSearchProvider('memory', search));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }),
  );
};
