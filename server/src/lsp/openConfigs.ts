import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { configName } from '../host/nodeFiles.js';
import { pathOf } from './uris.js';

/** Configurations that are open in the editor: they are no documents, but edits of them have to fit what is written there. */
export interface OpenConfigs {
  /** By path or URI. */
  get(uri: string): TextDocument | undefined;
  /** Takes it in when it is a configuration; tells whether it is. */
  open(uri: string, version: number, text: string): boolean;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean;
  close(uri: string): boolean;
}

export function createOpenConfigs(): OpenConfigs {
  const open = new Map<string, TextDocument>();
  return {
    get: (uri) => open.get(pathOf(uri)),
    open(uri, version, text) {
      if (!pathOf(uri).endsWith(`/${configName}`)) return false;
      open.set(pathOf(uri), TextDocument.create(uri, 'json', version, text));
      return true;
    },
    change(uri, version, changes) {
      const document = open.get(pathOf(uri));
      if (document) TextDocument.update(document, [...changes], version);
      return document !== undefined;
    },
    close: (uri) => open.delete(pathOf(uri)),
  };
}
