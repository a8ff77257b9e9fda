import type { SessionChange } from '../../analysis.js';
import type { DocumentParams } from './common.js';

/** Request: the states of a document that git keeps. Parameters: {@link DocumentParams}; answers {@link HistoryView} or {@link Problem}. Runs git. */
export const historyRequest = 'xen-notes/history';
export interface HistoryView {
  /** The last one first. */
  readonly revisions: readonly RevisionView[];
}
export interface RevisionView {
  readonly id: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * Request: what became of the sessions of an event's page from one state of it to another. Parameters: {@link CompareParams}; answers
 * {@link ComparisonView} or {@link Problem}. Runs git for a `revision` and for nothing else.
 */
export const compareRequest = 'xen-notes/compare';
export interface CompareParams extends DocumentParams {
  /** The other state of the document: a revision as git names it, or a file, with its bytes in Base64. */
  readonly other: { readonly revision: string } | { readonly name: string; readonly content: string };
  /** What the other state is to the document as it is now; `earlier` where it is left out. */
  readonly otherIs?: 'earlier' | 'later';
}
export interface ComparisonView {
  /** Title of the page. */
  readonly title: string;
  /** All of it as a page of Markdown. */
  readonly text: string;
  /** Lines of that page, from 0, that tell of a session, and where it stands in the document. */
  readonly leads: readonly { readonly pageLine: number; readonly line: number }[];
  /** As `xen-notes compare --json` gives them. */
  readonly changes: readonly SessionChange[];
}
