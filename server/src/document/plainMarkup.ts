import type { Inline } from './inline.js';

/**
 * No character that markup, an address or a hard line break could begin with; `_` within a word begins nothing, nor does `&`
 * before a blank.
 */
const word = String.raw`(?:[^\\\x60*_[\]<&~@\r\n]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|&(?=[ \t]))`;
const lineBreak = String.raw`(?<=[^ \t\r\n])\r?\n(?=[^ \t\r\n])`;
/** The mark of a footnote begins no link. */
const shown = String.raw`(?!\^)${word}+`;
const target = String.raw`[^\s()<>\\&\x60]+`;
const link = String.raw`(?<image>!?)\[(?<shown>${shown})\]\((?<target>${target})\)`;
/** Emphasis begins before a letter and ends behind one, or behind a mark that a blank follows: it can end nowhere else then. */
const emphasis = [
  String.raw`(?<![^ \t\r\n(])(?<stars>\*\*?)(?=[\p{L}\p{N}])`,
  String.raw`(?:${word}|\[${shown}\]\(${target}\))+`,
  String.raw`(?<=[\p{L}\p{N}]|[:.,?!)](?=\*+(?:[ \t\r\n]|$)))\k<stars>(?!\*)`,
].join('');
const host = '[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*';
const place = String.raw`(?:[/?#][\w\-./?#=%+:]*[A-Za-z0-9/#=%+-]|\/)`;
const address = String.raw`(?<![^ \t\r\n(])(?<address>https?:\/\/${host}(?:${place})?)(?=[.,:;?!)]*(?:[ \t\r\n]|$))`;

const markup = new RegExp(`${link}|${emphasis}|${address}`, 'gu');
const linksOnly = new RegExp(link, 'gu');
const wordsOnly = new RegExp(`^(?:${word}|${lineBreak})+$`, 'u');
/** What would be a link all the same. */
const mayBeAddress = /:\/\/|www\./i;

/**
 * The inline nodes of a text that has links such as `[notes](2013.md)`, addresses or `**words**` and no other markup, as remark
 * gives them. An archive has hardly anything else, and remark takes a hundred times as long to read it; `undefined` for any other text.
 */
export function plainMarkup(text: string): readonly Inline[] | undefined {
  if (/[\\`<~]/.test(text)) return undefined;
  const start = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return nodesOf(text.replace(/(?<![ \t])[ \t]+$/, '').slice(start), start, markup);
}

/** The nodes of a text that begins at an offset. */
function nodesOf(text: string, offset: number, form: RegExp): Inline[] | undefined {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(form)) {
    const before = wordsOf(text.slice(end, match.index), offset + end);
    const node = nodeOf(match, offset + match.index);
    if (!before || !node) return undefined;
    nodes.push(...before, node);
    end = match.index + match[0].length;
  }
  const behind = wordsOf(text.slice(end), offset + end);
  return behind && [...nodes, ...behind];
}

function nodeOf({ 0: whole, groups = {} }: RegExpExecArray, start: number): Inline | undefined {
  const span = { start, end: start + whole.length };
  const { image, shown = '', target: url = '', stars, address } = groups;
  if (address !== undefined) {
    return { type: 'link', span, url: address, children: [{ type: 'text', span, value: address }] };
  }
  if (stars !== undefined) {
    const inside = nodesOf(whole.slice(stars.length, -stars.length), start + stars.length, linksOnly);
    return inside && { type: stars === '*' ? 'emphasis' : 'strong', span, children: inside };
  }
  if (mayBeAddress.test(shown)) return undefined;
  if (image === '!') return { type: 'image', span, url, alt: shown };
  return { type: 'link', span, url, children: wordsOf(shown, start + 1) ?? [] };
}

/** A stretch of text as a node, none when it is empty; `undefined` where it may hold other markup. */
function wordsOf(value: string, start: number): Inline[] | undefined {
  if (value === '') return [];
  if (!wordsOnly.test(value) || mayBeAddress.test(value)) return undefined;
  return [{ type: 'text', span: { start, end: start + value.length }, value }];
}
