import type { DocumentFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import { memo } from '../text/memo.js';

type Documents = ReadonlyMap<string, DocumentFacts>;

/** The keys a section is to be found by; they follow from its facts alone. */
export type SectionKeys = (facts: SectionFacts) => Iterable<string>;

/**
 * Which documents of an archive have a section of some key. A document that has changed since the index was made is looked
 * at itself, so that a keystroke makes no index anew.
 */
export interface DocumentIndex {
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly changed: ReadonlySet<string>;
  readonly keys: SectionKeys;
}

/** Documents that may have changed before it is better to make the index anew. */
const mostChanged = 32;

export function indexDocuments(documents: Documents, keys: SectionKeys): DocumentIndex {
  const paths = new Map<string, string[]>();
  for (const { path, sections } of documents.values()) {
    for (const { facts } of sections) {
      for (const key of keysOf(keys, facts)) {
        const known = paths.get(key);
        if (!known) paths.set(key, [path]);
        else if (known.at(-1) !== path) known.push(path);
      }
    }
  }
  return { paths, changed: new Set(), keys };
}

const noKeys: ReadonlySet<string> = new Set();

const keysOf = memo((keys: SectionKeys, facts: SectionFacts): ReadonlySet<string> => {
  const own = new Set(keys(facts));
  return own.size === 0 ? noKeys : own;
});

/** The index of a snapshot in which some documents are other ones, new or gone; `undefined` when it has to be made anew. */
export function touchedIndex(index: DocumentIndex, paths: Iterable<string>): DocumentIndex | undefined {
  const changed = new Set([...index.changed, ...paths]);
  return changed.size > mostChanged ? undefined : { ...index, changed };
}

/** The documents that have a key, in no order; `documents` is the snapshot that the index belongs to. */
export function documentsWith(index: DocumentIndex, key: string, documents: Documents): DocumentFacts[] {
  const paths = (index.paths.get(key) ?? []).filter((path) => !index.changed.has(path));
  const others = [...index.changed].flatMap((path) => documents.get(path) ?? []);
  return [
    ...paths.flatMap((path) => documents.get(path) ?? []),
    ...others.filter((document) => document.sections.some(({ facts }) => keysOf(index.keys, facts).has(key))),
  ];
}
