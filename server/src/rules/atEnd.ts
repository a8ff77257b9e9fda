import type { DocumentFacts } from '../document/document.js';
import type { TextEdit } from '../text/edits.js';

/** The edit that puts a section at the end of another document, a blank line before it. */
export function atEnd(document: DocumentFacts, section: string): { path: string; edits: TextEdit[] } {
  const end = document.sections.at(-1)?.end ?? 0;
  const gap = end === 0 ? '' : document.lineStarts.at(-1) === end ? '\n' : '\n\n';
  return { path: document.path, edits: [{ span: { start: end, end }, text: `${gap}${section}` }] };
}
