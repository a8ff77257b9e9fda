import MiniSearch from 'minisearch';
import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import type { DocumentFacts } from '../document/document.js';
import { documentKinds } from '../document/schema.js';
import { entriesOf, type SearchEntry } from './search/entries.js';
import {
  filterAtEnd,
  readQuery,
  searchFilters,
  searchStates,
  type SearchFilter,
  type SearchQuery,
} from './search/query.js';

export type { SearchEntry } from './search/entries.js';

export interface SearchResult {
  readonly entry: SearchEntry;
  /** The higher, the better it fits; comparable within one search. */
  readonly score: number;
  /** Words of the text that were found, folded. */
  readonly terms: readonly string[];
}

/** An index of the texts of archives. It holds no text: who shows a result reads it again. */
export interface SearchIndex {
  /** Takes in a document, or a later state of it. */
  put(archive: Archive, document: DocumentFacts, text: string): void;
  remove(path: string): void;
  /** The sections that hold all words, or begin them, and fit all filters: the best first. */
  find(query: string, limit: number): SearchResult[];
  /** What may stand where a filter is being typed at the query's end: whole queries. */
  completions(query: string): string[];
}

interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

/** What begins with fewer letters is half of an archive. */
const shortestBeginning = 3;
/** Words of fewer letters are too like others for slips to be overlooked. */
const shortestSlip = 5;

export function createSearch(): SearchIndex {
  const words = new MiniSearch<Indexed>({
    fields: ['title', 'names', 'text'],
    processTerm: (term) => foldName(term) || null,
    searchOptions: {
      boost: { title: 3, names: 2 },
      prefix: (term) => term.length >= shortestBeginning,
      combineWith: 'AND',
    },
  });
  const entries = new Map<string, SearchEntry>();
  const byPath = new Map<string, readonly SearchEntry[]>();
  const remove = (path: string): void => {
    for (const { id } of byPath.get(path) ?? []) {
      words.discard(id);
      entries.delete(id);
    }
    byPath.delete(path);
  };
  return {
    remove,
    put(archive, document, text) {
      remove(document.path);
      const own = entriesOf(archive, document);
      if (own.length === 0) return;
      byPath.set(document.path, own);
      for (const entry of own) entries.set(entry.id, entry);
      words.addAll(own.map((entry) => indexed(entry, text)));
    },
    find(query, limit) {
      const asked = readQuery(query);
      const fits = ({ id }: { readonly id: unknown }): boolean => isFitting(entries.get(String(id)), asked);
      if (asked.words === '')
        return listed(
          [...entries.values()].filter((entry) => isFitting(entry, asked)),
          asked,
          limit,
        );
      const exact = words.search(asked.words, { filter: fits });
      const found =
        exact.length > 0
          ? exact
          : words.search(asked.words, { filter: fits, fuzzy: (term) => term.length >= shortestSlip && 0.25 });
      return found.slice(0, limit).flatMap(({ id, score, terms }) => {
        const entry = entries.get(String(id));
        return entry ? [{ entry, score, terms }] : [];
      });
    },
    completions: (query) => completionsOf(query, entries.values()),
  };
}

function indexed(entry: SearchEntry, text: string): Indexed {
  return {
    id: entry.id,
    title: entry.title,
    names: [...entry.people, ...entry.topics].join('\n'),
    text: text.slice(entry.span.start, entry.span.end),
  };
}

/** Without words there is nothing to rank by: the latest come first. */
function listed(entries: readonly SearchEntry[], { filters }: SearchQuery, limit: number): SearchResult[] {
  if (filters.length === 0) return [];
  return [...entries]
    .sort((one, other) => (other.year ?? 0) - (one.year ?? 0))
    .slice(0, limit)
    .map((entry) => ({ entry, score: 1, terms: [] }));
}

function isFitting(entry: SearchEntry | undefined, { filters }: SearchQuery): boolean {
  return entry !== undefined && filters.every(({ name, value }) => tests[name](entry, value));
}

const begins = (names: readonly string[], value: string): boolean =>
  names.some((name) => ` ${foldName(name)}`.includes(` ${value}`));

const tests: Readonly<Record<SearchFilter, (entry: SearchEntry, value: string) => boolean>> = {
  person: ({ people }, value) => begins(people, value),
  topic: ({ topics }, value) => begins(topics, value),
  event: ({ page, year, kind }, value) => kind === 'event' && (begins([page], value) || String(year) === value),
  year: ({ year }, value) => year !== undefined && String(year).startsWith(value),
  kind: ({ kind }, value) => kind.startsWith(value),
  has: ({ states }, value) => states.has(`has ${value}`),
  is: ({ states }, value) => states.has(`is ${value}`),
};

const mostCompletions = 12;

function completionsOf(query: string, entries: Iterable<SearchEntry>): string[] {
  const at = filterAtEnd(query);
  const value = foldName(at?.value ?? '');
  if (!at) {
    const word = /(?<!\S)\S*$/.exec(query)?.[0].toLowerCase() ?? '';
    const before = query.slice(0, query.length - word.length);
    return word === '' ? [] : searchFilters.filter((name) => name.startsWith(word)).map((name) => `${before}${name}:`);
  }
  const counts = new Map<string, number>();
  for (const each of valuesOf(at.name, entries))
    if (` ${foldName(each)}`.includes(` ${value}`)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts]
    .filter(([each]) => foldName(each) !== value)
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostCompletions)
    .map(([each]) => at.before + (/\s/.test(each) ? `"${each}"` : each));
}

function valuesOf(name: SearchFilter, entries: Iterable<SearchEntry>): readonly string[] {
  if (name === 'has' || name === 'is') return searchStates[name];
  if (name === 'kind') return documentKinds;
  const of: Readonly<Record<'person' | 'topic' | 'event' | 'year', (entry: SearchEntry) => readonly string[]>> = {
    person: ({ people }) => people,
    topic: ({ topics }) => topics,
    event: ({ kind, page }) => (kind === 'event' ? [page] : []),
    year: ({ year }) => (year === undefined ? [] : [String(year)]),
  };
  return [...entries].flatMap(of[name]);
}
