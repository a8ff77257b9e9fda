import * as vscode from 'vscode';
import { importFiles, importSources, type ImportOptions, type ImportSource } from '../commands/importFiles.js';
import { fileNameIn } from '../fileName.js';
import type { ArchiveNode } from './nodes.js';

const uris = 'text/uri-list';

/** Files that are dropped on the sidebar are imported, from the editor's own list of files as well as from outside. */
export function createDrop(options: ImportOptions): vscode.TreeDragAndDropController<ArchiveNode> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: ['files', uris],
    async handleDrop(_target, dropped) {
      const named = urisIn(await dropped.get(uris)?.asString());
      if (named.length > 0) return importFiles(options, named);
      await importSources(options, await bytesOf(dropped));
    },
  };
}

function urisIn(list: string | undefined): vscode.Uri[] {
  const lines = (list ?? '').split(/\r?\n/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const uri = vscode.Uri.parse(line);
      // A link that is dragged from a page is no file, and is not fetched.
      return /^https?$/.test(uri.scheme) ? [] : [uri];
    });
}

/** What has no address, such as a mail that is dragged from a mail program. */
async function bytesOf(dropped: vscode.DataTransfer): Promise<readonly ImportSource[]> {
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  return Promise.all(files.map(async (file) => ({ name: fileNameIn(file.name).name, bytes: await file.data() })));
}
