import type { BlockContent, RootContent } from 'mdast';
import { heading, list, listItem, paragraph } from '../nodes.js';
import { bulletOf, type SourceLine } from '../rendered/lines.js';
import { readLists } from '../rendered/lists.js';
import { contentBlocks, isCode } from './content.js';
import { lineAt, type WikiContext } from './context.js';
import { readInline } from './inline.js';
import { readGallery } from './gallery.js';
import { valueLines, wikiLines, type WikiLine } from './lines.js';
import { prefixOf, readList } from './lists.js';
import { readProject } from './projects.js';
import { sourceOf } from './parameters.js';
import { segmentsOf, type Segment } from './segments.js';
import { readTable, tableEnds } from './tables.js';
import { meaningOf } from './templates.js';
import type { Template, Token } from './tokens.js';

/** Quotes and templates within one another below this depth are read as if they were not there. */
const deepest = 8;

/** Tokens as blocks. */
export function readBlocks(tokens: readonly Token[], context: WikiContext, depth = 0): RootContent[] {
  if (depth > deepest) return contentBlocks(tokens, lineAt(context, tokens[0]?.start ?? 0), context);
  return segmentsOf(tokens).flatMap((segment) => readSegment(segment, wikiLines, context, depth));
}

/** The value of a parameter as blocks. */
export function readValue(tokens: readonly Token[], context: WikiContext, depth: number): RootContent[] {
  if (depth > deepest) return readBlocks(tokens, context, depth);
  return segmentsOf(tokens).flatMap((segment, index) =>
    readSegment(segment, index === 0 ? valueLines : wikiLines, context, depth),
  );
}

function readSegment(
  segment: Segment,
  linesOf: (tokens: readonly Token[]) => WikiLine[],
  context: WikiContext,
  depth: number,
): RootContent[] {
  const { tag } = segment;
  if (!tag) return readLines(linesOf(segment.tokens), context, depth);
  if (tag.name === 'gallery') return readGallery(tag, segment.tokens, context);
  const children = readBlocks(segment.tokens, context, depth + 1) as BlockContent[];
  return children.length === 0 ? [] : [{ type: 'blockquote', children }];
}

interface Draft {
  readonly blocks: RootContent[];
  /** Lines of the paragraph that is being read. */
  waiting: WikiLine[];
}

function readLines(lines: readonly WikiLine[], context: WikiContext, depth: number): RootContent[] {
  const draft: Draft = { blocks: [], waiting: [] };
  const tables = tableEnds(lines);
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (!line) break;
    const table = tables.get(index);
    if (table !== undefined) {
      flush(draft, context);
      push(draft.blocks, readTable(lines.slice(index, table + 1), context));
      index = table + 1;
    } else index += readLine(lines, index, line, draft, context, depth);
  }
  flush(draft, context);
  return draft.blocks;
}

/** Reads the block that begins with a line; returns the number of lines read. */
function readLine(
  lines: readonly WikiLine[],
  index: number,
  line: WikiLine,
  draft: Draft,
  context: WikiContext,
  depth: number,
): number {
  if (line.blank) {
    // A line of comments alone is no line for MediaWiki; the comments are told.
    readInline(line.tokens, context);
    if (!line.absent) flush(draft, context);
    return 1;
  }
  const title = headingOf(line);
  const template = templateOf(line);
  if (prefixOf(line) !== undefined)
    return take(lines, index, draft, context, (each) => prefixOf(each) !== undefined, readList);
  if (/^ +\S/.test(line.head) && draft.waiting.length === 0)
    return take(lines, index, draft, context, (each) => /^ +\S/.test(each.head), readSpaced);
  if (title) {
    flush(draft, context);
    context.depth = title.depth;
    draft.blocks.push(heading(title.depth, readInline(title.tokens, context), lineAt(context, line.start)));
  } else if (template) {
    flush(draft, context);
    push(draft.blocks, blockTemplate(template, context, depth));
  } else if (isCodeLine(line)) {
    flush(draft, context);
    push(draft.blocks, contentBlocks(line.tokens, lineAt(context, line.start), context));
  } else if (/^-{4,}\s*$/.test(line.head) && line.tokens.length === 1) {
    flush(draft, context);
    draft.blocks.push({ type: 'thematicBreak' });
  } else draft.waiting.push(line);
  return 1;
}

function take(
  lines: readonly WikiLine[],
  index: number,
  draft: Draft,
  context: WikiContext,
  belongs: (line: WikiLine) => boolean,
  read: (lines: readonly WikiLine[], context: WikiContext) => RootContent[],
): number {
  flush(draft, context);
  let end = index;
  for (let line = lines[end]; line && (line.absent || belongs(line)); line = lines[++end])
    if (line.absent) readInline(line.tokens, context);
  push(
    draft.blocks,
    read(
      lines.slice(index, end).filter((line) => !line.absent),
      context,
    ),
  );
  return end - index;
}

function flush(draft: Draft, context: WikiContext): void {
  const [first] = draft.waiting;
  if (!first) return;
  const tokens = draft.waiting.flatMap((line, index): Token[] =>
    index === 0 ? [...line.tokens] : [{ type: 'text', value: '\n', start: line.start }, ...line.tokens],
  );
  draft.waiting = [];
  push(draft.blocks, contentBlocks(tokens, lineAt(context, first.start), context));
}

function push(into: RootContent[], blocks: readonly RootContent[]): void {
  for (const block of blocks) into.push(block);
}

/** `== Title ==`; what stands between as many signs on both sides. */
function headingOf(line: WikiLine): { readonly depth: number; readonly tokens: Token[] } | undefined {
  if (!line.head.startsWith('=')) return undefined;
  const tokens = line.tokens.filter((token) => token.type !== 'comment');
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first?.type !== 'text' || last?.type !== 'text') return undefined;
  const opening = /^=+/.exec(first.value)?.[0].length ?? 0;
  const tail = last.value.trimEnd();
  let closing = 0;
  while (closing < tail.length && tail.charAt(tail.length - 1 - closing) === '=') closing++;
  const whole = first === last && tail.length === closing;
  const depth = Math.min(6, opening, whole ? Math.floor((tail.length - 1) / 2) : closing);
  if (depth < 1) return undefined;
  const ended = tokens.with(-1, { ...last, value: tail.slice(0, tail.length - depth) });
  const head = ended[0];
  if (head?.type !== 'text') return undefined;
  return { depth, tokens: ended.with(0, { ...head, value: head.value.slice(depth), start: head.start + depth }) };
}

/** The template that is all a line holds. */
function templateOf(line: WikiLine): Template | undefined {
  const said = line.tokens.filter((token) => token.type !== 'text' || token.value.trim() !== '');
  const [only, ...others] = said;
  return only?.type === 'template' && others.length === 0 ? only : undefined;
}

/** Whether raw text that is code is all a line holds. */
function isCodeLine(line: WikiLine): boolean {
  return line.tokens.every((token) =>
    token.type === 'raw' ? isCode(token) : token.type === 'text' && token.value.trim() === '',
  );
}

function blockTemplate(template: Template, context: WikiContext, depth: number): RootContent[] {
  const line = lineAt(context, template.start);
  const meaning = meaningOf(template, '', context);
  switch (meaning.type) {
    case 'project': {
      const within: WikiContext = { ...context, votes: 'interest' };
      return readProject(meaning.call, line, context, (tokens) => readValue(tokens, within, depth + 1));
    }
    case 'note':
      return readValue(meaning.parameter?.tokens ?? [], context, depth + 1);
    case 'marked':
      if (meaning.role === 'todo') return meaning.lines.map((nodes) => paragraph([...nodes], line));
      return [
        list(
          meaning.lines.map((nodes) => listItem([paragraph([...nodes], line)], line)),
          line,
        ),
      ];
    case 'text':
      return meaning.nodes.length === 0 ? [] : [paragraph([...meaning.nodes], line)];
  }
}

/** Lines that begin with a blank are shown as they stand: code, or a list with its own bullets. */
function readSpaced(lines: readonly WikiLine[], context: WikiContext): RootContent[] {
  const line = lineAt(context, lines[0]?.start ?? 0);
  const sources = lines.map((each) => sourceOf(each.tokens, context.source));
  const plain = lines.every((each) => each.tokens.every((token) => token.type === 'text'));
  if (plain && sources.every((source) => bulletOf(source.trim()))) {
    const spaced = sources.map((source, index): SourceLine => {
      const text = source.trim();
      return { text, line: line + index, indent: source.indexOf(text) };
    });
    return readLists(spaced, {}, context.places);
  }
  const value = sources.map((source) => source.slice(1)).join('\n');
  return [{ type: 'code', value, position: { start: { line, column: 1 }, end: { line, column: 1 } } }];
}
