import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { DiskWatch } from '../host/diskWatch.js';
import type { Client } from './client.js';
import type { Machine } from './machine.js';
import { fileOf, pathOfFile } from './uris.js';

export interface Watching {
  readonly client: Client;
  readonly machine: Machine;
  /** Has the client watch baselines. */
  readonly byClient: (baselines: readonly string[]) => void;
  /** Whether a folder is one that the client watches where it watches any. */
  readonly isOpened: (folder: string) => boolean;
  readonly changed: (events: readonly FileEvent[]) => void;
  readonly log: (message: string) => void;
}

/** Has baselines and the folders that are read watched: by the client where it can, and by ourselves where not. */
export function createWatching({ client, machine, byClient, isOpened, changed, log }: Watching): DiskWatch {
  const own = machine.watch({
    changed: (files, folders) =>
      changed([...files.map(eventOf(FileChangeType.Changed)), ...folders.map(eventOf(FileChangeType.Deleted))]),
    log,
  });
  let watched = '';
  return {
    async watch(folders, baselines) {
      byClient(baselines);
      const isOwn = (folder: string): boolean => !client.registersWatchers || !isOpened(folder);
      const places = filesOf(folders.filter(isOwn));
      const files = client.registersWatchers && places.length === 0 ? [] : filesOf(baselines);
      const now = JSON.stringify([places, files]);
      if (now === watched) return;
      watched = now;
      await own.watch(places, files);
    },
    dispose: own.dispose,
  };
}

function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((each) => fileOf(each) ?? []);
}

function eventOf(type: FileChangeType): (file: string) => FileEvent {
  return (file) => ({ uri: pathOfFile(file), type });
}
