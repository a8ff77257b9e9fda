import type { Token } from './tokens.js';

export type Tag = Extract<Token, { type: 'tag' }>;

/** What stands between a tag that encloses blocks and its end, or outside all of them. */
export interface Segment {
  /** Absent outside. */
  readonly tag?: Tag;
  readonly tokens: readonly Token[];
}

/** Tags that enclose blocks of their own. */
const enclosing = new Set(['blockquote', 'gallery']);

/** Cuts tokens at the tags that enclose blocks; the tags themselves are left out. */
export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: (Segment & { readonly tokens: Token[] })[] = [{ tokens: [] }];
  const lastGallery = tokens.findLastIndex(
    (token) => token.type === 'tag' && token.name === 'gallery' && token.kind === 'close',
  );
  let open: { readonly tag: Tag; depth: number } | undefined;
  for (const [index, token] of tokens.entries()) {
    const tag = token.type === 'tag' && enclosing.has(token.name) ? token : undefined;
    if (!open && tag) {
      // An end without a beginning encloses nothing, and neither does a gallery without an end.
      if (tag.kind !== 'open' || (tag.name === 'gallery' && index > lastGallery)) continue;
      open = { tag, depth: 1 };
      segments.push({ tag, tokens: [] });
      continue;
    }
    if (open && tag?.name === open.tag.name && tag.kind !== 'empty') open.depth += tag.kind === 'open' ? 1 : -1;
    if (open?.depth === 0) {
      open = undefined;
      segments.push({ tokens: [] });
    } else segments.at(-1)?.tokens.push(token);
  }
  return segments.filter((segment) => segment.tokens.length > 0 || segment.tag?.name === 'gallery');
}
