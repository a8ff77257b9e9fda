import type { Document } from '../document/document.js';
import type { Block, ListItem } from '../document/model.js';
import { shift, type Span } from '../text/span.js';

/** A range that can be folded away behind its first line. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'section' | 'list' | 'code' | 'frontMatter';
}

/** Sections, list items with more than one line, code, and front matter; nothing for Markdown of no kind of ours. */
export function folding(document: Document): Fold[] {
  if (!document.facts.kind) return [];
  return [
    ...sectionFolds(document),
    ...document.cut.sections.flatMap((section, index) => blockFolds(section.blocks, document.cut.starts[index] ?? 0)),
  ]
    .filter(({ span }) => /[\r\n]/.test(document.text.slice(span.start, span.end)))
    .sort((one, other) => one.span.start - other.span.start);
}

/** A section ends where one begins that does not stand below it. */
function sectionFolds({ facts, text }: Document): Fold[] {
  const folds: Fold[] = [];
  const open: { readonly depth: number; readonly start: number }[] = [];
  const closeDownTo = (depth: number, end: number): void => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      open.pop();
      folds.push({ span: { start: last.start, end: contentEnd(text, last.start, end) }, kind: 'section' });
    }
  };
  for (const { start, facts: section } of facts.sections) {
    if (!section.heading) continue;
    closeDownTo(section.heading.depth, start);
    open.push({ depth: section.heading.depth, start });
  }
  closeDownTo(0, text.length);
  return folds;
}

function contentEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function blockFolds(blocks: readonly (Block | ListItem)[], start: number): Fold[] {
  return blocks.flatMap((block): Fold[] => {
    const span = shift(block.span, start);
    const own: Fold[] =
      block.type === 'yaml'
        ? [{ span, kind: 'frontMatter' }]
        : block.type === 'code'
          ? [{ span, kind: 'code' }]
          : block.type === 'listItem'
            ? [{ span, kind: 'list' }]
            : [];
    return 'children' in block ? [...own, ...blockFolds(block.children, start)] : own;
  });
}
