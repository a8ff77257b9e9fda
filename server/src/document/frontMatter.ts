import { memo } from '../text/memo.js';
import type { Block } from './model.js';
import { readFrontMatter, type FrontMatter } from './readFrontMatter.js';
import type { Section } from './sections.js';

const nothing: FrontMatter = {};

/** The front matter of a document, by its first section; empty when it has none. */
export function frontMatterOf(head: Section | undefined): FrontMatter {
  const block = head?.blocks[0];
  if (!head || block?.type !== 'yaml') return nothing;
  return frontMatterIn(block, head.text.slice(block.span.start, block.span.end));
}

const frontMatterIn = memo(({ span }: Block, text: string): FrontMatter => {
  const opening = /^---[^\r\n]*/.exec(text)?.[0].length ?? 0;
  return readFrontMatter(text.slice(opening).replace(/---\s*$/, ''), span.start + opening);
});
