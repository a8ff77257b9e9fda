import type { Span } from '../../text/span.js';
import { inlineNodes, isComment, sourceSpan, type Inline } from '../inline.js';
import type { LeafBlock } from '../model.js';
import type { Definitions } from '../remark.js';

/** A leaf block as the fact readers see it: its raw text with comments blanked out, and by ranges of that text what is visible and where it stands. */
export interface LeafText {
  readonly raw: string;
  readonly nodes: () => readonly Inline[];
  /** What a reader sees of a range of the raw text, on one line. */
  readonly visible: (start: number, end: number) => string;
  /** Where a range of the raw text stands in the section. */
  readonly span: (start: number, end: number) => Span;
}

export function leafText(block: LeafBlock, definitions: Definitions): LeafText {
  const raw = withoutComments(block.leaf.text);
  const nodes = (): readonly Inline[] => inlineNodes(block, definitions);
  return {
    raw,
    nodes,
    visible: (start, end) =>
      /[\\`*_[\]<&~]/.test(raw) ? oneLine(visibleRange(nodes(), { start, end })) : oneLine(raw.slice(start, end)),
    span: (start, end) => sourceSpan(block.leaf, { start, end }),
  };
}

/**
 * The raw text with blanks for the marks and addresses of links and for images, so that offsets stay: `[Jan](https://…) (SUSE)` is a name
 * with its company.
 */
export function unlinked({ raw, nodes }: LeafText): string {
  if (!/\]/.test(raw)) return raw;
  const blanked = [...raw];
  const blank = (start: number, end: number): void => {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(raw.charAt(at))) blanked[at] = ' ';
  };
  if (blanked.length !== raw.length) return raw;
  const visit = (node: Inline): void => {
    const { children = [], span } = node;
    const [first, last] = [children[0], children.at(-1)];
    if (node.type === 'image' || node.type === 'imageReference') blank(span.start, span.end);
    if ((node.type === 'link' || node.type === 'linkReference') && first && last && raw.charAt(span.start) === '[') {
      blank(span.start, first.span.start);
      blank(last.span.end, span.end);
    }
    children.forEach(visit);
  };
  nodes().forEach(visit);
  return blanked.join('');
}

/** A comment says nothing to those who read the document; blanks in its place keep every offset. */
function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' ')) : text;
}

/** Runs of white space, line ends among them, as one space. */
export function oneLine(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

function visibleRange(nodes: readonly Inline[], range: Span): string {
  let result = '';
  for (const node of nodes) {
    if (node.span.end <= range.start || node.span.start >= range.end) continue;
    if (node.type === 'break') result += '\n';
    else if (node.children) result += visibleRange(node.children, range);
    else result += valueRange(node, range);
  }
  return result;
}

function valueRange(node: Inline, range: Span): string {
  if (isComment(node)) return '';
  const value = node.value ?? node.alt ?? '';
  // A value that is as long as its source can be cut where the range cuts it; one with escapes is taken whole.
  if (node.type !== 'text' || value.length !== node.span.end - node.span.start) return value;
  return value.slice(Math.max(0, range.start - node.span.start), Math.max(0, range.end - node.span.start));
}

/** Length of the white space at a text's start. */
export function leadingBlank(text: string): number {
  return text.length - text.trimStart().length;
}
