import type { Span } from '../text/span.js';

/**
 * The text of a leaf block without the prefixes of the containers it stands in.
 * Line `k` of `text` (lines keep their endings) begins at offset `lines[k]` of the text the block was read from.
 */
export interface Leaf {
  readonly text: string;
  readonly lines: readonly number[];
}

/** Block nodes carry mdast's names; spans are UTF-16 offsets into the text they were read from. */
export type Block =
  | { readonly type: 'heading'; readonly span: Span; readonly depth: number; readonly leaf: Leaf }
  | { readonly type: 'paragraph'; readonly span: Span; readonly leaf: Leaf }
  | { readonly type: 'table'; readonly span: Span; readonly leaf: Leaf }
  | { readonly type: 'definition'; readonly span: Span; readonly leaf: Leaf }
  | { readonly type: 'code'; readonly span: Span; readonly lang: string | undefined }
  | { readonly type: 'html'; readonly span: Span }
  | { readonly type: 'yaml'; readonly span: Span }
  | { readonly type: 'thematicBreak'; readonly span: Span }
  | { readonly type: 'blockquote'; readonly span: Span; readonly children: readonly Block[] }
  | { readonly type: 'footnoteDefinition'; readonly span: Span; readonly children: readonly Block[] }
  | List;

export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  /** Number of the first item; `undefined` in a bullet list. */
  readonly start: number | undefined;
  readonly children: readonly ListItem[];
}

export interface ListItem {
  readonly type: 'listItem';
  readonly span: Span;
  /** Task list state; `undefined` when the item is no task. */
  readonly checked: boolean | undefined;
  readonly children: readonly Block[];
}

/** A block that holds inline markup. */
export type LeafBlock = Extract<Block, { readonly leaf: Leaf }>;
