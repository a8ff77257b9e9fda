import { excerptOf, type SearchResult } from '../../analysis.js';
import { documentsAt } from '../documentAt.js';
import { uriOf } from '../places.js';
import { rangeOf } from '../positions.js';
import { searchRequest, type SearchAnswer, type SearchParams, type FoundPlace } from '../protocol.js';
import { createArchiveSearch } from '../search.js';
import type { Session } from '../session.js';

const mostResults = 50;

export function registerSearch(session: Session): void {
  const search = createArchiveSearch(session);
  session.connection.onRequest(searchRequest, async ({ query }: SearchParams, token): Promise<SearchAnswer> => {
    const found = await search.find(query, mostResults, token);
    return { places: await placesOf(session, found), completions: [...search.completions(query)] };
  });
}

/** The places with their words around them; texts are read again, for only these few are needed. */
async function placesOf(session: Session, found: readonly SearchResult[]): Promise<FoundPlace[]> {
  const documents = await documentsAt(session, new Set(found.map(({ entry }) => entry.path)));
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return found.flatMap(({ entry, terms }): FoundPlace[] => {
    const document = byPath.get(entry.path);
    if (!document) return [];
    const { text, offset } = excerptOf(document.text, entry.span, terms);
    const { title, page, kind, year } = entry;
    const { start } = rangeOf(document.facts, { start: offset, end: offset });
    return [
      {
        uri: uriOf(session, entry.path),
        position: start,
        title,
        page,
        kind,
        excerpt: text,
        ...(year !== undefined && { year }),
      },
    ];
  });
}
