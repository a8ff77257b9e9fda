import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { difference, readDocument, updateDocument, type Document, type ReadOptions } from '../analysis.js';
import { spanOf } from './positions.js';
import { pathOf } from './uris.js';

/** A document as an editor has it; its text wins over the one on disk. */
export interface OpenDocument {
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
}

export interface OpenDocuments {
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
  open(uri: string, version: number, text: string, options: ReadOptions): OpenDocument;
  /** `undefined` for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined;
  /** Reads a document anew when its archive gives it another kind than it was read with. */
  readAs(path: string, options: ReadOptions): OpenDocument | undefined;
  close(uri: string): void;
}

export function createOpenDocuments(): OpenDocuments {
  const documents = new Map<string, OpenDocument>();
  const keep = (open: OpenDocument): OpenDocument => {
    documents.set(open.document.path, open);
    return open;
  };
  return {
    get: (uri) => documents.get(pathOf(uri)),
    all: () => documents.values(),
    open: (uri, version, text, options) =>
      keep({ uri, version, document: readDocument(pathOf(uri), text, { ...options, open: true }) }),
    change(uri, version, changes) {
      const open = documents.get(pathOf(uri));
      return open && keep({ ...open, version, document: changes.reduce(changed, open.document) });
    },
    readAs(path, options) {
      const open = documents.get(path);
      if (!open || open.document.options.kind === options.kind) return open;
      return keep({ ...open, document: readDocument(path, open.document.text, { ...options, open: true }) });
    },
    close: (uri) => void documents.delete(pathOf(uri)),
  };
}

/** The document after one change; each change of a notification speaks of the text the one before it left. */
function changed(document: Document, change: TextDocumentContentChangeEvent): Document {
  if (!('range' in change)) return updateDocument(document, difference(document.text, change.text));
  return updateDocument(document, { span: spanOf(document, change.range), text: change.text });
}
