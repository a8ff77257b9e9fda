import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Files } from '../analysis.js';
import { configName } from '../host/documentFiles.js';
import { pathOf } from './uris.js';

/** What happened to a configuration: `other` when the archive is to be read as it says from now on. */
export type ConfigChange = 'none' | 'same' | 'other';

/** Configurations that are open in the editor: they are no documents, but what is written there holds, and edits have to fit it. */
export interface OpenConfigs {
  /** By path or URI. */
  get(uri: string): TextDocument | undefined;
  /** What a configuration says, where that may be another than on disk: what makes no sense while it is written is left out. */
  holding(uri: string): string | undefined;
  /** Takes it in when it is a configuration; `none` when it is not. */
  open(uri: string, version: number, text: string): ConfigChange;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): ConfigChange;
  /** What is saved holds, whether it makes sense or not. */
  save(uri: string): ConfigChange;
  close(uri: string): ConfigChange;
  /** Takes a text that somebody who does not tell what is open is about to have. */
  expect(uri: string, text: string): void;
  /** What is on disk is another than was expected. */
  forget(uri: string): void;
}

export function createOpenConfigs(): OpenConfigs {
  const open = new Map<string, TextDocument>();
  const held = new Map<string, string>();
  const hold = (path: string, text: string): ConfigChange => {
    if (meaning(text) === undefined) return 'same';
    const before = held.get(path);
    held.set(path, text);
    return before !== undefined && meaning(before) === meaning(text) ? 'same' : 'other';
  };
  return {
    get: (uri) => open.get(pathOf(uri)),
    holding: (uri) => held.get(pathOf(uri)),
    open(uri, version, text) {
      if (!pathOf(uri).endsWith(`/${configName}`)) return 'none';
      open.set(pathOf(uri), TextDocument.create(uri, 'json', version, text));
      return hold(pathOf(uri), text);
    },
    change(uri, version, changes) {
      const document = open.get(pathOf(uri));
      if (!document) return 'none';
      TextDocument.update(document, [...changes], version);
      return hold(pathOf(uri), document.getText());
    },
    save(uri) {
      const document = open.get(pathOf(uri));
      if (document) held.set(pathOf(uri), document.getText());
      return document ? 'other' : 'none';
    },
    close(uri) {
      held.delete(pathOf(uri));
      return open.delete(pathOf(uri)) ? 'other' : 'none';
    },
    expect(uri, text) {
      if (!open.has(pathOf(uri))) held.set(pathOf(uri), text);
    },
    forget(uri) {
      if (!open.has(pathOf(uri))) held.delete(pathOf(uri));
    },
  };
}

/** What a configuration says, however it is laid out; `undefined` for what is none. */
function meaning(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** Files, with configurations as they are open. */
export function withConfigs(files: Files, configs: OpenConfigs): Files {
  return {
    ...files,
    read(path) {
      const text = configs.holding(path);
      return text === undefined ? files.read(path) : Promise.resolve({ text });
    },
  };
}
