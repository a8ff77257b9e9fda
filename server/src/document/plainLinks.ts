import type { Inline } from './inline.js';

/** Text without a character that markup, an address or a line break could begin with; in a link's text without a footnote's mark. */
const words = String.raw`[^\\\x60*_[\]<&~@\r\n]`;
const link = String.raw`\[((?!\^)${words}+)\]\(([^\s()<>\\&]+)\)`;
const plainLinks = new RegExp(`^(?:${words}|${link})*$`);
const anyLink = new RegExp(link, 'g');
/** What would be a link all the same. */
const address = /:\/\/|www\./i;

/**
 * The inline nodes of a line that has links such as `[notes](2013.md)` and no other markup, as remark gives them. Lists of links
 * are what an archive has most of, and remark takes a hundred times as long to read them; `undefined` for any other text.
 */
export function linksAlone(text: string): readonly Inline[] | undefined {
  if (!text.includes('](') || text.includes('![') || !plainLinks.test(text)) return undefined;
  const nodes: Inline[] = [];
  let at = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[ \t]+$/, '').length;
  for (const { 0: whole, 1: shown = '', 2: url = '', index } of text.matchAll(anyLink)) {
    if (index > at) nodes.push(textAt(text, at, index));
    const start = index + 1;
    const children = [textAt(text, start, start + shown.length)];
    at = index + whole.length;
    nodes.push({ type: 'link', span: { start: index, end: at }, url, children });
  }
  if (at < end) nodes.push(textAt(text, at, end));
  const texts = nodes.map(({ value, children }) => value ?? children?.[0]?.value ?? '');
  return texts.some((each) => address.test(each)) ? undefined : nodes;
}

function textAt(text: string, start: number, end: number): Inline {
  return { type: 'text', span: { start, end }, value: text.slice(start, end) };
}
