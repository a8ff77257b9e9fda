import { defaultConfig, readConfig } from '../analysis.js';
import { configName } from '../host/documentFiles.js';
import type { Configurations } from './machine.js';
import { isBelow, pathOf } from './uris.js';

/**
 * Configurations that a client tells of with its first request, as it alone can read them. One that comes later is known once the
 * folder around it has been read.
 */
export function toldConfigurations(options: unknown): Configurations {
  const texts = new Map(toldIn(options).map(({ uri, text }) => [folderOf(pathOf(uri)), text]));
  return {
    around(document) {
      for (let at = folderOf(document); at !== ''; at = folderOf(at)) if (texts.has(at)) return at;
      return undefined;
    },
    in: (folder) => readIn(texts.get(folder)),
    forget(path) {
      for (const folder of texts.keys())
        if (path === `${folder}/${configName}` || path === folder || isBelow(path, folder)) texts.delete(folder);
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function readIn(text: string | undefined): ReturnType<Configurations['in']> {
  return text === undefined ? defaultConfig : readConfig(text).config;
}

interface Told {
  readonly uri: string;
  readonly text: string;
}

function toldIn(options: unknown): Told[] {
  const told = typeof options === 'object' && options !== null && 'configurations' in options && options.configurations;
  return Array.isArray(told) ? told.filter(isTold) : [];
}

function isTold(each: unknown): each is Told {
  if (typeof each !== 'object' || each === null) return false;
  return 'uri' in each && typeof each.uri === 'string' && 'text' in each && typeof each.text === 'string';
}
