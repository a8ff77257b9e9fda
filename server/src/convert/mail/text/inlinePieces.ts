import type { Html, Link, Nodes, PhrasingContent, Root } from 'mdast';
import { htmlTagsIn, isElement } from '../../../document/htmlTag.js';
import { spanOf } from '../../../document/remarkBlocks.js';
import type { Span } from '../../../text/span.js';
import type { Piece } from './fill.js';
import type { Notes } from './notes.js';
import { suffixed, wordPieces, wrapped } from './pieces.js';
import type { WikiPage } from './wikiPages.js';
import { say } from '../../../text/say.js';

/** What the words of a paragraph need to know of the document. */
export interface InlineContext {
  readonly source: string;
  readonly notes: Notes;
  readonly definitions: Definitions;
  /** References to pages of the wiki that a note gives the address of, in text order. */
  readonly pages: readonly WikiPage[];
  /** Lines of the document, from 1, that begin a line of the mail as well. */
  readonly keptLines: ReadonlySet<number> | 'all';
  /** Whether emphasis goes without its marks, as in a heading. */
  readonly bare: boolean;
  /** Told of what plain text cannot say. */
  readonly lose: (span: Span, what: string) => void;
}

/** Addresses of link definitions by their label, in lower case. */
export type Definitions = ReadonlyMap<string, string>;

export function definitionsIn(root: Root): Definitions {
  const found = new Map<string, string>();
  const collect = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(root);
  return found;
}

/** Inline nodes as the pieces of a paragraph of plain text. */
export function inlinePieces(nodes: readonly PhrasingContent[], context: InlineContext): Piece[] {
  return nodes.flatMap((node, index) => piecesOf(node, context, index === 0 ? nodes[1] : undefined));
}

/** `after` is given for the first node of a paragraph. */
function piecesOf(node: PhrasingContent, context: InlineContext, after: PhrasingContent | undefined): Piece[] {
  const span = spanOf(node);
  const inside = (children: readonly PhrasingContent[]): Piece[] => inlinePieces(children, context);
  switch (node.type) {
    case 'text':
      return wordPieces(node, context);
    case 'inlineCode': {
      const fence = node.value.includes('`') ? '``' : '`';
      return [{ text: fence + node.value + fence, before: '', span, address: false }];
    }
    case 'strong':
    case 'emphasis':
      if (context.bare || isHead(node.children, after)) return inside(node.children);
      return wrapped(inside(node.children), node.type === 'strong' ? '*' : '_');
    case 'delete':
      return wrapped(inside(node.children), '~');
    case 'link':
      return linkPieces(node, context);
    case 'linkReference': {
      const url = context.definitions.get(node.identifier);
      return url === undefined ? inside(node.children) : referred(inside(node.children), url, context);
    }
    case 'image':
      return [imagePiece(node.alt, node.url, span, context)];
    case 'imageReference':
      return [imagePiece(node.alt, context.definitions.get(node.identifier), span, context)];
    case 'footnoteReference':
      return [{ text: `[${context.notes.number(`^${node.identifier}`)}]`, before: '', span, address: false }];
    case 'break':
      return [{ text: '', before: '\n', span, address: false }];
    case 'html':
      if (/^<br\b/i.test(node.value)) return [{ text: '', before: '\n', span, address: false }];
      if (isWords(node, context)) return wordPieces({ ...node, type: 'text' }, context);
      loseHtml(node.value, span, context);
      return [];
    default:
      return [];
  }
}

/** HTML is nothing that plain text can say; comments are for those who write the document. */
export function loseHtml(html: string, span: Span, { lose }: InlineContext): void {
  if (!/^\s*<!--(?:(?!-->)[^])*-->\s*$/.test(html)) lose(span, say`HTML is left out: ${html}`);
}

/** `**ACTION** Jan: …`, `**Jan**: …`: marks around the head of a paragraph say no more than the head does. */
function isHead(children: readonly PhrasingContent[], after: PhrasingContent | undefined): boolean {
  const [only, ...others] = children;
  if (after === undefined || only?.type !== 'text' || others.length > 0) return false;
  return /:\s*$/.test(only.value) || (after.type === 'text' && /^[^\n:]{0,60}:/.test(after.value));
}

/** Whether Markdown takes words in angle brackets for HTML that are none: `<config>`, `<silence>`. */
export function isWords(html: Html, { source }: InlineContext): boolean {
  const tags = htmlTagsIn(html.value);
  const rest = source.slice(spanOf(html).start);
  return (
    tags.length > 0 && !html.value.includes('<!') && !tags.some((tag) => isElement(tag, (name) => closes(name, rest)))
  );
}

function closes(name: string, text: string): boolean {
  return new RegExp(`</${name}[\\s>]`, 'i').test(text);
}

function linkPieces(node: Link, context: InlineContext): Piece[] {
  const span = spanOf(node);
  const label = inlinePieces(node.children, context);
  const shown = label.map((piece) => piece.before + piece.text).join('');
  const bare = node.url.replace(/^mailto:/i, '');
  // `[xen.org](https://xen.org)` says its address, but for the scheme that makes it one.
  const scheme = /^https?:\/\//i.exec(node.url)?.[0] ?? '';
  const said = scheme !== '' && shown === node.url.slice(scheme.length) && !shown.startsWith('www.') ? node.url : shown;
  if ([node.url, bare, node.url.slice(scheme.length)].includes(shown)) {
    const angled = context.source.charAt(span.start) === '<' || /[.,;:!?]$/.test(said);
    return [{ text: angled ? `<${said}>` : said, before: '', span, address: true }];
  }
  if (/^mailto:/i.test(node.url)) return [...label, { text: `<${bare}>`, before: ' ', span, address: true }];
  if (node.url.startsWith('#') || node.url === '') return label;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(node.url)) return referred(label, node.url, context);
  context.lose(span, say`"${node.url}" leads into the archive and is no address for a mail; only its text is written`);
  return label;
}

/** A text with the number of the note that has its address. */
function referred(label: readonly Piece[], url: string, { notes }: InlineContext): Piece[] {
  const number = `[${notes.number(url)}]`;
  // `[1]` with `[1]: address` below is such a number already.
  const own = label.length === 1 && label[0] !== undefined && `[${label[0].text}]` === number;
  if (own) return label.map((piece) => ({ ...piece, text: number }));
  return suffixed(label, ` ${number}`);
}

function imagePiece(
  alt: string | null | undefined,
  url: string | undefined,
  span: Span,
  { notes }: InlineContext,
): Piece {
  const number = url === undefined ? '' : ` [${notes.number(url)}]`;
  return { text: `[image${alt ? `: ${alt}` : ''}]${number}`, before: '', span, address: false };
}
