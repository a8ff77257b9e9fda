import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { difference, readDocument, updateDocument, type Document, type ReadOptions, type Step } from '../analysis.js';
import { spanOf } from './positions.js';
import { pathOf } from './uris.js';
import type { Edit } from './writing.js';

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
  /** Paths of all documents that are open or have been. */
  readonly seen: ReadonlySet<string>;
  open(uri: string, version: number, text: string, options: ReadOptions): OpenDocument;
  /** `undefined` for a document that is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): { readonly edit: Edit; readonly after: OpenDocument } | undefined;
  /** Reads a document anew when its archive gives it another kind than it was read with. */
  readAs(path: string, options: ReadOptions): OpenDocument | undefined;
  close(uri: string): void;
}

export function createOpenDocuments(): OpenDocuments {
  const documents = new Map<string, OpenDocument>();
  const seen = new Set<string>();
  const keep = (open: OpenDocument): OpenDocument => {
    documents.set(open.document.path, open);
    seen.add(open.document.path);
    return open;
  };
  return {
    get: (uri) => documents.get(pathOf(uri)),
    all: () => documents.values(),
    seen,
    open: (uri, version, text, options) =>
      keep({ uri, version, document: readDocument(pathOf(uri), text, { ...options, open: true }) }),
    change(uri, version, changes) {
      const before = documents.get(pathOf(uri));
      if (!before) return undefined;
      const steps: Step[] = [];
      let { document } = before;
      for (const change of changes) {
        const step = stepOf(document, change);
        steps.push(step);
        document = updateDocument(document, step);
      }
      return { edit: { before, steps }, after: keep({ ...before, version, document }) };
    },
    readAs(path, options) {
      const open = documents.get(path);
      if (!open || open.document.options.kind === options.kind) return open;
      return keep({ ...open, document: readDocument(path, open.document.text, { ...options, open: true }) });
    },
    close: (uri) => void documents.delete(pathOf(uri)),
  };
}

/** A change as an edit of a document; each change of a notification speaks of the text the one before it left. */
function stepOf(document: Document, change: TextDocumentContentChangeEvent): Step {
  if (!('range' in change)) return difference(document.text, change.text);
  const { start, end } = change.range;
  return { span: spanOf(document, change.range), text: change.text, lines: { first: start.line, last: end.line } };
}
