/**
 * Wikitext as a tree of what spans lines: templates, links, tags, raw text. Offsets are those of the source; the blocks of
 * lines (headings, lists, tables) are read from the tree later, so that a line break within a template ends no list.
 */
export type Token =
  /** A stretch of the source as it stands. */
  | { readonly type: 'text'; readonly value: string; readonly start: number }
  | Template
  /** `[[target|part|part]]`. */
  | {
      readonly type: 'link';
      readonly parts: readonly (readonly Token[])[];
      readonly start: number;
      readonly end: number;
    }
  /** `[URL text]`. */
  | {
      readonly type: 'external';
      readonly url: string;
      readonly children: readonly Token[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'comment'; readonly value: string; readonly start: number; readonly end: number }
  /** What stands between tags in which markup is text, such as `<pre>`. */
  | {
      readonly type: 'raw';
      readonly name: string;
      readonly attributes: string;
      readonly value: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'tag';
      readonly name: string;
      readonly attributes: string;
      readonly kind: 'open' | 'close' | 'empty';
      readonly start: number;
      readonly end: number;
    };

/** `{{name|part|name=part}}`; the first part is the name. */
export interface Template {
  readonly type: 'template';
  readonly parts: readonly (readonly Token[])[];
  readonly start: number;
  readonly end: number;
}

/** Offset at which a token begins. */
export function startOf(token: Token): number {
  return token.start;
}
