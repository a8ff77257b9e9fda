import type { PhrasingContent } from 'mdast';
import { address, text, wikiLink } from './nodes.js';

const url = /https?:\/\/[^\s<>"“”]+/g;

/** Text as inline content: addresses become links. */
export function inline(source: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const match of source.matchAll(url)) {
    const found = withoutTail(match[0]);
    if (match.index > from) nodes.push(text(source.slice(from, match.index)));
    nodes.push(address(found));
    from = match.index + found.length;
  }
  if (from < source.length) nodes.push(text(source.slice(from)));
  return nodes;
}

/** Without the punctuation that ends the sentence an address stands in; a bracket it opens itself stays. */
function withoutTail(found: string): string {
  let end = found.length;
  for (; end > 8; end--) {
    const last = found.charAt(end - 1);
    const closes = last === ')' && !found.slice(0, end - 1).includes('(');
    if (!closes && !/[.,;:!?'’]/.test(last)) break;
  }
  return found.slice(0, end);
}

/** `See Page_of_the_wiki`: the underscores of a page's address are left where its link was. */
export function seePage(source: string): PhrasingContent[] | undefined {
  const form = /^(See(?: also)?) (\p{Lu}[\p{L}\d]*(?:_[\p{L}\d.-]+)+)$/u.exec(source);
  return form ? [text(`${form[1] ?? ''} `), wikiLink((form[2] ?? '').replace(/_/g, ' '))] : undefined;
}
