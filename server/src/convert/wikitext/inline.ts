import type { PhrasingContent } from 'mdast';
import { wikiCategory, wikiFile, wikiSwitch } from '../../document/schema.js';
import { inline as withAddresses } from '../addresses.js';
import { address, at, paragraph, plainText, text, wikiLink } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import { decodeEntities } from './entities.js';
import { sourceOf } from './parameters.js';
import { readQuotes, type Quoted } from './quotes.js';
import { inlineTemplate } from './templates.js';
import type { Token } from './tokens.js';
import { tidyLines, unwrapped } from '../wrap.js';
import { say } from '../../text/say.js';

/** Stress that tags and apostrophes turn on and off. */
type Stress = 'strong' | 'emphasis' | 'delete';

/** A piece of inline content before its stress is nested. */
type Flat =
  | { readonly type: 'node'; readonly node: PhrasingContent }
  | { readonly type: 'open' | 'close'; readonly stress: Stress }
  | { readonly type: 'line' };

/** Tokens as inline content; line breaks in text stay line breaks of the source. */
export function readInline(tokens: readonly Token[], context: WikiContext): PhrasingContent[] {
  const items: Quoted<Flat>[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === 'tag' && token.kind === 'open') {
      const close = enclosing.has(token.name) ? closingTag(tokens, index) : -1;
      if (close > 0) {
        const within = tokens.slice(index + 1, close);
        items.push({ item: { type: 'node', node: enclosed(token.name, within, token.start, context) } });
        index = close;
        continue;
      }
    }
    if (token?.type === 'template')
      for (const node of inlineTemplate(token, textBehind(tokens, index), context)) items.push(inNode(node));
    else if (token) for (const item of flat(token, context)) items.push(item);
  }
  return trimmed(nested(byLines(items)));
}

function inNode(node: PhrasingContent): Quoted<Flat> {
  return { item: { type: 'node', node } };
}

/** What follows a token in its line: the text before the next token, or the source of that. */
function textBehind(tokens: readonly Token[], index: number): string {
  const next = tokens[index + 1];
  if (!next) return '';
  return next.type === 'text' ? (next.value.split('\n', 1)[0] ?? '') : next.type;
}

/** Tags that are read with what they enclose. */
const enclosing = new Set(['code', 'tt', 'kbd', 'samp', 'var', 'ref']);

/** How far ahead a tag's end is looked for. */
const farthest = 200;

function closingTag(tokens: readonly Token[], open: number): number {
  const opened = tokens[open];
  for (let index = open + 1; index < Math.min(tokens.length, open + farthest); index++) {
    const token = tokens[index];
    if (token?.type === 'tag' && opened?.type === 'tag' && token.name === opened.name && token.kind === 'close')
      return index;
  }
  return -1;
}

function enclosed(name: string, tokens: readonly Token[], start: number, context: WikiContext): PhrasingContent {
  if (name !== 'ref') return { type: 'inlineCode', value: unwrapped(plainText(readInline(tokens, context))) };
  const identifier = String(context.footnotes.length + 1);
  const line = lineAt(context, start);
  const definition = { type: 'footnoteDefinition', identifier, label: identifier } as const;
  // The definition is listed before its content is read, which may have footnotes of its own.
  const known = { ...definition, children: [paragraph([], line)], position: at(line) };
  context.footnotes.push(known);
  known.children = [paragraph(readInline(tokens, context), line)];
  return { type: 'footnoteReference', identifier, label: identifier };
}

const stresses: Readonly<Record<string, Stress>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  s: 'delete',
  strike: 'delete',
  del: 'delete',
};

function flat(token: Exclude<Token, { type: 'template' }>, context: WikiContext): Quoted<Flat>[] {
  switch (token.type) {
    case 'text':
      return flatText(token.value, lineAt(context, token.start), context);
    case 'link':
      return readLink(token, context).map(inNode);
    case 'external': {
      const shown = readInline(token.children, context);
      return [
        inNode(
          shown.length > 0
            ? { type: 'link', url: decodeEntities(token.url), children: linkText(shown) }
            : address(token.url),
        ),
      ];
    }
    case 'comment':
      context.places.drop(lineAt(context, token.start), token.value.trim(), 'a comment');
      return [];
    case 'raw':
      return token.name === 'nowiki'
        ? [inNode(text(decodeEntities(token.value)))]
        : [inNode({ type: 'inlineCode', value: unwrapped(token.value.trim()) })];
    case 'tag':
      return readTag(token, context);
  }
}

function readTag(token: Extract<Token, { type: 'tag' }>, context: WikiContext): Quoted<Flat>[] {
  const stress = stresses[token.name];
  const { kind } = token;
  if (stress && kind !== 'empty') return [{ item: { type: kind, stress } }];
  if (token.name === 'br') return [{ item: { type: 'node', node: { type: 'break' } } }];
  if (token.name !== 'nowiki') {
    const source = context.source.slice(token.start, token.end);
    context.places.drop(lineAt(context, token.start), source, say`a tag that Markdown has nothing for`);
  }
  return [];
}

function flatText(source: string, line: number, context: WikiContext): Quoted<Flat>[] {
  const own = source.replace(wikiSwitch, (found) => {
    context.places.drop(line, found, say`a switch of the wiki`);
    return '';
  });
  const tidy = own === source ? own : own.replace(/ {2,}/g, ' ');
  return tidy.split(/('{2,}|\n)/).flatMap((part): Quoted<Flat>[] => {
    if (part === '') return [];
    if (part === '\n') return [{ item: { type: 'line' } }];
    if (/^'{2,}$/.test(part)) return [{ run: part.length }];
    return withAddresses(decodeEntities(part)).map((node) => ({ item: { type: 'node', node } }));
  });
}

/** Stress by apostrophes ends with its line. */
function byLines(items: readonly Quoted<Flat>[]): (Flat | { readonly type: 'toggle'; readonly stress: Stress })[] {
  const result: (Flat | { type: 'toggle'; stress: Stress })[] = [];
  let line: Quoted<Flat>[] = [];
  const end = (): void => {
    for (const each of readQuotes<Flat>(line, (count) => ({ type: 'node', node: text("'".repeat(count)) }))) {
      if ('item' in each) result.push(each.item);
      else for (const stress of each.toggles) result.push({ type: 'toggle', stress });
    }
    line = [];
  };
  for (const each of items) {
    if ('item' in each && each.item.type === 'line') {
      end();
      result.push(each.item);
    } else line.push(each);
  }
  end();
  return result;
}

interface Open {
  readonly stress: Stress | undefined;
  /** Whether apostrophes began it, so that it ends with the line. */
  readonly quoted: boolean;
  readonly children: PhrasingContent[];
}

function nested(items: readonly (Flat | { readonly type: 'toggle'; readonly stress: Stress })[]): PhrasingContent[] {
  const open: Open[] = [{ stress: undefined, quoted: false, children: [] }];
  const into = (): PhrasingContent[] => open.at(-1)?.children ?? [];
  const begin = (stress: Stress, quoted: boolean): void => void open.push({ stress, quoted, children: [] });
  const close = (): void => {
    const last = open.pop();
    if (last?.stress && plainText(last.children).trim() !== '')
      into().push({ type: last.stress, children: last.children });
    else for (const child of last?.children ?? []) into().push(child);
  };
  /** Ends a stress; what was begun within it goes on behind it. */
  const end = (stress: Stress): boolean => {
    const index = open.findLastIndex((each) => each.stress === stress);
    if (index < 0) return false;
    const within = open.slice(index + 1);
    while (open.length > index) close();
    for (const each of within) if (each.stress) begin(each.stress, each.quoted);
    return true;
  };
  for (const item of items) {
    if (item.type === 'node') into().push(item.node);
    else if (item.type === 'line') {
      while (open.at(-1)?.quoted) close();
      // A hard break brings its own line end.
      if (into().at(-1)?.type !== 'break') into().push(text('\n'));
    } else if (item.type === 'open') begin(item.stress, false);
    else if (item.type === 'close') end(item.stress);
    else if (!open.some((each) => each.stress === item.stress) || !end(item.stress)) begin(item.stress, true);
  }
  while (open.length > 1) close();
  return joined(open[0]?.children ?? []);
}

/** Neighbouring texts as one; blanks around a hard break would be written as entities. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') result.splice(-1, 1, text(joinedText(last.value, node.value)));
    else if (node.type === 'text' && last?.type === 'break') result.push(text(node.value.trimStart()));
    else if ('children' in node) result.push({ ...node, children: joined(node.children) });
    else {
      if (node.type === 'break' && last?.type === 'text') result.splice(-1, 1, text(last.value.trimEnd()));
      result.push(node);
    }
  }
  return result;
}

/** Where something between two texts is left out, the blanks around it are one. */
function joinedText(before: string, behind: string): string {
  return before.endsWith(' ') && behind.startsWith(' ') ? before + behind.replace(/^ +/, '') : before + behind;
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = nodes.map((node, index) => (node.type === 'text' ? text(linesBehind(node.value, index)) : node));
  const [first] = result;
  if (first?.type === 'text') result[0] = text(first.value.trimStart());
  const last = result.at(-1);
  if (last?.type === 'text') result[result.length - 1] = text(last.value.trimEnd());
  while (result.at(-1)?.type === 'break') result.pop();
  return result.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A text without blanks around its line breaks. Behind other content it begins with one, even where a line between was left out. */
function linesBehind(value: string, index: number): string {
  const lines = tidyLines(value);
  return index > 0 ? lines.replace(/^\n+/, '\n') : lines;
}

/** A link within a link's text would end it. */
function linkText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) =>
    node.type === 'link' || node.type === 'footnoteReference' ? text(plainText(node)) : node,
  );
}

function readLink(token: Extract<Token, { type: 'link' }>, context: WikiContext): PhrasingContent[] {
  const [head = [], ...parts] = token.parts;
  const line = lineAt(context, token.start);
  const target = decodeEntities(sourceOf(head, context.source)).trim();
  const whole = context.source.slice(token.start, token.end);
  if (wikiCategory.test(target)) {
    context.places.drop(line, whole, say`a category of the wiki`);
    return [];
  }
  const shown = unwrapped(plainText(readInline(parts.at(-1) ?? [], context))).trim();
  if (wikiFile.test(target)) {
    context.places.drop(line, whole, say`a picture or file of the wiki; its caption is kept`);
    return shown !== '' && parts.length > 0 && !/^(?:thumb|frame|left|right|center|none|\d+px)$/i.test(shown)
      ? [text(shown)]
      : [];
  }
  const page = target.replace(/^:/, '').replace(/_/g, ' ');
  const whether = /^[^[\]|\n]+$/.test(page) && !/[[\]\n]/.test(shown);
  if (!whether) return [text(whole)];
  return [wikiLink(page, shown === '' || shown === page ? undefined : shown)];
}
