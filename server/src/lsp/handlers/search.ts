import { excerptOf, type SearchResult } from '../../analysis.js';
import { textAt } from '../documentAt.js';
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
  const paths = [...new Set(found.map(({ entry }) => entry.path))];
  const texts = new Map(await Promise.all(paths.map(async (path) => [path, await textAt(session, path)] as const)));
  return found.flatMap(({ entry, terms }): FoundPlace[] => {
    const known = texts.get(entry.path);
    if (!known) return [];
    const { text, offset } = excerptOf(known.text, entry.span, terms);
    const { title, page, kind, year } = entry;
    const { start } = rangeOf(known.facts, { start: offset, end: offset });
    const uri = uriOf(session, entry.path);
    return [{ uri, position: start, title, page, kind, excerpt: text, ...(year !== undefined && { year }) }];
  });
}
