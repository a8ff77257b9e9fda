import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { list, listItem } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import { tickOf } from '../shape/ticks.js';
import { behind, type WikiLine } from './lines.js';
import { contentBlocks } from './content.js';
import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

type Kind = '*' | '#' | ':';

/** A list on one level, and its items. */
interface Level {
  readonly kind: Kind;
  readonly items: Item[];
}

interface Item {
  readonly line: number;
  /** What stands behind the prefix; absent where only deeper items do. */
  readonly tokens: readonly Token[] | undefined;
  /** Whether it is the term of a definition. */
  readonly term: boolean;
  readonly levels: Level[];
}

const prefixForm = /^[*#:;]+/;
const deepest = 24;

/** The prefix that makes a line a list item; `undefined` for other lines. */
export function prefixOf(line: WikiLine): string | undefined {
  return prefixForm.exec(line.head)?.[0];
}

/** The blocks of lines that all have a prefix. */
export function readList(lines: readonly WikiLine[], context: WikiContext): RootContent[] {
  const root: Level[] = [];
  let before: readonly Kind[] = [];
  for (const line of lines) {
    const prefix = prefixOf(line) ?? '';
    const number = lineAt(context, line.start);
    if (prefix.length > deepest) context.places.doubt(number, say`stands deeper in a list than can be kept`);
    const kinds = kindsOf(prefix.slice(0, deepest), before);
    const last = kinds.length - 1;
    let levels = root;
    kinds.forEach((kind, depth) => {
      // A list goes on where the line before had the same prefix up to here.
      const same = before.length > depth && kinds.slice(0, depth + 1).every((each, index) => each === before[index]);
      const known = same ? levels.at(-1) : undefined;
      const level = known?.kind === kind ? known : { kind, items: [] };
      if (level !== known) levels.push(level);
      if (depth === last) {
        for (const each of definition(behind(line, prefix.length), prefix.endsWith(';')))
          level.items.push({ line: number, levels: [], ...each });
      } else if (level.items.length === 0)
        level.items.push({ line: number, tokens: undefined, term: false, levels: [] });
      levels = level.items.at(-1)?.levels ?? [];
    });
    before = kinds;
  }
  return root.flatMap((level) => blocksOf(level, context));
}

/**
 * The kinds of list that a prefix names. A colon that more follows only indents, as in discussions: `:*` below `*` stands in
 * that item.
 */
function kindsOf(prefix: string, before: readonly Kind[]): Kind[] {
  let within = true;
  return [...prefix].map((char, depth): Kind => {
    const kind = char === ';' ? ':' : (char as Kind);
    const around = within && kind === ':' && depth < prefix.length - 1 ? before[depth] : undefined;
    within &&= around !== undefined || kind === before[depth];
    return around ?? kind;
  });
}

/** The colon that ends a term; one of an address or a time of day does not. */
const termEnd = /:(?!\/\/)(?<!\d:(?=\d))/;

/** `; term : definition` on one line is both. */
function definition(tokens: readonly Token[], term: boolean): Pick<Item, 'tokens' | 'term'>[] {
  if (!term) return [{ tokens, term: false }];
  const index = tokens.findIndex((token) => token.type === 'text' && termEnd.test(token.value));
  const found = tokens[index];
  const colon = found?.type === 'text' ? termEnd.exec(found.value) : null;
  if (found?.type !== 'text' || !colon) return [{ tokens, term: true }];
  const end = colon.index + 1;
  const head = [...tokens.slice(0, index), { ...found, value: found.value.slice(0, colon.index) }];
  const tail = [{ ...found, value: found.value.slice(end), start: found.start + end }, ...tokens.slice(index + 1)];
  return [
    { tokens: head, term: true },
    { tokens: tail, term: false },
  ];
}

function blocksOf(level: Level, context: WikiContext): BlockContent[] {
  if (level.kind === ':') return level.items.flatMap((item) => indented(item, context));
  const items = level.items.flatMap((item) => itemsOf(item, context));
  if (items.length === 0) return [];
  const made: List = list(items, items[0]?.position?.start.line ?? 1);
  return [level.kind === '#' ? { ...made, ordered: true, start: 1 } : made];
}

/** An item; several where a template stands for several lines. */
function itemsOf(item: Item, context: WikiContext): ListItem[] {
  const contents = item.tokens === undefined ? [] : contentBlocks(item.tokens, item.line, context);
  const below = item.levels.flatMap((level) => blocksOf(level, context));
  const ticked = takeTick(contents[0]);
  return [listItem([...contents, ...below], item.line, ticked)];
}

/** Takes a tick or a cross from before the text: it makes a task of an item. */
function takeTick(block: BlockContent | undefined): boolean | undefined {
  const first = block?.type === 'paragraph' ? block.children[0] : undefined;
  const tick = first?.type === 'text' ? (tickOf(first.value) ?? tickOf(`${first.value}x`)) : undefined;
  if (first?.type !== 'text' || !tick || block?.type !== 'paragraph') return undefined;
  first.value = first.value.slice(tick.length);
  if (first.value === '' && block.children.length > 1) block.children.shift();
  return tick.done;
}

/** What is indented or defined: paragraphs that follow what stands before at once, and lists in them. */
function indented(item: Item, context: WikiContext): BlockContent[] {
  const contents = item.tokens === undefined ? [] : contentBlocks(item.tokens, item.line, context);
  const own = item.term ? contents.map(termed) : contents;
  const below = item.levels.flatMap((level) => blocksOf(level, context));
  return [...own, ...below].map((block) =>
    block.type === 'paragraph' || block.type === 'list' ? { ...block, data: { attached: true } } : block,
  );
}

function termed(block: BlockContent): BlockContent {
  if (block.type !== 'paragraph' || block.children.length === 0) return block;
  return { ...block, children: [{ type: 'strong', children: block.children }] as PhrasingContent[] };
}
