import type { Link, Nodes, PhrasingContent } from 'mdast';
import { resolveReference } from '../../../archive/references.js';
import { lineOf, plainText } from '../../nodes.js';
import { doubt, type WriteContext } from './context.js';
import { escapeText, escapeUrl, literal } from './escape.js';
import { tidyLines, unwrapped } from '../../wrap.js';
import { say } from '../../../text/say.js';

/** Inline content as wikitext; line breaks of the source stay. */
export function writeInline(nodes: readonly PhrasingContent[], context: WriteContext): string {
  const linked = nodes.some(isLink);
  return nodes
    .map((node, index) => {
      const written = writeNode(node, nodes[index - 1], nodes[index + 1], context);
      return linked && node.type === 'text' ? withoutBrackets(written) : written;
    })
    .join('');
}

/** Single brackets around an address would make a link of it. */
function withoutBrackets(written: string): string {
  return written.replace(/\[\[[^[\]]*\]\]|<nowiki>[^<]*<\/nowiki>|[[\]]/g, (found) =>
    found.length > 1 ? found : found === '[' ? '&#91;' : '&#93;',
  );
}

type Neighbour = PhrasingContent | undefined;

function writeNode(node: PhrasingContent, before: Neighbour, after: Neighbour, context: WriteContext): string {
  switch (node.type) {
    case 'text':
      return writeText(node.value, before, after, context);
    case 'strong':
      return `'''${inner(node.children, context)}'''`;
    case 'emphasis':
      return `''${inner(node.children, context)}''`;
    case 'delete':
      return `<s>${writeInline(node.children, context)}</s>`;
    case 'inlineCode':
      return `<code>${literal(node.value)}</code>`;
    case 'break':
      return '<br />';
    case 'link':
      return writeLink(node, after, context);
    case 'linkReference':
      return linkTo(node.children, context.definitions.get(node.identifier)?.url, node, after, context);
    case 'image':
      return linkTo([{ type: 'text', value: node.alt ?? '' }], node.url, node, after, context);
    case 'imageReference':
      return linkTo(
        [{ type: 'text', value: node.alt ?? '' }],
        context.definitions.get(node.identifier)?.url,
        node,
        after,
        context,
      );
    case 'footnoteReference':
      return writeFootnote(node.identifier, context);
    case 'html':
      return writeHtml(node.value, lineOf(node), context);
    case 'wikiLink':
      return node.value;
  }
}

/** Apostrophes at the edge of a text would join those of the stress beside it. */
function writeText(value: string, before: Neighbour, after: Neighbour, context: WriteContext): string {
  const own = escapeText(tidyLines(value), context.where);
  const head = before && own.startsWith("'") ? `&#39;${own.slice(1)}` : own;
  return after && head.endsWith("'") ? `${head.slice(0, -1)}&#39;` : head;
}

function isLink(node: Neighbour): boolean {
  return node !== undefined && /link|image/i.test(node.type);
}

/** Content of bold or italics, which end with their line. */
function inner(nodes: readonly PhrasingContent[], context: WriteContext): string {
  const own = writeInline(nodes, context).replace(/\n/g, ' ');
  return own.replace(/^'(?!')/, '&#39;').replace(/(^|[^'])'$/, '$1&#39;');
}

function writeLink(node: Link, after: Neighbour, context: WriteContext): string {
  const shown = plainText(node.children);
  if (node.url === `mailto:${shown}`) return escapeText(shown, context.where);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) return linkTo(node.children, node.url, node, after, context);
  const target = localTarget(node.url, context);
  if (target === undefined) {
    doubt(context, lineOf(node), say`"${node.url}" leads to no page that the wiki has; only its text is kept`);
    return writeInline(node.children, context);
  }
  return shown === '' || shown === target ? `[[${target}]]` : `[[${target}|${shown.replace(/[[\]|\n]+/g, ' ')}]]`;
}

/** A link to a document of the archive as the title of its page and section. */
function localTarget(url: string, { archive, document }: WriteContext): string | undefined {
  const span = { start: 0, end: 0 };
  const found = resolveReference(archive, { kind: 'link', target: url, span }, document.facts);
  if (found.kind !== 'found' || found.document.title === '') return undefined;
  const section = found.section?.facts.heading?.title;
  const page = found.document.path === document.path ? '' : found.document.title;
  const target =
    section === undefined || section === found.document.title ? found.document.title : `${page}#${section}`;
  return /[[\]|{}<>\n]/.test(target) ? undefined : target;
}

/** An address alone where it ends by itself, else in brackets. */
function linkTo(
  shown: readonly PhrasingContent[],
  url: string | undefined,
  node: Nodes,
  after: Neighbour,
  context: WriteContext,
): string {
  if (url === undefined) return writeInline(shown, context);
  const target = escapeUrl(url);
  const alone = plainText(shown) === url && target === url;
  const next = after?.type === 'text' ? after.value : after ? 'x' : '';
  if (alone && !/[.,;:!?)'’]$/.test(url) && /^[).,;:!?]*(?:\s|$)/.test(next)) return url;
  if (!/^(?:https?|ftp|mailto):|^\/\//i.test(url)) {
    doubt(context, lineOf(node), say`the wiki makes no link of "${url}"; it stands beside its text`);
    return `${writeInline(shown, context)} (${escapeText(url, context.where)})`;
  }
  const text = writeInline(shown, context).replace(/\n/g, ' ').replace(/\]/g, '&#93;');
  return text.trim() === '' ? `[${target}]` : `[${target} ${text}]`;
}

function writeFootnote(identifier: string, context: WriteContext): string {
  const name = identifier.replace(/[^\p{L}\p{N} _-]/gu, '') || 'note';
  if (context.noted.has(identifier)) return `<ref name="${name}" />`;
  context.noted.add(identifier);
  const blocks = context.footnotes.get(identifier)?.children ?? [];
  const said = blocks.map((block) => ('children' in block ? plainOrInline(block, context) : plainText(block)));
  return `<ref name="${name}">${unwrapped(said.join(' '))}</ref>`;
}

function plainOrInline(block: Nodes, context: WriteContext): string {
  if (block.type === 'paragraph') return writeInline(block.children, context);
  return escapeText(plainText(block), context.where);
}

/** Comments and line breaks the wiki has too; other tags are shown as they are written. */
function writeHtml(value: string, line: number, context: WriteContext): string {
  if (/^<br\s*\/?>$/i.test(value)) return '<br />';
  if (/^<!--(?!-?>)(?:(?!--)[\s\S])*-->$/.test(value)) return value;
  doubt(context, line, say`HTML is kept as text`);
  return escapeText(value, context.where).replace(/<(?=[a-z/!])/gi, '&lt;');
}
