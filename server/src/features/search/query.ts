import { foldName } from '../../archive/names.js';

/** What a search can be narrowed down by: `person:jan year:2019`. */
export const searchFilters = ['person', 'topic', 'event', 'year', 'kind', 'has', 'is'] as const;
export type SearchFilter = (typeof searchFilters)[number];

/** What `has:` and `is:` can ask for. */
export const searchStates: Readonly<Record<'has' | 'is', readonly string[]>> = {
  has: ['notes', 'actions', 'decisions'],
  is: ['open', 'todo'],
};

export interface SearchQuery {
  /** What has to stand in the text. */
  readonly words: string;
  /** All have to hold; values are folded. */
  readonly filters: readonly { readonly name: SearchFilter; readonly value: string }[];
}

const filterForm = new RegExp(`(?<!\\S)(${searchFilters.join('|')}):(?:"([^"]*)"?|(\\S*))`, 'giu');

/** Reads what somebody typed; a filter that has no value yet does not count. */
export function readQuery(text: string): SearchQuery {
  const filters = [...text.matchAll(filterForm)].flatMap(([, name = '', quoted, bare]) => {
    const value = foldName(quoted ?? bare ?? '');
    return value === '' ? [] : [{ name: name.toLowerCase() as SearchFilter, value }];
  });
  return { words: text.replace(filterForm, ' ').replace(/\s+/g, ' ').trim(), filters };
}

/** The filter that is being typed at a text's end: what stands before its value, and the value so far. */
export function filterAtEnd(
  text: string,
): { readonly before: string; readonly name: SearchFilter; readonly value: string } | undefined {
  const last = [...text.matchAll(filterForm)].at(-1);
  if (!last || last.index + last[0].length !== text.length) return undefined;
  const [whole, name = '', quoted, bare] = last;
  return {
    before: `${text.slice(0, last.index)}${whole.slice(0, name.length + 1)}`,
    name: name.toLowerCase() as SearchFilter,
    value: quoted ?? bare ?? '',
  };
}
