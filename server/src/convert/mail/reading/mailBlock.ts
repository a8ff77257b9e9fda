/** What a mail's text consists of. `at` is the line of the source, from 1. */
export type MailBlock =
  /** `level` says which of two headings is above the other: 1 is the highest of those with a form, 0 stands as high as any. */
  | { readonly type: 'heading'; readonly level: number; readonly text: string; readonly at: number }
  /** Line breaks in `text` are the writer's own; those of wrapping are blanks. */
  | { readonly type: 'paragraph'; readonly text: string; readonly at: number }
  | MailList
  /** Lines without the first `>`. */
  | { readonly type: 'quote'; readonly lines: readonly string[]; readonly at: number }
  /** Lines that stay as they are: a table, or code with its fences. */
  | { readonly type: 'verbatim'; readonly lines: readonly string[]; readonly at: number }
  | { readonly type: 'rule'; readonly at: number };

export interface MailList {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item. */
  readonly start: number;
  readonly items: readonly MailItem[];
  readonly at: number;
}

export interface MailItem {
  readonly text: string;
  readonly checked?: boolean;
  readonly blocks: readonly MailBlock[];
  readonly at: number;
}

/** The heading that notes get which stand below a list they are no part of, such as that of the attendees. */
export function discussion(at: number): MailBlock {
  return { type: 'heading', level: 0, text: 'Discussion', at };
}
