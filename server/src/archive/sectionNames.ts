import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import { foldTitle, slug } from './names.js';

type Names = ReadonlyMap<string, PlacedFacts>;

/** A document's sections by folded title; of two with one title the first. */
export const titlesOf = namesBy((document) => {
  const names = new Map<string, PlacedFacts>();
  for (const section of document.sections) {
    const { heading } = section.facts;
    if (heading) addFirst(names, foldTitle(heading.title), section);
  }
  return names;
});

/** A document's sections by anchor, as GitHub and VS Code count them, and by that of the title alone. */
export const anchorsOf = namesBy((document) => {
  const names = new Map<string, PlacedFacts>();
  const seen = new Map<string, number>();
  for (const section of document.sections) {
    const { heading } = section.facts;
    if (!heading) continue;
    const base = slug(
      heading.text
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replace(/[*_`]/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
    );
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    addFirst(names, count === 0 ? base : `${base}-${count}`, section);
    addFirst(names, slug(heading.title), section);
  }
  return names;
});

/** Kept with the document's facts: many references lead to the same few pages. */
function namesBy(read: (document: DocumentFacts) => Names): (document: DocumentFacts) => Names {
  const memo = new WeakMap<DocumentFacts, Names>();
  return (document) => {
    const known = memo.get(document);
    if (known) return known;
    const names = read(document);
    memo.set(document, names);
    return names;
  };
}

function addFirst(names: Map<string, PlacedFacts>, name: string, section: PlacedFacts): void {
  if (!names.has(name)) names.set(name, section);
}
