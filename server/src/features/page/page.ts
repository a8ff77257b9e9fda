import { say } from '../../text/say.js';

/**
 * A page about the archive as plain data: what is told, and where it leads. It is written as HTML for a window of the editor and for a
 * file of its own, and as Markdown for any other editor; texts in it are as documents have them, and each writer escapes them.
 */
export interface Page {
  readonly title: string;
  readonly lead: readonly Words[];
  readonly sections: readonly PageSection[];
}

export interface PageSection {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** Where a text leads. */
export type PageLink =
  | { readonly to: 'place'; readonly path: string; readonly line: number }
  | { readonly to: 'topic' | 'person'; readonly name: string };

/** Text, with links and tags among it; a space stands between any two. */
export type Words = readonly (string | Linked | Tag | Aside)[];

export interface Linked {
  readonly text: string;
  readonly link: PageLink;
}

/** What is said beside the rest, such as where something stands. */
export interface Aside {
  readonly aside: string;
}

/** A short word that says what something is, or how it is. */
export interface Tag {
  readonly tag: string;
  readonly tone: Tone;
}

/** How something is: it takes a colour from this, and never only a colour. */
export type Tone = 'good' | 'begun' | 'due' | 'plain' | 'quiet';

export type PageBlock =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'heading'; readonly words: Words }
  | PageTable;

/** A table, which may be a chart as well: of bars behind its rows, or of cells that are the darker the more they hold. */
export interface PageTable {
  readonly kind: 'table';
  readonly caption: string;
  /** The first one is that of the rows' heads. */
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
}

export interface PageColumn {
  readonly title: string;
  /** Of its part of the bars. */
  readonly tone?: Tone;
}

export interface PageRow {
  readonly head: Words;
  readonly cells: readonly PageCell[];
  /** Widths of the parts of its bar, of 100 altogether. */
  readonly bar?: readonly { readonly width: number; readonly tone: Tone }[];
}

export interface PageCell {
  readonly text: string;
  /** How much it holds among the cells of its table, from 0 to 4. */
  readonly heat?: number;
}

/** Words with a mark between any two, so that it is seen where each ends. */
export function separated(words: Words): Words {
  return words.flatMap((each, index) => (index === 0 ? [each] : ['·', each]));
}

/** How much more there is than what is listed. */
export function beyond(count: number): PageBlock[] {
  return count > 0 ? [{ kind: 'words', words: [say`and ${count} more`] }] : [];
}

/** A count as a cell; nothing stands where there is none. */
export function countCell(count: number): PageCell {
  return { text: count === 0 ? '' : String(count) };
}

/** Parts of a bar that is as long as `most` at its longest. */
export function barOf(parts: readonly (readonly [amount: number, tone: Tone])[], most: number): PageRow['bar'] {
  return parts.flatMap(([amount, tone]) => (amount === 0 ? [] : [{ width: (100 * amount) / Math.max(1, most), tone }]));
}
