import type { Reference } from '../facts.js';
import type { Block, LeafBlock, ListItem } from '../model.js';
import { visibleText, type Inline } from '../inline.js';
import { xsaMention, xsaUrl } from '../schema.js';
import type { LeafText } from './leafText.js';

/** Text that can hold a reference; most leaf blocks need no inline pass to know that they hold none. */
const mayRefer = /\[\[|\]\(|:\/\/|www\.|XSA/;

/** The wiki's own link: page, section, text. */
export const wikiForm = /\[\[([^[\]|#\n]*)(?:#([^[\]|\n]+))?(?:\|([^[\]\n]+))?\]\]/g;

/** The leaf blocks among these and below them whose references take the inline pass to read. */
export function referringLeaves(blocks: readonly (Block | ListItem)[]): LeafBlock[] {
  return blocks.flatMap((block) => {
    if ('children' in block) return referringLeaves(block.children);
    return 'leaf' in block && block.type !== 'definition' && mayRefer.test(block.leaf.text) ? [block] : [];
  });
}

/** References in one leaf block: `[[Page#Section]]`, Markdown links, XSA numbers. None in code. */
export function readReferences(text: LeafText): Reference[] {
  if (!mayRefer.test(text.raw)) return [];
  const found: Reference[] = [];
  const nodes = text.nodes();
  const code = opaque(nodes);
  for (const match of text.raw.matchAll(wikiForm)) {
    const reference = wikiReference(match, text);
    if (reference && !code.some((node) => node.span.start <= match.index && match.index < node.span.end))
      found.push(reference);
  }
  collect(nodes, text, found, false);
  return found;
}

function wikiReference(match: RegExpExecArray, text: LeafText): Reference | undefined {
  const page = (match[1] ?? '').replace(/_/g, ' ').trim();
  const section = match[2]?.replace(/_/g, ' ').trim();
  if (page === '' && section === undefined) return undefined;
  const shown = match[3]?.trim();
  const target = section === undefined ? page : `${page}#${section}`;
  return {
    kind: 'wiki',
    span: text.span(match.index, match.index + match[0].length),
    page,
    ...(section !== undefined && { section }),
    target,
    ...(shown !== undefined && { text: shown }),
  };
}

function opaque(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) =>
    node.type === 'inlineCode' || node.type === 'html' ? [node] : opaque(node.children ?? []),
  );
}

function collect(nodes: readonly Inline[], text: LeafText, found: Reference[], inLink: boolean): void {
  for (const node of nodes) {
    if (node.type === 'link' && node.url !== undefined) {
      const shown = visibleText(node.children ?? []);
      const advisory = xsaUrl.exec(node.url);
      const span = text.span(node.span.start, node.span.end);
      if (advisory) found.push({ kind: 'xsa', span, target: node.url, number: Number(advisory[1]), text: shown });
      else found.push({ kind: 'link', span, target: node.url, ...(shown !== node.url && { text: shown }) });
      collect(node.children ?? [], text, found, true);
    } else if (node.type === 'linkReference' && !inLink) {
      const shown = visibleText(node.children ?? []);
      found.push(...advisories(node, text).map((reference) => ({ ...reference, text: shown })));
    } else if (node.type === 'text' && !inLink) {
      found.push(...advisories(node, text));
    } else if (node.children) {
      collect(node.children, text, found, inLink);
    }
  }
}

function advisories(node: Inline, text: LeafText): Reference[] {
  const raw = text.raw.slice(node.span.start, node.span.end);
  return [...raw.matchAll(xsaMention)].map((match) => {
    const start = node.span.start + match.index;
    return { kind: 'xsa', span: text.span(start, start + match[0].length), target: match[0], number: Number(match[1]) };
  });
}
