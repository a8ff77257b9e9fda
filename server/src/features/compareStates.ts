import { Archive } from '../archive/archive.js';
import { importerFor } from '../convert/importers.js';
import type { Source } from '../convert/converted.js';
import { readDocument, type Document } from '../document/document.js';
import { compareDocuments, type SessionChange } from './compare.js';

/** A state of an event's page as documents: a Markdown document as it is, and what anything else becomes when it is imported. */
export async function stateIn(source: Source, from = 'auto'): Promise<readonly Document[]> {
  const document = readDocument(`${source.name}.md`, source.text);
  if (from === 'auto' && document.facts.kind === 'event' && document.facts.sessions.length > 0) return [document];
  const read = await importerFor(from, source)?.read(source, { archive: Archive.of([]) });
  return (read?.documents ?? []).map(({ path, text }) => readDocument(path, text));
}

/** What became of the sessions of each page from one state to another; `undefined` where no page is in both. */
export function compareStates(
  before: readonly Document[],
  after: readonly Document[],
): readonly SessionChange[] | undefined {
  const found = pairs(before, after);
  return found.length === 0 ? undefined : found.flatMap(([old, now]) => compareDocuments(old, now));
}

/** Documents of one title; where each state is one document, those two. */
function pairs(olds: readonly Document[], news: readonly Document[]): (readonly [Document, Document])[] {
  const [old] = olds;
  const [now] = news;
  if (old && now && olds.length === 1 && news.length === 1) return [[old, now]];
  return news.flatMap((each) => {
    const same = olds.find((other) => other.facts.title === each.facts.title);
    return same ? [[same, each] as const] : [];
  });
}
