import { readFrontMatter, type FrontMatter } from './readFrontMatter.js';
import type { Section } from './sections.js';

const nothing: FrontMatter = {};
const memo = new WeakMap<object, FrontMatter>();

/** The front matter of a document, by its first section; empty when it has none. Kept for as long as it is the same block. */
export function frontMatterOf(head: Section | undefined): FrontMatter {
  const block = head?.blocks[0];
  if (!head || block?.type !== 'yaml') return nothing;
  const known = memo.get(block);
  if (known) return known;
  const text = head.text.slice(block.span.start, block.span.end);
  const opening = /^---[^\r\n]*/.exec(text)?.[0].length ?? 0;
  const read = readFrontMatter(text.slice(opening).replace(/---\s*$/, ''), block.span.start + opening);
  memo.set(block, read);
  return read;
}
