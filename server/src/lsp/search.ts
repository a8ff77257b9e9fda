import type { CancellationToken } from 'vscode-languageserver';
import { createSearch, type Archive, type DocumentFacts, type SearchIndex, type SearchResult } from '../analysis.js';
import { turns } from '../host/turns.js';
import { textAt } from './documentAt.js';
import { refuseWhenCancelled } from './onDocument.js';
import type { Session } from './session.js';

export interface Search {
  /** What fits a query, the best first; what has changed since the last time is taken in before. */
  find(query: string, limit: number, token: CancellationToken): Promise<readonly SearchResult[]>;
  completions(query: string): readonly string[];
}

/** Search in the texts of all archives. Nothing is read for it before somebody searches. */
export function createArchiveSearch(session: Session): Search {
  let made: SearchIndex | undefined;
  const index = (): SearchIndex => (made ??= createSearch());
  const taken = new Map<string, DocumentFacts>();
  /** The archives whose documents have all been taken in: a snapshot that is the same has no others. */
  let complete: readonly Archive[] = [];
  // Who types on asks again before the first answer is there: texts are taken in by one at a time.
  let work: Promise<void> = Promise.resolve();
  return {
    async find(query, limit, token) {
      await session.workspace.read();
      work = work
        .catch(() => undefined)
        .then(async () => {
          const archives = session.workspace.archives();
          if (archives.length === complete.length && archives.every((each, at) => each === complete[at])) return;
          await takeIn(session, { archives, index: index(), taken, token });
          complete = archives;
        });
      await work;
      return index().find(query, limit);
    },
    completions: (query) => index().completions(query),
  };
}

interface TakeIn {
  readonly archives: readonly Archive[];
  readonly index: SearchIndex;
  readonly taken: Map<string, DocumentFacts>;
  readonly token: CancellationToken;
}

async function takeIn(session: Session, { archives, index, taken, token }: TakeIn): Promise<void> {
  const breathe = turns();
  for (const path of [...taken.keys()].filter((known) => !archives.some(({ documents }) => documents.has(known)))) {
    index.remove(path);
    taken.delete(path);
  }
  for (const archive of archives)
    for (const facts of archive.documents.values()) {
      if (taken.get(facts.path) === facts) continue;
      await put(session, index, archive, facts);
      taken.set(facts.path, facts);
      await breathe();
      refuseWhenCancelled(token);
    }
}

/** A text that cannot be read is not found; the document's other parts work all the same. */
async function put(session: Session, index: SearchIndex, archive: Archive, facts: DocumentFacts): Promise<void> {
  const known = facts.kind === undefined ? undefined : await textAt(session, facts.path);
  if (known) index.put(archive, known.facts, known.text);
  else index.remove(facts.path);
}
