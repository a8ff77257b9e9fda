import type { Archive } from '../archive/archive.js';
import { foldTitle } from '../archive/names.js';
import type { Document, DocumentFacts } from '../document/document.js';
import { positionIn } from '../text/lines.js';
import { memo } from '../text/memo.js';
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

/** The own documents of archives; the same list for the same archives, so that what is made of them is kept as long as these are. */
export function ownDocumentsOf(archives: readonly Archive[]): readonly ArchivedDocument[] {
  return archives.reduce(withOwn, none);
}

/** These, and what is known beside them of what ships; each once. */
export function knownDocumentsOf(archives: readonly Archive[]): readonly ArchivedDocument[] {
  return archives.reduce(withKnown, ownDocumentsOf(archives));
}

const none: readonly ArchivedDocument[] = [];

const withOwn = memo((before: readonly ArchivedDocument[], archive: Archive): readonly ArchivedDocument[] => [
  ...before,
  ...[...archive.documents.values()].map((document) => ({ archive, document })),
]);

const withKnown = memo((before: readonly ArchivedDocument[], archive: Archive): readonly ArchivedDocument[] => {
  const paths = new Set(before.map(({ document }) => document.path));
  const titles = new Set(before.map(({ document }) => foldTitle(document.title)));
  const isNew = ({ path, title }: DocumentFacts): boolean => !paths.has(path) && !titles.has(foldTitle(title));
  return [
    ...before,
    ...archive
      .knownDocuments()
      .filter(isNew)
      .map((document) => ({ archive, document })),
  ];
});
