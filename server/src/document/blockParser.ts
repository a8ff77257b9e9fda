import MarkdownIt, { type StateBlock } from 'markdown-it';

/**
 * markdown-it as a parser of blocks; its inline rules never run. It knows lines only, so every block rule is wrapped to
 * note, while the rule's own view of the lines is still at hand, where the block and its content lines begin.
 */
type BlockState = StateBlock;
export type BlockToken = BlockState['tokens'][number];
type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean;

type Placed = {
  /** Offset of the block's first character. */
  readonly begin: number;
  /** For a leaf: where each of its lines begins and ends. */
  readonly lines?: readonly (readonly [number, number])[];
};

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
    const next = beginOf(state, startLine + 1);
    const dashes =
      state.src.charAt(next) === '-' && /^-+[ \t]*$/.test(state.src.slice(next, state.eMarks[startLine + 1]));
    return !dashes && rule(state, startLine, endLine, silent);
  };
}

/** The same rule, which also puts a {@link Placed} on the tokens it adds, where tokens have room for what users know of them. */
function noting(name: RuleName, rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent && wouldBeIndentedCode(state, startLine)) return false;
    const first = state.tokens.length;
    const matched =
      silent || (name !== 'list' && name !== 'blockquote')
        ? rule(state, startLine, endLine, silent)
        : within(name, state, () => rule(state, startLine, endLine, silent));
    const token = state.tokens[first];
    if (matched && !silent && token) {
      token.meta = placed(state, token, first);
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
      token.meta = { begin: beginOf(state, token.map[0]) };
  }
}

/** The content columns of the lists around the line being read, outermost first. */
let indents: readonly number[] = [];

/** Runs a rule with the list its content stands in noted, and a quote's content standing in no list. */
function within(name: 'list' | 'blockquote', state: BlockState, rule: () => boolean): boolean {
  const outside = indents;
  indents = name === 'blockquote' ? [] : [...outside, state.blkIndent];
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

/** The block tokens of a text; lines end with LF alone. */
export function blockTokens(source: string): BlockToken[] {
  const tokens: BlockToken[] = [];
  parser.block.parse(source, parser, {}, tokens);
  return tokens;
}

/** Where a token's block begins; `undefined` for tokens that begin none. */
export function placeOf(token: BlockToken): Placed | undefined {
  return (token.meta as Placed | null) ?? undefined;
}
