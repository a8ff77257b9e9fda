import type { DocumentFacts } from '../document/document.js';
import type { Archive } from './archive.js';
import { foldTitle, slug } from './names.js';

const memo = new WeakMap<DocumentFacts, ReadonlySet<string>>();

/** Pages and sections a document's references name: titles as they are compared, and anchors behind a `#`. */
function namedIn(document: DocumentFacts): ReadonlySet<string> {
  const known = memo.get(document);
  if (known) return known;
  const named = new Set<string>();
  for (const { facts } of document.sections)
    for (const reference of facts.references) {
      if (reference.kind === 'wiki') {
        named.add(foldTitle(reference.page));
        if (reference.section !== undefined) named.add(foldTitle(reference.section));
      } else if (reference.target.includes('#')) named.add(reference.target.slice(reference.target.indexOf('#')));
    }
  memo.set(document, named);
  return named;
}

/** Whether anything in the archive refers to a page or section by this title: a new title would break such a reference. */
export function isReferredTo(archive: Archive, title: string): boolean {
  const key = foldTitle(title);
  const anchor = `#${slug(title)}`;
  return [...archive.documents.values()].some((document) => {
    const named = namedIn(document);
    return named.has(key) || named.has(anchor);
  });
}
