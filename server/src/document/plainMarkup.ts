import type { Inline } from './inline.js';

/** What no character reference, such as `&amp;`, begins. */
const ampersand = '&(?![#A-Za-z0-9]+;)';
/**
 * What no markup, address or mailbox could begin with: `_` within a word, `*` between blanks, `<` that opens no tag, `~` before a
 * number, `@` before a handle, a mark that is escaped.
 */
const word = [
  String.raw`[^\\\x60*_[\]<&~@]`,
  String.raw`(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<=[ \t])\*(?=[ \t])|<(?=[ \t\d=-])|(?<![^ \t\r\n(])~(?=[A-Za-z0-9])`,
  String.raw`(?<![-.\w+])@|${ampersand}|\\[[\]*_#+.()-]`,
].join('|');
/** Brackets that no target follows are text: the caller knows that they name no definition. */
const bracketed = String.raw`\[(?:${word})*\](?![([])`;
const escaped = /\\([[\]*_#+.()-])/g;

const code = String.raw`\x60[^\x60 \t\r\n](?:[^\x60\r\n]*[^\x60 \t\r\n])?\x60(?!\x60)`;
const target = String.raw`(?:[^\s()<>\\&\x60]|${ampersand})*`;
/** The mark of a footnote begins no link. */
const link = String.raw`(?<image>!?)\[(?<shown>(?!\^)(?:${word}|${bracketed}|\*|${code})+)\]\((?<target>${target})\)`;
const autolink = String.raw`<https?:\/\/[^\s<>\p{Cc}]*>`;
/** Emphasis begins before a letter and ends behind one, or behind a mark that a blank follows: it can end nowhere else then. */
const emphasis = [
  String.raw`(?<![^ \t\r\n(])(?<marks>\*\*?|__?)(?=[\p{L}\p{N}(])`,
  String.raw`(?:${word}|${bracketed}|\[(?!\^)(?:${word})+\]\(${target}\)|${code}|${autolink})+`,
  String.raw`(?<=[\p{L}\p{N}]|[:.,?!)>](?=[*_]+(?:[ \t\r\n]|$)))\k<marks>(?![*_])(?<!_(?![ \t\r\n.,:;?!)]|$))`,
].join('');
const host = '[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*';
const place = String.raw`(?:[/?#](?:[\w\-./?#=%+:,~@!]|${ampersand})*[A-Za-z0-9/#=%+-]|\/)`;
const address = String.raw`(?<![^ \t\r\n(])(?<address>https?:\/\/${host}(?:${place})?)(?=[.,:;?!)]*(?:[ \t\r\n]|$))`;
const asNode = String.raw`(?<!\x60)(?<code>${code})|(?<autolink>${autolink})`;

/** What stands in a text, and what cannot be a word there. */
interface Form {
  readonly markup: RegExp;
  readonly elsewhere?: RegExp;
}

/** What would be a link all the same. */
const elsewhere = /:\/\/|www\./i;
const anywhere: Form = {
  markup: new RegExp([link, emphasis, address, asNode].join('|'), 'gu'),
  elsewhere,
};
const inEmphasis: Form = { markup: new RegExp([link, asNode].join('|'), 'gu'), elsewhere };
/** There is no link in a link. */
const inLink: Form = { markup: new RegExp([emphasis, asNode].join('|'), 'gu') };

const wordsOnly = new RegExp(String.raw`^(?:${word}|${bracketed}|\])+$`, 'u');
const hardBreak = /[ \t]{2}\r?\n|\t\r?\n|\r(?!\n)/;
/** The blanks around a line's end are left out. */
const lineEnd = / ?(\r?\n)[ \t]*/g;
const lineEndAtEdge = /^ \r?\n|\n[ \t]+$/;

/**
 * The inline nodes of a text that has links such as `[notes](2013.md)`, addresses, `code`, `**words**` and no other markup, as remark
 * gives them where nothing in brackets is defined. An archive has hardly anything else, and remark takes a hundred times as long to
 * read it; `undefined` for any other text.
 */
export function plainMarkup(text: string): readonly Inline[] | undefined {
  if (hardBreak.test(text)) return undefined;
  const start = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return nodesOf(text.replace(/(?<![ \t])[ \t]+$/, '').slice(start), start, anywhere);
}

/** The nodes of a text that begins at an offset. */
function nodesOf(text: string, offset: number, form: Form): Inline[] | undefined {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(form.markup)) {
    const before = wordsOf(text.slice(end, match.index), offset + end, form);
    const node = before && nodeOf(match, offset + match.index);
    if (!node) return undefined;
    nodes.push(...before, node);
    end = match.index + match[0].length;
  }
  const behind = wordsOf(text.slice(end), offset + end, form);
  return behind && [...nodes, ...behind];
}

function nodeOf({ 0: whole, groups = {} }: RegExpExecArray, start: number): Inline | undefined {
  const span = { start, end: start + whole.length };
  const { image, shown = '', target: url = '', marks, address, autolink, code } = groups;
  if (code !== undefined) return { type: 'inlineCode', span, value: code.slice(1, -1) };
  if (address !== undefined) {
    return { type: 'link', span, url: address, children: [{ type: 'text', span, value: address }] };
  }
  if (autolink !== undefined) {
    const inside = { start: start + 1, end: span.end - 1 };
    const url = autolink.slice(1, -1);
    return { type: 'link', span, url, children: [{ type: 'text', span: inside, value: url }] };
  }
  if (marks !== undefined) {
    const inside = nodesOf(whole.slice(marks.length, -marks.length), start + marks.length, inEmphasis);
    return inside && { type: marks.length === 1 ? 'emphasis' : 'strong', span, children: inside };
  }
  if (image === '!') return /[\\*`]/.test(shown) ? undefined : { type: 'image', span, url, alt: shown };
  const children = nodesOf(shown, start + 1, inLink);
  return children && { type: 'link', span, url, children };
}

/** A stretch of text as a node, none when it is empty; `undefined` where it may hold other markup. */
function wordsOf(text: string, start: number, { elsewhere }: Form): Inline[] | undefined {
  if (text === '') return [];
  if (!wordsOnly.test(text) || lineEndAtEdge.test(text)) return undefined;
  const value = text.replace(lineEnd, '$1').replace(escaped, '$1');
  if (elsewhere?.test(value) === true) return undefined;
  return [{ type: 'text', span: { start, end: start + text.length }, value }];
}
