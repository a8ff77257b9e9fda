import type { Connection } from 'vscode-languageserver';
import type { FileProblem, Files } from '../analysis.js';
import { isPassedOver, isWanted, reason, tooLarge } from '../host/documentFiles.js';
import { maxFileSize } from '../host/limits.js';
import { listFilesRequest, readFileRequest, type ListedFiles, type ReadFile, type Unread } from './protocol.js';
import { isBelow, pathOf } from './uris.js';

/** As many files are asked for at a time: each is on its way to the editor and back, and maybe to a host far away. */
const ahead = 32;

/** The files of a client's file systems, which has to be asked for them. */
export function clientFiles(connection: Connection): Files {
  const ask = async <Answer extends object>(method: string, uri: string): Promise<Answer | Unread> =>
    connection
      .sendRequest<Answer | Unread>(method, { uri, limit: maxFileSize })
      .catch((error: unknown) => ({ failed: { message: error instanceof Error ? error.message : String(error) } }));
  return {
    ahead,
    async list(folder) {
      const listed = await ask<ListedFiles>(listFilesRequest, folder);
      if ('failed' in listed) return { paths: [], problems: [problemOf(folder, listed)] };
      const problems = listed.unread.map((each) => problemOf(pathOf(each.uri), each));
      const paths = listed.uris.map(pathOf).filter((path) => isListed(folder, path));
      return { paths: paths.sort(), problems };
    },
    async read(path) {
      const read = await ask<ReadFile>(readFileRequest, path);
      return 'failed' in read ? { problem: problemOf(path, read) } : { text: read.text };
    },
  };
}

/** Whether a walk through a folder would come to a path: what an editor finds may be in folders that are passed over. */
function isListed(folder: string, path: string): boolean {
  const names = path.slice(folder.length + 1).split('/');
  return isBelow(folder, path) && isWanted(names.pop() ?? '') && !names.some(isPassedOver);
}

/** What is wrong with a file in the words that are used for those of this machine. */
function problemOf(path: string, { failed }: Unread): FileProblem {
  if (failed.size !== undefined) return { path, message: tooLarge(failed.size) };
  return { path, message: reason(Object.assign(new Error(failed.message), { code: failed.code })) };
}
