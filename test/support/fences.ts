import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { root } from './documents.js';

/** A block of code in a page of the documentation. */
export interface Fence {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Titles of the sections it stands in, the innermost last. */
  readonly section: string;
}

const parser = new MarkdownIt();

/** The blocks of code in a page, by its path from the root. */
export function fencesIn(page: string): Fence[] {
  const found: Fence[] = [];
  let section = '';
  const tokens = parser.parse(readFileSync(path.join(root, page), 'utf8'), {});
  for (const [index, { type, map, info, content }] of tokens.entries()) {
    if (type === 'heading_open') section = tokens[index + 1]?.content ?? '';
    if (type === 'fence')
      found.push({ page, line: (map?.[0] ?? 0) + 1, language: info.trim(), text: content, section });
  }
  return found;
}
