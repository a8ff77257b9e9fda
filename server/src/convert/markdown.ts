import type { Heading, List, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { parseWhole } from '../document/remark.js';
import { plainText, type WikiLink } from './nodes.js';
import { tidyLines, unwrapped } from './wrap.js';

type Handle = NonNullable<NonNullable<Options['handlers']>['paragraph']>;
type State = Parameters<Handle>[2];
type Info = Parameters<Handle>[3];

/** Writes a tree as Markdown. Text is escaped only where it would be read as markup otherwise. */
export function toMarkdown(root: Root): string {
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, {
      bullet: '-',
      bulletOther: '*',
      rule: '-',
      emphasis: '*',
      strong: '*',
      fences: true,
      listItemIndent: 'one',
      handlers: sparingHandlers(),
    })
    .stringify(root);
}

/** What may be read as markup within a line, and as the beginning of a block at the start of one. */
const mayBeInline =
  /\\[\n!-/:-@[-`{-~]|`[^`]*`|\*[^*]*\*|~[^~]*~|\][([:]|\[\^|<[a-z/!?]|&[a-z#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:\/\/|www\.|@| {2}\n/iu;
const mayBeBlock = /(?:^|\n)[ \t]*(?:[-+*#>=|:]|\d+[.)]|~~~|```|\[[ x]\]|[ \t])/i;

/** Above this length text is escaped as it may be needed: reading it back takes time that grows with its square. */
const longestTried = 20_000;

/** What is escaped in turn until a text is read as it was meant: nothing, what looks like a tag, what stresses. */
const attempts: readonly RegExp[] = [
  /(?!)/g,
  /<(?=[a-z/!?])|&(?=#?\w{1,30};)|\\(?=[!-/:-@[-`{-~])/gi,
  /<(?=[a-z/!?])|&(?=#?\w{1,30};)|\\(?=[!-/:-@[-`{-~])|[*_`~]/gi,
];

function sparingHandlers(): NonNullable<Options['handlers']> {
  /** What of a text gets a backslash; absent while the library decides. */
  let escaped: RegExp | undefined;
  const written = (node: Paragraph | Heading, state: State, info: Info): string => {
    const exit = state.enter('phrasing');
    const value = state.containerPhrasing(node, info);
    exit();
    return value;
  };
  const sparingly = (node: Paragraph | Heading, state: State, info: Info): string | undefined => {
    if (escaped) return undefined;
    for (const few of attempts) {
      escaped = few;
      const value = written(node, state, info);
      escaped = undefined;
      if (isPlain(node.children) && !mayBeBlock.test(value)) return value;
      if (value.length > longestTried) return undefined;
      if (readsAs(value, node)) return value;
    }
    return undefined;
  };
  const paragraph: Handle = (node: Paragraph, _parent: Parents | undefined, state, info) => {
    const exit = state.enter('paragraph');
    const value = sparingly(node, state, info) ?? written(node, state, info);
    exit();
    return value;
  };
  const heading: Handle = (node: Heading, _parent: Parents | undefined, state, info) => {
    const exit = state.enter('headingAtx');
    const around = { ...info, before: '# ', after: '\n' };
    const value = sparingly(node, state, around) ?? written(node, state, around);
    exit();
    return `${'#'.repeat(node.depth)} ${unwrapped(value)}`.trimEnd();
  };
  const plain: Handle = (node: Text, _parent: Parents | undefined, state, info) =>
    escaped ? node.value.replace(escaped, '\\$&') : state.safe(node.value, info);
  // A pipe in a table ends the cell, and with a backslash before it the page would have another name.
  const wikiLink: Handle = (node: WikiLink, _parent: Parents | undefined, state) =>
    state.stack.includes('tableCell') ? node.value.replace(/^([^|]*)\|(.*)\]\]$/s, '$1]] ($2)') : node.value;
  return {
    paragraph,
    heading,
    listItem: itemHandler(),
    text: plain,
    wikiLink,
  };
}

/** Whether inline content is text without markup and addresses in angle brackets. */
function isPlain(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return !mayBeInline.test(node.value);
    return node.type === 'link' && plainText(node.children) === node.url && /^https?:\/\/[^\s<>]+$/.test(node.url);
  });
}

/** Writes list items as the library does, in a time that does not grow with the square of a numbered list's length. */
function itemHandler(): Handle {
  const places = new WeakMap<List, Map<ListItem, number>>();
  return (node: ListItem, parent: Parents | undefined, state, info) => {
    const bullet =
      parent?.type === 'list' && parent.ordered ? `${numberOf(node, parent, places)}.` : (state.bulletCurrent ?? '-');
    const size = bullet.length + 1;
    const tracker = state.createTracker(info);
    tracker.move(`${bullet} `);
    tracker.shift(size);
    const exit = state.enter('listItem');
    const own = state.containerFlow(node, tracker.current());
    exit();
    const box =
      typeof node.checked === 'boolean' && node.children[0]?.type === 'paragraph'
        ? `[${node.checked ? 'x' : ' '}] `
        : '';
    return state.indentLines(box + own, (line, index, blank) => {
      if (index > 0) return (blank ? '' : ' '.repeat(size)) + line;
      return blank ? bullet : `${bullet} ${line}`;
    });
  };
}

function numberOf(node: ListItem, parent: List, places: WeakMap<List, Map<ListItem, number>>): number {
  const known = places.get(parent) ?? new Map(parent.children.map((item, index) => [item, index]));
  places.set(parent, known);
  return (parent.start ?? 1) + (known.get(node) ?? 0);
}

/** Whether Markdown, as a paragraph or heading, is read as the content it was written from. */
function readsAs(value: string, node: Paragraph | Heading): boolean {
  const source =
    node.type === 'heading' ? `${'#'.repeat(node.depth)} ${value}\n` : `- ${value.replace(/\n/g, '\n  ')}\n`;
  const [block, ...others] = parseWhole(source, { frontMatter: false }).children;
  if (others.length > 0) return false;
  const read = block?.type === 'list' ? onlyParagraph(block) : block;
  return read?.type === node.type && same(read.children, node.children, source);
}

function onlyParagraph(block: Extract<Nodes, { type: 'list' }>): Nodes | undefined {
  const [item, ...items] = block.children;
  const [first, ...rest] = item?.children ?? [];
  return items.length === 0 && rest.length === 0 && item?.checked === null ? first : undefined;
}

/** Whether what is read is what was meant; `_word_` in plain text may be read as the emphasis it was meant for. */
function same(read: readonly PhrasingContent[], meant: readonly PhrasingContent[], source: string): boolean {
  const wanted = JSON.stringify(simplified(meant));
  return JSON.stringify(simplified(read)) === wanted || JSON.stringify(simplified(unstressed(read, source))) === wanted;
}

function unstressed(nodes: readonly PhrasingContent[], source: string): PhrasingContent[] {
  return nodes.map((node) => {
    const { start, end } = node.position ?? {};
    const [only, ...others] = node.type === 'emphasis' ? node.children : [];
    if (only?.type !== 'text' || others.length > 0) return node;
    return { type: 'text', value: source.slice(start?.offset, end?.offset) };
  });
}

/** Inline content as nested lists of types and texts, where neighbouring texts are one and an address is its own text. */
function simplified(nodes: readonly PhrasingContent[]): unknown[] {
  const result: unknown[] = [];
  for (const node of nodes) {
    const plain = shownAsText(node);
    const last = result.at(-1);
    if (plain === undefined) {
      const url = 'url' in node ? node.url : '';
      const value = 'value' in node ? node.value : '';
      result.push([node.type, url, value, 'children' in node ? simplified(node.children) : []]);
    } else if (typeof last === 'string') result.splice(-1, 1, last + plain);
    else result.push(plain);
  }
  return result.map((each) => (typeof each === 'string' ? tidyLines(each).trim() : each));
}

function shownAsText(node: PhrasingContent): string | undefined {
  if (node.type === 'text' || node.type === 'wikiLink') return node.value;
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`;
  if (node.type !== 'link' || node.title) return undefined;
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0) return undefined;
  const bare = [node.url, node.url.replace(/^mailto:/, ''), node.url.replace(/^https?:\/\//, '')];
  return bare.includes(only.value) ? only.value : undefined;
}
