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
import { createWordIndex, type Candidates, type Indexed, type Weight } from './search/words.js';

export type { SearchEntry } from './search/entries.js';

/** A section that was found; scores are comparable within one search. */
export interface SearchResult extends Weight {
  readonly entry: SearchEntry;
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

export function createSearch(): SearchIndex {
  const words = createWordIndex();
  const entries = new Map<string, SearchEntry>();
  const byPath = new Map<string, readonly SearchEntry[]>();
  /** What fits the filters that were asked for last: who types words leaves them as they are. */
  let fitted: Fitted | undefined;
  const fit = (asked: SearchQuery): Fitted => {
    const key = JSON.stringify(asked.filters);
    if (fitted?.key !== key) fitted = fittedTo(key, fitting(entries.values(), asked));
    return fitted;
  };
  const remove = (path: string): void => {
    fitted = undefined;
    for (const { id } of byPath.get(path) ?? []) {
      words.remove(id);
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
      words.add(own.map((entry) => indexed(entry, text)));
    },
    find(query, limit) {
      const asked = readQuery(query);
      if (asked.words === '') return listed(entries.values(), asked, limit);
      const weighed = words.weigh(asked.words, fit(asked));
      const best = [...weighed].sort(([, one], [, other]) => other.score - one.score).slice(0, limit);
      return best.flatMap(([id, weight]) => {
        const entry = entries.get(id);
        return entry ? [{ entry, ...weight }] : [];
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
function listed(entries: Iterable<SearchEntry>, asked: SearchQuery, limit: number): SearchResult[] {
  if (asked.filters.length === 0) return [];
  return byYear(fitting(entries, asked), limit).map((entry) => ({ entry, score: 1, terms: [] }));
}

/** So many at most, the latest first. */
function byYear(entries: Iterable<SearchEntry>, most: number): SearchEntry[] {
  return [...entries].sort((one, other) => (other.year ?? 0) - (one.year ?? 0)).slice(0, most);
}

interface Fitted extends Candidates {
  readonly key: string;
}

function fittedTo(key: string, all: readonly SearchEntry[]): Fitted {
  const ids = idsOf(all);
  let latest: ReadonlySet<string> | undefined;
  return { key, has: (id) => ids.has(id), latest: (most) => (latest ??= idsOf(byYear(all, most))) };
}

function idsOf(entries: readonly SearchEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

function fitting(entries: Iterable<SearchEntry>, asked: SearchQuery): SearchEntry[] {
  return [...entries].filter((entry) => isFitting(entry, asked));
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
