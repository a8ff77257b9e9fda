import type { Archive } from '../archive/archive.js';
import { foldTitle } from '../archive/names.js';
import type { Document, DocumentFacts } from '../document/document.js';
import { positionIn } from '../text/lines.js';
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
  return positionIn(lineStarts, offset).line;
}

/** A document, and the archive it is looked at in. */
export interface ArchivedDocument {
  readonly archive: Archive;
  readonly document: DocumentFacts;
}

/** An archive's own documents. */
export function documentsOf(archive: Archive): ArchivedDocument[] {
  return [...archive.documents.values()].map((document) => ({ archive, document }));
}

/** The own documents of archives, and what is known beside them of what ships; each once. */
export function knownDocumentsOf(archives: readonly Archive[]): ArchivedDocument[] {
  const own = archives.flatMap(documentsOf);
  const titles = new Set(own.map(({ document }) => foldTitle(document.title)));
  const known = archives.flatMap((archive) => archive.knownDocuments().map((document) => ({ archive, document })));
  const beside = known.filter(({ document }) => !titles.has(foldTitle(document.title)));
  return [...new Map([...beside, ...own].map((each) => [each.document.path, each])).values()];
}
