import { lineStartsIn, readDocument, type Document, type DocumentFacts } from '../analysis.js';
import type { Session } from './session.js';

/** A text that the facts of a document tell of. */
export interface KnownText {
  readonly facts: DocumentFacts;
  readonly text: string;
}

/** The text of a document as it is open, else as it is on disk; `undefined` when that is not what the archive knows. */
export async function textAt({ documents, machine, workspace }: Session, path: string): Promise<KnownText | undefined> {
  const open = documents.get(path);
  if (open) return { facts: open.document.facts, text: open.document.text };
  const facts = workspace.facts(path);
  const read = await machine.files.read(path);
  if (!facts || 'problem' in read) return undefined;
  return lineStartsIn(read.text).join() === facts.lineStarts.join() ? { facts, text: read.text } : undefined;
}

/** A document as it is open, else as it is on disk; `undefined` when that is not what the archive knows. */
export async function documentAt(session: Session, path: string): Promise<Document | undefined> {
  const open = session.documents.get(path);
  if (open) return open.document;
  const known = await textAt(session, path);
  return known && readDocument(path, known.text, session.workspace.optionsFor(path));
}

/** Several of them, without those that cannot be had. */
export async function documentsAt(session: Session, paths: Iterable<string>): Promise<Document[]> {
  const found: Document[] = [];
  for (const path of paths) {
    const document = await documentAt(session, path);
    if (document) found.push(document);
  }
  return found;
}
