import type { DocumentFacts } from '../document/document.js';
import { memo } from '../text/memo.js';
import type { Archive } from './archive.js';
import { foldTitle, slug } from './names.js';

/** Pages and sections a document's references name: titles as they are compared, and anchors behind a `#`. */
const namedIn = memo(({ sections }: DocumentFacts): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const { facts } of sections)
    for (const reference of facts.references) {
      if (reference.kind === 'wiki') {
        named.add(foldTitle(reference.page));
        if (reference.section !== undefined) named.add(foldTitle(reference.section));
      } else if (reference.target.includes('#')) named.add(reference.target.slice(reference.target.indexOf('#')));
    }
  return named;
});

/** Whether anything in the archive refers to a page or section by this title: a new title would break such a reference. */
export function isReferredTo(archive: Archive, title: string): boolean {
  const key = foldTitle(title);
  const anchor = `#${slug(title)}`;
  return [...archive.documents.values()].some((document) => {
    const named = namedIn(document);
    return named.has(key) || named.has(anchor);
  });
}
