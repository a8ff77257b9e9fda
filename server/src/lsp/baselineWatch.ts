import { DidChangeWatchedFilesNotification, type Connection, type Disposable } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Client } from './client.js';

/** Has the client, where it can, watch files by their names; each call takes the place of the one before. */
export function createBaselineWatch(connection: Connection, client: Client): (paths: readonly string[]) => void {
  let watched = '';
  let watch: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return (paths) => {
    const patterns = [...new Set(paths.map(patternOf))].sort();
    if (!client.registersWatchers || watched === patterns.join('\n')) return;
    watched = patterns.join('\n');
    watch = watch.then(async (before) => {
      before?.dispose();
      if (patterns.length === 0) return undefined;
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      // A client that refuses is one that tells of changes in its own way, or not.
      return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    });
  };
}

/** Files of that name, wherever; what is special in patterns may stand in a name too. */
function patternOf(uri: string): string {
  return `**/${Utils.basename(URI.parse(uri)).replace(/[*?[\]{}!,\\]/g, '?')}`;
}
