import type { Range } from 'vscode-languageserver';

/**
 * Request: what a preview of an open document shows otherwise than its Markdown alone. Parameters: {@link DocumentParams}. The answer is
 * {@link PreviewView}, or `null` for a document that is not open.
 */
export const previewRequest = 'xen-notes/preview';
export interface PreviewView {
  /** The version of the text that the ranges are of. */
  readonly version: number;
  /** In their order, none in another; none in Markdown of no kind of ours. */
  readonly parts: readonly PreviewPartView[];
}
export interface PreviewPartView {
  /** Where it is empty, the text is put in. */
  readonly range: Range;
  readonly as: 'reference' | 'action' | 'done' | 'decision' | 'person';
  /** What is shown in its place; left out where it stays as written. */
  readonly text?: string;
  /** What is told of it. */
  readonly title?: string;
  /** Where it leads: a document, and the anchor of a heading in it. */
  readonly uri?: string;
  readonly anchor?: string;
  /** Where it leads outside the archive. */
  readonly url?: string;
}
