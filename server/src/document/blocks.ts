import { blockTokens, placeOf, type BlockToken } from './blockParser.js';
import type { Block, Leaf, List, ListItem } from './model.js';

/**
 * The block pass: which blocks a text has and where, without a look at the markup inside them. Offsets are the text's own.
 * Front matter is looked for only with `frontMatter`.
 */
export function parseBlocks(text: string, options: { readonly frontMatter: boolean }): Block[] {
  const blocks: Block[] = [];
  // Same length, so that offsets hold: markdown-it splits lines at LF alone.
  let source = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  const front = options.frontMatter ? frontMatterEnd(text) : 0;
  if (front > 0) {
    blocks.push({ type: 'yaml', span: { start: 0, end: front } });
    source = source.slice(0, front).replace(/[^\n]/g, ' ') + source.slice(front);
  }
  return blocks.concat(new TokenReader(text, blockTokens(source)).blocks());
}

/** End of the YAML front matter at the head of a text, before the line ending; 0 when there is none. */
function frontMatterEnd(text: string): number {
  const match = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?=\r|\n|$)/.exec(text);
  return match?.[0].length ?? 0;
}

class TokenReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly BlockToken[],
  ) {}

  /** Blocks up to the token that closes the container they stand in. */
  blocks(closing?: string): Block[] {
    const result: Block[] = [];
    for (let token = this.tokens[this.at]; token && token.type !== closing; token = this.tokens[this.at]) {
      const block = this.block(token);
      const joined = block?.type === 'list' ? this.joinedTo(result.at(-1), block) : undefined;
      if (joined) result.splice(-1, 1, joined);
      else if (block) result.push(block);
    }
    this.at++;
    return result;
  }

  private block(token: BlockToken): Block | undefined {
    this.at++;
    const { begin, lines } = placeOf(token) ?? { begin: 0 };
    switch (token.type) {
      case 'paragraph_open':
        this.skipTo('paragraph_close');
        return this.leafBlock('paragraph', lines ?? []);
      case 'table_open':
        this.skipTo('table_close');
        return this.leafBlock('table', lines ?? []);
      case 'reference_definition':
        return this.leafBlock('definition', lines ?? []);
      case 'heading_open':
        this.skipTo('heading_close');
        return this.heading(token, begin, lines ?? []);
      case 'blockquote_open': {
        const children = this.blocks('blockquote_close');
        return { type: 'blockquote', span: { start: begin, end: this.quoteEnd(token, begin, children) }, children };
      }
      case 'bullet_list_open':
        return this.list(token, begin, 'bullet_list_close');
      case 'ordered_list_open':
        return this.list(token, begin, 'ordered_list_close');
      case 'fence':
        return {
          type: 'code',
          span: { start: begin, end: this.endOfLines(token, begin) },
          lang: token.info.trim().split(/\s/)[0] || undefined,
        };
      case 'code_block':
        return { type: 'code', span: { start: begin, end: this.endOfLines(token, begin) }, lang: undefined };
      case 'html_block':
        return { type: 'html', span: { start: begin, end: this.endOfLines(token, begin) } };
      case 'hr':
        return { type: 'thematicBreak', span: { start: begin, end: this.endOfLines(token, begin) } };
      default:
        return undefined;
    }
  }

  private skipTo(type: string): void {
    while (this.at < this.tokens.length && this.tokens[this.at]?.type !== type) this.at++;
    this.at++;
  }

  private list(token: BlockToken, begin: number, closing: string): List {
    const children: ListItem[] = [];
    for (let item = this.tokens[this.at]; item && item.type !== closing; item = this.tokens[this.at]) {
      this.at++;
      const start = (placeOf(item) ?? { begin }).begin;
      children.push(taskItem(this.text, start, this.markerEnd(start), this.blocks('list_item_close')));
    }
    this.at++;
    const ordered = token.type === 'ordered_list_open';
    const end = children.at(-1)?.span.end ?? begin;
    return {
      type: 'list',
      span: { start: begin, end },
      ordered,
      start: ordered ? Number.parseInt(this.text.slice(begin, begin + 9), 10) : undefined,
      children,
    };
  }

  /** An empty item and two blank lines end a list for markdown-it, but for CommonMark the next item goes on with it. */
  private joinedTo(before: Block | undefined, list: List): List | undefined {
    if (before?.type !== 'list' || before.ordered !== list.ordered) return undefined;
    const last = before.children.at(-1);
    const marker = (item: { readonly span: { readonly start: number } }): string =>
      this.text.charAt(this.markerEnd(item.span.start) - 1);
    if (!last || last.children.length > 0 || marker(last) !== marker(list)) return undefined;
    const span = { start: before.span.start, end: list.span.end };
    return { ...before, span, children: [...before.children, ...list.children] };
  }

  private markerEnd(start: number): number {
    return start + (/^(?:[-*+]|\d{1,9}[.)])/.exec(this.text.slice(start, start + 10))?.[0].length ?? 1);
  }

  private heading(token: BlockToken, begin: number, lines: readonly (readonly [number, number])[]): Block {
    const depth = Number(token.tag.slice(1));
    if (token.markup === '=' || token.markup === '-')
      return {
        type: 'heading',
        span: { start: begin, end: this.endOfLines(token, begin) },
        depth,
        leaf: this.leaf(lines),
      };
    const lineEnd = this.lineEnd(lines[0]?.[1] ?? begin);
    const end = this.trimEnd(lineEnd, begin);
    const opening = /^#+[ \t]*/.exec(this.text.slice(begin, end))?.[0].length ?? depth;
    const closing = /(?:^|(?<![ \t])[ \t])[ \t]*#+$/.exec(this.text.slice(begin + opening, end))?.[0].length ?? 0;
    const contentEnd = this.trimEnd(end - closing, begin + opening);
    return {
      type: 'heading',
      span: { start: begin, end: lineEnd },
      depth,
      leaf: { text: this.text.slice(begin + opening, contentEnd), lines: [begin + opening] },
    };
  }

  private leafBlock(type: 'paragraph' | 'table' | 'definition', lines: readonly (readonly [number, number])[]): Block {
    const leaf = this.leaf(lines);
    const start = lines[0]?.[0] ?? 0;
    const end = Math.max(start, lines.at(-1)?.[1] ?? 0);
    return { type, span: { start, end: type === 'definition' ? this.trimEnd(end, start) : this.lineEnd(end) }, leaf };
  }

  private leaf(lines: readonly (readonly [number, number])[]): Leaf {
    const texts = lines.map(([start, end], index) =>
      this.text.slice(start, index < lines.length - 1 ? end + 1 : this.lineEnd(end)),
    );
    return { text: texts.join(''), lines: lines.map(([start]) => start) };
  }

  /** A block made of whole lines ends where its last line does. */
  private endOfLines(token: BlockToken, begin: number): number {
    return this.lineEnd(lineOffset(this.text, begin, (token.map?.[1] ?? 1) - (token.map?.[0] ?? 0)));
  }

  private quoteEnd(token: BlockToken, begin: number, children: readonly Block[]): number {
    return Math.max(this.endOfLines(token, begin), children.at(-1)?.span.end ?? begin);
  }

  /** A CR before the line's LF is part of the line ending. */
  private lineEnd(end: number): number {
    return this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  private trimEnd(end: number, from: number): number {
    while (end > from && /[ \t\r\n]/.test(this.text.charAt(end - 1))) end--;
    return end;
  }
}

/** Offset at which the `count`-th line from the one that `from` stands in ends (before its LF). */
function lineOffset(text: string, from: number, count: number): number {
  let end = from;
  for (let line = 0; line < count; line++) {
    while (
      end < text.length &&
      text.charCodeAt(end) !== 10 &&
      !(text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) !== 10)
    )
      end++;
    if (line < count - 1) end++;
  }
  return end;
}

/** A list item; a `[ ]` or `[x]` before its first paragraph is its state and no part of that paragraph (GFM). */
function taskItem(text: string, start: number, markerEnd: number, children: readonly Block[]): ListItem {
  const span = { start, end: children.at(-1)?.span.end ?? markerEnd };
  const [first, ...rest] = children;
  const task = first?.type === 'paragraph' ? /^\[([ \txX])\][ \t](?=[ \t]*[^ \t\r\n])/.exec(first.leaf.text) : null;
  if (first?.type !== 'paragraph' || !task) return { type: 'listItem', span, checked: undefined, children };
  const by = task[0].length;
  const [line = 0, ...lines] = first.leaf.lines;
  const leaf: Leaf = { text: first.leaf.text.slice(by), lines: [line + by, ...lines] };
  const paragraph: Block = { type: 'paragraph', span: { start: first.span.start + by, end: first.span.end }, leaf };
  return { type: 'listItem', span, checked: task[1]?.toLowerCase() === 'x', children: [paragraph, ...rest] };
}
