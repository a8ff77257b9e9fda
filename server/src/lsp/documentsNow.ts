import { readDocument, type Document } from '../analysis.js';
import type { Session } from './session.js';
import { uriFiles } from './uriFiles.js';

/** Documents as they are open, else as they are on disk now; those that cannot be read are left out. */
export async function documentsNow({ documents, workspace }: Session, paths: Iterable<string>): Promise<Document[]> {
  const found: Document[] = [];
  for (const path of paths) {
    const open = documents.get(path);
    const read = open ? undefined : await uriFiles.read(path);
    if (open) found.push(open.document);
    else if (read && 'text' in read) found.push(readDocument(path, read.text, workspace.optionsFor(path)));
  }
  return found;
}

/** Whether a document is what the archive knows of it: edits of another one would miss their places. */
export function isKnown({ workspace }: Session, { path, facts }: Document): boolean {
  return workspace.facts(path)?.lineStarts.join() === facts.lineStarts.join();
}
