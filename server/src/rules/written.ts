import { inlineNodes, noDefinitions, sourceSpan, type Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import { contains, type Span } from '../text/span.js';

export interface Written {
  readonly text: string;
  /** In the section. */
  readonly span: Span;
}

/** What of a section has a form, definitions of links included; nothing in code, in HTML or in quotations. */
export function written(blocks: readonly (Block | ListItem)[], form: RegExp): Written[] {
  return blocks.flatMap((block) => {
    if ('leaf' in block) return writtenInLeaf(block, form);
    return block.type === 'list' || block.type === 'listItem' || block.type === 'footnoteDefinition'
      ? written(block.children, form)
      : [];
  });
}

function writtenInLeaf(block: LeafBlock, form: RegExp): Written[] {
  const found = [...block.leaf.text.matchAll(form)];
  if (found.length === 0) return [];
  const code = codeIn(inlineNodes(block, noDefinitions));
  return found.flatMap(({ 0: text, index }) => {
    if (isIn(code, index)) return [];
    return [{ text, span: sourceSpan(block.leaf, { start: index, end: index + text.length }) }];
  });
}

/** Spans of code and HTML among inline nodes. */
export function codeIn(nodes: readonly Inline[]): Span[] {
  return nodes.flatMap((node) =>
    node.type === 'inlineCode' || node.type === 'html' ? [node.span] : codeIn(node.children ?? []),
  );
}

export function isIn(spans: readonly Span[], offset: number): boolean {
  return spans.some(({ start, end }) => start <= offset && offset < end);
}

/** Whether a range of a section stands in a quotation: what somebody else said is theirs. */
export function isQuoted(blocks: readonly (Block | ListItem)[], span: Span): boolean {
  const around = blocks.find((block) => contains(block.span, span));
  if (!around || around.type === 'blockquote') return around !== undefined;
  return 'children' in around && isQuoted(around.children, span);
}
