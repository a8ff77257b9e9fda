import { readDocument, type Document } from '../analysis.js';
import type { Session } from './session.js';

/** A document as it is open, else as it is on disk; `undefined` when that is not what the archive knows. */
export async function documentAt(
  { documents, machine, workspace }: Session,
  path: string,
): Promise<Document | undefined> {
  const open = documents.get(path);
  if (open) return open.document;
  const read = await machine.files.read(path);
  if ('problem' in read) return undefined;
  const document = readDocument(path, read.text, workspace.optionsFor(path));
  const known = workspace.facts(path)?.lineStarts.join();
  return known === document.facts.lineStarts.join() ? document : undefined;
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
