import type { Definition, Heading, Nodes, Paragraph, Parents, Table } from 'mdast';
import type { Block, Leaf, ListItem } from './model.js';
import { parseWhole } from './remark.js';
import type { Span } from '../text/span.js';

/** The blocks of a text as remark itself reads them: slower, for the few texts whose constructs the block pass lacks. */
export function remarkBlocks(text: string, options: { readonly frontMatter: boolean }): Block[] {
  return children(parseWhole(text, options), text);
}

function children(parent: Parents, text: string): Block[] {
  return parent.children.flatMap((node) => block(node, text) ?? []);
}

function block(node: Nodes, text: string): Block | undefined {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return { type: node.type, span, depth: node.depth, leaf: contentLeaf(node, text) };
    case 'paragraph':
    case 'table':
    case 'definition':
      return { type: node.type, span, leaf: leafOf(node, span, text) };
    case 'code':
      return { type: node.type, span, lang: node.lang ?? undefined };
    case 'html':
    case 'yaml':
    case 'thematicBreak':
      return { type: node.type, span };
    case 'blockquote':
    case 'footnoteDefinition':
      return { type: node.type, span, children: children(node, text) };
    case 'list':
      return {
        type: 'list',
        span,
        ordered: node.ordered ?? false,
        start: node.start ?? undefined,
        children: node.children.map((item) => listItem(item, text)),
      };
    default:
      return undefined;
  }
}

function listItem(node: Extract<Nodes, { type: 'listItem' }>, text: string): ListItem {
  return { type: 'listItem', span: spanOf(node), checked: node.checked ?? undefined, children: children(node, text) };
}

/** mdast positions come from remark, which always sets them. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function contentLeaf(node: Heading, text: string): Leaf {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) return { text: '', lines: [spanOf(node).end] };
  return leafOf(node, { start: spanOf(first).start, end: spanOf(last).end }, text);
}

/** Continuation lines lose the markers and blanks before their content, as they do in a container. */
function leafOf(node: Heading | Paragraph | Table | Definition, span: Span, text: string): Leaf {
  const lines: number[] = [span.start];
  const texts: string[] = [];
  let at = span.start;
  let lineStart = at;
  for (const match of text.slice(span.start, span.end).matchAll(/\r\n|\n|\r/g)) {
    const end = span.start + match.index;
    at = end + match[0].length;
    texts.push(text.slice(lineStart, at));
    at += /^[ \t>]*/.exec(text.slice(at, span.end))?.[0].length ?? 0;
    lines.push(at);
    lineStart = at;
  }
  texts.push(text.slice(lineStart, span.end));
  return { text: texts.join(''), lines };
}
