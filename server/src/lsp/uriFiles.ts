import type { FileProblem, Files } from '../analysis.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { fileOf, pathOfFile } from './uris.js';

/** The files of this machine by URI. Folders of other schemes have none: their documents are known while they are open. */
export const uriFiles: Files = {
  async list(folder) {
    const file = fileOf(folder);
    if (file === undefined) return { paths: [], problems: [] };
    const { paths, problems } = await nodeFiles.list(file);
    return { paths: paths.map(pathOfFile), problems: problems.map(byUri) };
  },
  async read(path) {
    const file = fileOf(path);
    if (file === undefined) return { problem: { path, message: 'is not on this machine; open it to have it read' } };
    const read = await nodeFiles.read(file);
    return 'problem' in read ? { problem: byUri(read.problem) } : read;
  },
};

function byUri(problem: FileProblem): FileProblem {
  return { ...problem, path: pathOfFile(problem.path) };
}
