import type { Archive, SessionEntry } from '../../archive/archive.js';
import type { DocumentFacts } from '../../document/document.js';
import type { TemplateName } from './templates.js';

/** What somebody wants to begin, and what they told. */
export interface Wish {
  readonly title?: string | undefined;
  /** Of notes. */
  readonly session?: SessionEntry | undefined;
  /** The page of the event that a proposal is for. */
  readonly event?: DocumentFacts | undefined;
  /** The minutes of the meeting before. */
  readonly previous?: DocumentFacts | undefined;
  /** As YYYY-MM-DD. */
  readonly date?: string | undefined;
  readonly today: string;
  /** Who writes. */
  readonly writer?: string | undefined;
}

/** Where a document is begun. */
export interface Setting {
  readonly archive: Archive;
  /** Of the new document, in the form the archive's paths have. */
  readonly path: string;
}

export type Values = Readonly<Partial<Record<TemplateName, string | undefined>>>;

/** What is known of a new document of a kind. */
export interface Beginning {
  /** Its title as plain text; `undefined` where it needs one from the writer. */
  readonly title: (wish: Wish) => string | undefined;
  /** Other values for its template, as Markdown. */
  readonly values: (wish: Wish, setting: Setting) => Values;
}
