import type { RootContent } from 'mdast';
import { wikiRedirect, yearHeading } from '../../document/schema.js';
import { lineStartsIn } from '../../text/lines.js';
import { converted, notText, type Converted, type ImportContext, type Source } from '../converted.js';
import { isHeading, lineOf, paragraph, plainText, text } from '../nodes.js';
import { createPlaces, type Places } from '../places.js';
import { withoutFrame } from '../rendered/frame.js';
import { spokenLines } from '../rendered/lines.js';
import { isBinary, sourceLines } from '../sourceText.js';
import { documentsOf } from '../shape/documents.js';
import type { Page } from '../shape/page.js';
import { readBlocks } from './blocks.js';
import { lineAt, type WikiContext } from './context.js';
import { templateForms } from './forms.js';
import { tokenize, type Tokenized } from './tokenize.js';
import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

/** Makes documents of the source of a wiki page. */
export function readWikitext(source: Source, { archive }: ImportContext): Converted {
  const places = createPlaces();
  if (isBinary(source)) return notText(places);
  const framed = withoutFrameOf(sourceLines(source.text, places), places);
  const own = framed.lines.join('\n');
  const tokenized = tokenize(own);
  const context: WikiContext = {
    source: own,
    lineStarts: lineStartsIn(own),
    archive,
    forms: templateForms(archive.config),
    places,
    footnotes: [],
    votes: 'motions',
    depth: 1,
  };
  for (const { at, what } of tokenized.flaws) places.doubt(lineAt(context, at), what);
  const page = readPage(tokenized, { name: source.name, title: framed.title }, context);
  return converted(documentsOf(page, places), places, source);
}

/** The lines of a source without what a wiki shows around it, where that was copied with it; the title stands there as well. */
function withoutFrameOf(
  lines: readonly string[],
  places: Places,
): { readonly lines: string[]; readonly title?: string } {
  const own = createPlaces();
  const { title, lines: kept } = withoutFrame(spokenLines(lines), own);
  if (!title) return { lines: [...lines] };
  for (const { line, text, why } of own.dropped) places.drop(line, text, why);
  const numbers = new Set(kept.map(({ line }) => line));
  return { lines: lines.map((line, index) => (numbers.has(index + 1) ? line : '')), title: title.text };
}

/** The comment that an export begins with: a page's source does not hold its title. */
export const titleComment = /^\s*Page:\s*(\S.{0,200})$/;

function readPage(
  { tokens }: Tokenized,
  around: { readonly name: string; readonly title: string | undefined },
  context: WikiContext,
): Page {
  const stated = statedTitle(tokens);
  const rest = stated?.type === 'comment' ? tokens.filter((token) => token !== stated.token) : tokens;
  const read = isRedirect(context.source) ? redirect(rest, context) : readBlocks(rest, context);
  const blocks = [...read, ...context.footnotes];
  const [first, ...others] = blocks;
  if (stated) {
    const from = stated.type === 'comment' ? 'document' : 'source';
    return { title: stated.title, line: 1, titled: 'itself', blocks: withDepths(blocks), from };
  }
  if (around.title !== undefined)
    return { title: around.title, line: 1, titled: 'itself', blocks: withDepths(blocks), from: 'source' };
  const tops = blocks.filter((node) => isHeading(node) && node.depth === 1);
  if (isHeading(first) && first.depth === 1 && tops.length === 1 && !yearHeading.test(plainText(first)))
    return {
      title: plainText(first),
      line: lineOf(first),
      titled: 'itself',
      blocks: withDepths(others),
      from: 'source',
    };
  const title = around.name.replace(/_/g, ' ');
  context.places.doubt(1, say`the source of a page does not say its title; the document is called "${title}"`);
  return { title, line: 1, titled: 'byName', blocks: withDepths(blocks), from: 'source' };
}

interface StatedTitle {
  readonly type: 'comment' | 'template';
  readonly title: string;
  readonly token: Token;
}

/** A title in the comment that begins the source, or in `{{DISPLAYTITLE:…}}`. */
function statedTitle(tokens: readonly Token[]): StatedTitle | undefined {
  const [first] = tokens.filter((token) => token.type !== 'text' || token.value.trim() !== '');
  const comment = first?.type === 'comment' ? titleComment.exec(first.value.trimEnd())?.[1] : undefined;
  if (first && comment !== undefined) return { type: 'comment', title: comment, token: first };
  for (const token of tokens) {
    const head = token.type === 'template' ? token.parts[0]?.[0] : undefined;
    const title = head?.type === 'text' ? /^\s*DISPLAYTITLE:\s*(\S.*)$/i.exec(head.value.trimEnd())?.[1] : undefined;
    if (title !== undefined) return { type: 'template', title, token };
  }
  return undefined;
}

function isRedirect(source: string): boolean {
  return wikiRedirect.test(source.trimStart().slice(0, 200));
}

function redirect(tokens: readonly Token[], context: WikiContext): RootContent[] {
  const index = tokens.findIndex((token) => token.type === 'link');
  const link = tokens[index];
  if (!link) return readBlocks(tokens, context);
  context.places.doubt(lineAt(context, link.start), say`the page redirects to another, which has what it is about`);
  const [head] = readBlocks([link], context);
  const children = head?.type === 'paragraph' ? head.children : [];
  const moved = paragraph([text('Redirects to '), ...children], lineAt(context, link.start));
  return [moved, ...readBlocks(tokens.slice(index + 1), context)];
}

/** Headings right below the title have depth 2, whatever depth the page begins with. */
function withDepths(blocks: readonly RootContent[]): RootContent[] {
  const least = blocks.reduce((depth, node) => (isHeading(node) ? Math.min(depth, node.depth) : depth), 7);
  return blocks.map((node) =>
    isHeading(node) ? { ...node, depth: Math.min(6, node.depth - least + 2) as typeof node.depth } : node,
  );
}

const signs = [
  /^={1,6}[^=\n][^\n]*=[ \t]*$/m,
  /^[ \t]*(?:[*#:;]+ ?)?\{\{[\p{L}_][^{}\n]{0,80}(?:\||\}\}|$)/mu,
  /^:*\{\|/m,
  /^#REDIRECT\b/i,
  /<!-- Page: |\[\[[^\]\n]{1,200}\]\]|'''/,
];

/** Whether a text is the source of a wiki page: it has headings between signs, templates or links in double brackets. */
export function isWikitext(source: Source): boolean {
  const head = source.text.slice(0, 200_000);
  return signs.some((sign) => sign.test(head));
}
