import type { DocumentKind } from '../document/schema.js';

/** What an import made of its source: what it kept, what it is not sure of, what it left out. Lines are the source's, from 1. */
export interface ImportReport {
  /** Kind of the first document that has one. */
  readonly kind?: DocumentKind;
  /** Suggested file names; paths once they are written. */
  readonly documents: readonly string[];
  readonly kept: Kept;
  readonly uncertain: readonly Uncertain[];
  readonly dropped: readonly Dropped[];
}

/** How many of each the documents have, as the format reads them. */
export interface Kept {
  readonly sessions: number;
  readonly attendees: number;
  readonly apologies: number;
  readonly actions: number;
  readonly decisions: number;
  readonly links: number;
}

/** A place that somebody should look at: what was inferred, and what the source seems to lack. */
export interface Uncertain {
  readonly line: number;
  readonly what: string;
}

/** Words of the source that no document has. */
export interface Dropped {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}
