import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type FileEvent,
} from 'vscode-languageserver';
import { configName } from '../../host/documentFiles.js';
import type { Session } from '../session.js';
import { folderOf, pathOf } from '../uris.js';

/** Keeps the archives in step with the disk and with the opened folders. */
export function registerFiles(session: Session): void {
  const { connection, workspace } = session;
  // The connection's own event would have the client send each change twice: it registers for what is announced already.
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) =>
    workspace.changeFolders(added.map(folderPath), removed.map(folderPath)),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => takeChanges(session, changes));
  // Watchers do not tell what was in a folder that was moved or deleted.
  connection.workspace.onDidDeleteFiles(({ files }) => workspace.rescan(files.map(({ uri }) => pathOf(uri))));
  connection.workspace.onDidRenameFiles(({ files }) =>
    workspace.rescan(files.flatMap(({ oldUri, newUri }) => [pathOf(oldUri), pathOf(newUri)])),
  );
}

/** Takes in what has changed on disk. */
export function takeChanges(
  { configs, workspace }: Pick<Session, 'configs' | 'workspace'>,
  events: readonly FileEvent[],
): void {
  for (const { uri } of events) configs.forget(uri);
  workspace.changeFiles(events);
}

/** Asks the client, where it can, to watch the files. */
export async function watchFiles({ connection, client }: Session): Promise<void> {
  if (client.registersWatchers) {
    const watchers = [{ globPattern: '**/*.{md,markdown}' }, { globPattern: `**/${configName}` }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

/** The path of a folder, without a slash at its end. */
export function folderPath({ uri }: { readonly uri: string }): string {
  return folderOf(pathOf(uri));
}
