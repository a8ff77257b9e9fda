import { place, type Document } from '../../../document/document.js';
import type { Span } from '../../../text/span.js';

/** A `[[Page#Section]]` of a document, and how a mail says it. */
export interface WikiPage {
  readonly span: Span;
  readonly shown: string;
  readonly url: string;
}

/** The references to pages that stand in a document, in text order; none when it is not known where the wiki is. */
export function wikiPages(document: Document, base: string | undefined): WikiPage[] {
  if (base === undefined) return [];
  return document.facts.sections.flatMap((section) =>
    section.facts.references.flatMap((reference) => {
      if (reference.kind !== 'wiki' || reference.page === '') return [];
      const url = wikiAddress(base, reference.page, reference.section);
      return [{ span: place(section, reference.span), shown: reference.text ?? shownPage(reference), url }];
    }),
  );
}

/** How a mail names a page's section: `"Live Updating Xen" (Design Sessions 2019)`. */
export function shownPage({ page, section }: { readonly page: string; readonly section?: string }): string {
  return section === undefined ? page : `"${section}" (${page})`;
}

/** Address of a page, or of a section of it, on the wiki. */
export function wikiAddress(base: string, page: string, section: string | undefined): string {
  const anchor = section === undefined ? '' : `#${encoded(section)}`;
  return base.replace(/(?<!\/)\/*$/, '/') + encoded(page) + anchor;
}

/** The page and section of such an address; `undefined` when it is none. */
export function wikiTarget(
  base: string,
  url: string,
): { readonly page: string; readonly section?: string } | undefined {
  const below = base.replace(/(?<!\/)\/*$/, '/');
  if (!url.startsWith(below) || url.length === below.length) return undefined;
  try {
    const [page = '', section] = url
      .slice(below.length)
      .split('#', 2)
      .map((part) => decodeURIComponent(part).replace(/_/g, ' '));
    return { page, ...(section !== undefined && { section }) };
  } catch {
    return undefined;
  }
}

function encoded(title: string): string {
  const words = title.trim().replace(/ /g, '_');
  try {
    return encodeURI(words).replace(/[#?]/g, (char) => encodeURIComponent(char));
  } catch {
    // A lone surrogate has no encoding.
    return words.replace(/[^\w.-]/g, '');
  }
}
