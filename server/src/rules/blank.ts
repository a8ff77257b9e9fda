import type { DocumentFacts } from '../document/document.js';

/** Whether nothing but headings is written yet: what such a document lacks is not worth saying. */
export function isBlank(document: DocumentFacts): boolean {
  return document.sections.every(({ facts }) =>
    facts.heading ? facts.empty : facts.fields.length === 0 && !facts.summary,
  );
}
