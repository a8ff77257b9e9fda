import type { RootContent } from 'mdast';

/** A page of a wiki as a tree: its own title, and all below it from headings of depth 2 on. */
export interface Page {
  readonly title: string;
  readonly line: number;
  /** Whether the page itself says its title, or the file's name had to do. */
  readonly titled: 'itself' | 'byName';
  readonly blocks: readonly RootContent[];
  /** Whether links, and titles that were links, may be missing from it, as in text copied from a browser. */
  readonly lossy: boolean;
}
