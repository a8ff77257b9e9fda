import type { RootContent } from 'mdast';

/** A page of a wiki as a tree: its own title, and all below it from headings of depth 2 on. */
export interface Page {
  readonly title: string;
  readonly line: number;
  /** Whether the page itself says its title, or the file's name had to do. */
  readonly titled: 'itself' | 'byName';
  readonly blocks: readonly RootContent[];
  /**
   * Where its text is from: from a browser, so that links, and titles that were links, may be missing; from the source of a
   * page; from a source that was written from a document and says what is a session.
   */
  readonly from: 'browser' | 'source' | 'document';
}
