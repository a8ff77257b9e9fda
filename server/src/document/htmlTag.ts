import { htmlTagNames } from 'html-tag-names';

/** What looks like a tag of HTML; offsets are those of the text it was read from. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** The tags in a piece of HTML, comments aside. */
export function htmlTagsIn(html: string): HtmlTag[] {
  const bare = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...bare.matchAll(/<(\/?)([a-z][a-z0-9]*)(\s[^<>]*|\/)?>/gi)].map((tag) => ({
    name: (tag[2] ?? '').toLowerCase(),
    closing: tag[1] === '/',
    attributes: tag[3] ?? '',
    start: tag.index,
    end: tag.index + tag[0].length,
  }));
}

const known = new Set(htmlTagNames);

/**
 * Whether a tag is one of an element. Markdown takes many a placeholder for a tag, and many a remark, as in `xl create <config>`
 * or `<silence>`: an element has a known name, and it is closed further on, has an attribute, or has no content by its kind.
 */
export function isElement({ name, closing, attributes }: HtmlTag, isClosed: (name: string) => boolean): boolean {
  if (!known.has(name)) return false;
  return closing || /^(?:br|wbr|hr)$/.test(name) || attributes.includes('=') || isClosed(name);
}
