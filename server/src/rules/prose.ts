import { visibleText, type Inline } from '../document/inline.js';
import type { Span } from '../text/span.js';
import type { LeafContext } from './rule.js';

/**
 * A leaf's text in which only running text is left: code, HTML, addresses, images and markup are blanked out, line endings
 * kept. As long as the text, so that offsets hold.
 */
export function proseOf({ text, nodes }: Pick<LeafContext, 'text' | 'nodes'>): string {
  let result = '';
  for (const { start, end } of textSpans(nodes())) {
    result += blank(text.slice(result.length, start)) + text.slice(Math.max(result.length, start), end);
  }
  return result + blank(text.slice(result.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Where text stands among some inline nodes, in order; that of a link which shows its own address is none. */
function textSpans(nodes: readonly Inline[]): Span[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.span];
    return node.type === 'link' && showsAddress(node) ? [] : textSpans(node.children ?? []);
  });
}

function showsAddress({ url = '', children = [] }: Inline): boolean {
  const shown = visibleText(children);
  return ['', 'http://', 'https://', 'mailto:'].some((scheme) => url === scheme + shown);
}
