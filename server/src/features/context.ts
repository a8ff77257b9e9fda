import type { Archive } from '../archive/archive.js';
import type { DocumentFacts } from '../document/document.js';
import type { Document } from '../document/document.js';
import type { Span } from '../text/span.js';

/** What every feature looks at: an open document, and the archive it belongs to (the document's own facts among it). */
export interface FeatureContext {
  readonly document: Document;
  readonly archive: Archive;
}

/** A range of a document of the archive, open or not; offsets are UTF-16 units of that document. */
export interface PlaceIn {
  readonly path: string;
  readonly span: Span;
}

/** Zero-based line of an offset, told from a document's facts alone. */
export function lineAt({ lineStarts }: Pick<DocumentFacts, 'lineStarts'>, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
