import MarkdownIt, { type StateBlock } from 'markdown-it';
import type { Block, Leaf, ListItem } from './model.js';

/**
 * The block pass: which blocks a text has and where, without a look at the markup inside them.
 *
 * markdown-it does the parsing (its inline rules never run). It knows lines only, so every block rule is wrapped to note,
 * while the rule's own view of the lines is still at hand, where the block and its content lines begin.
 */
type BlockState = StateBlock;
type BlockToken = BlockState['tokens'][number];
type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean;

interface Placed {
  /** Offset of the block's first character. */
  readonly begin: number;
  /** For a leaf: where each of its lines begins and ends. */
  readonly lines?: readonly (readonly [number, number])[];
}

const places = new WeakMap<BlockToken, Placed>();

const ruleNames = [
  'table',
  'code',
  'fence',
  'blockquote',
  'hr',
  'list',
  'reference',
  'html_block',
  'heading',
  'lheading',
  'paragraph',
] as const;
type RuleName = (typeof ruleNames)[number];
/** Which rules may end a block of another kind, as markdown-it registers them; table ends a paragraph, as in GFM. */
const terminates: Partial<Record<RuleName, string[]>> = {
  table: ['paragraph', 'reference'],
  fence: ['paragraph', 'reference', 'blockquote', 'list'],
  blockquote: ['paragraph', 'reference', 'blockquote', 'list'],
  hr: ['paragraph', 'reference', 'blockquote', 'list'],
  list: ['paragraph', 'reference', 'blockquote'],
  html_block: ['paragraph', 'reference', 'blockquote'],
  heading: ['paragraph', 'reference', 'blockquote'],
};

const parser = blockParser();

function blockParser(): InstanceType<typeof MarkdownIt> {
  const md = new MarkdownIt('default', { html: true, maxNesting: 1000 });
  // A link definition counts whatever its scheme: nothing here is rendered.
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  const rules = md.block.ruler.getRules('') as BlockRule[];
  ruleNames.forEach((name, index) => {
    const rule = rules[index];
    if (!rule) return;
    if (name === 'table')
      md.block.ruler.before('lheading', 'tableOfText', noting(name, tableOfText(rule)), {
        alt: terminates.table ?? [],
      });
    else md.block.ruler.at(name, noting(name, rule), { alt: terminates[name] ?? [] });
  });
  md.block.ruler.disable('table');
  return md;
}

/**
 * A table's head is a line that begins no other block (GFM), so tables come behind those; and a delimiter row of dashes
 * alone underlines a heading.
 */
function tableOfText(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const next = state.src.slice(beginOf(state, startLine + 1), state.eMarks[startLine + 1] ?? 0);
    return !/^-+[ \t]*$/.test(next) && rule(state, startLine, endLine, silent);
  };
}

/** The same rule, which also puts a {@link Placed} on the tokens it adds. */
function noting(name: RuleName, rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent && wouldBeIndentedCode(state, startLine)) return false;
    const first = state.tokens.length;
    const matched = silent
      ? rule(state, startLine, endLine, silent)
      : within(name, state, () => rule(state, startLine, endLine, silent));
    const token = state.tokens[first];
    if (matched && !silent && token) {
      places.set(token, placed(state, token, first));
      if (name === 'list') placeItems(state, token, first);
    }
    return matched;
  };
}

/** A list's items begin where the list's own view of their first lines has them; nested lists have placed theirs. */
function placeItems(state: BlockState, list: BlockToken, first: number): void {
  for (let at = first; at < state.tokens.length; at++) {
    const token = state.tokens[at];
    if (token?.type === 'list_item_open' && token.level === list.level + 1 && token.map)
      places.set(token, { begin: beginOf(state, token.map[0]) });
  }
}

/** The content columns of the lists around the line being read, outermost first. */
let indents: readonly number[] = [];

/** Runs a rule with the list its content stands in noted, and a quote's content standing in no list. */
function within(name: RuleName, state: BlockState, rule: () => boolean): boolean {
  const outside = indents;
  if (name === 'blockquote') indents = [];
  else if (name === 'list') indents = [...outside, state.blkIndent];
  const matched = rule();
  indents = outside;
  return matched;
}

/**
 * A line four columns or more into the innermost container it reaches would be indented code, which ends no paragraph;
 * markdown-it asks that of the two innermost lists alone.
 */
function wouldBeIndentedCode(state: BlockState, line: number): boolean {
  const column = state.sCount[line] ?? 0;
  if (state.parentType !== 'paragraph' || column >= state.blkIndent) return false;
  const reached = indents.findLast((indent) => indent <= column);
  return reached !== undefined && column - reached >= 4;
}

function beginOf(state: BlockState, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

const leafTokens = new Set(['heading_open', 'paragraph_open', 'table_open', 'reference_definition']);

function placed(state: BlockState, token: BlockToken, index: number): Placed {
  const [from, to] = token.map ?? [0, 0];
  const begin = beginOf(state, from);
  if (token.type === 'code_block' || token.type === 'html_block') return { begin: indentStart(state, from) };
  if (!leafTokens.has(token.type)) return { begin };
  const last = token.type === 'heading_open' ? (state.tokens[index + 1]?.map?.[1] ?? to) : to;
  const lines: [number, number][] = [];
  for (let line = from; line < last; line++)
    lines.push([line === from ? begin : contentStart(state, line), state.eMarks[line] ?? 0]);
  return { begin, lines };
}

/** Where the indentation of a block's first line begins, behind the containers' prefix: it belongs to code and HTML. */
function indentStart(state: BlockState, line: number): number {
  let at = beginOf(state, line);
  let columns = (state.sCount[line] ?? 0) - state.blkIndent;
  while (at > (state.bMarks[line] ?? 0)) {
    const before = state.src.charAt(at - 1);
    columns -= before === ' ' ? 1 : before === '\t' ? 4 : Infinity;
    if (columns < 0) break;
    at--;
  }
  return at;
}

/** Where a continuation line's content begins: behind the containers' prefix, and at the line's start when it is lazy. */
function contentStart(state: BlockState, line: number): number {
  let at = state.bMarks[line] ?? 0;
  if ((state.sCount[line] ?? 0) < state.blkIndent) return at;
  const end = state.eMarks[line] ?? 0;
  for (let column = 0; column < state.blkIndent && at < end; at++) {
    const code = state.src.charCodeAt(at);
    if (code === 9) column += 4 - ((column + (state.bsCount[line] ?? 0)) % 4);
    else if (code === 32) column++;
    else break;
  }
  return at;
}

/** All blocks of a text, in order; offsets are the text's own. Front matter is looked for only with `frontMatter`. */
export function parseBlocks(text: string, options: { readonly frontMatter: boolean }): Block[] {
  const blocks: Block[] = [];
  // Same length, so that offsets hold: markdown-it splits lines at LF alone.
  let source = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  const front = options.frontMatter ? frontMatterEnd(text) : 0;
  if (front > 0) {
    blocks.push({ type: 'yaml', span: { start: 0, end: front } });
    source = source.slice(0, front).replace(/[^\n]/g, ' ') + source.slice(front);
  }
  const tokens: BlockToken[] = [];
  parser.block.parse(source, parser, {}, tokens);
  return blocks.concat(new TokenReader(text, tokens).blocks());
}

/** End of the YAML front matter at the head of a text, before the line ending; 0 when there is none. */
export function frontMatterEnd(text: string): number {
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
      if (block) result.push(block);
    }
    this.at++;
    return result;
  }

  private block(token: BlockToken): Block | undefined {
    this.at++;
    const { begin, lines } = places.get(token) ?? { begin: 0 };
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

  private list(token: BlockToken, begin: number, closing: string): Block {
    const children: ListItem[] = [];
    for (let item = this.tokens[this.at]; item && item.type !== closing; item = this.tokens[this.at]) {
      this.at++;
      const start = (places.get(item) ?? { begin }).begin;
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
    const closing = /(?:^|[ \t])[ \t]*#+$/.exec(this.text.slice(begin + opening, end))?.[0].length ?? 0;
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
