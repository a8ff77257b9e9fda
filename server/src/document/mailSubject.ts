import type { DocumentFacts } from './document.js';
import { notesTitle, notesTitleFor } from './schema.js';

/** What a mail with a document is called: notes `Design session notes: TITLE`, others by their own title; empty where there is none. */
export function mailSubject({ kind, title }: Pick<DocumentFacts, 'kind' | 'title'>): string {
  if (kind !== 'notes') return title;
  const about = notesTitle.exec(title)?.[1] ?? title;
  return about === '' ? '' : notesTitleFor(about);
}
