import { readTag } from './tags.js';
import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

export interface Tokenized {
  readonly tokens: readonly Token[];
  /** What is not closed or not opened, by offset. */
  readonly flaws: readonly { readonly at: number; readonly what: string }[];
}

/** Templates and links within one another below this depth are text. */
const deepest = 40;

/** A construct that has been opened. */
interface Frame {
  readonly type: 'root' | 'template' | 'link' | 'external';
  readonly start: number;
  readonly url: string;
  /** Tokens of the parts before the last, and of the last one. */
  readonly parts: Token[][];
  current: Token[];
}

interface Scan {
  readonly source: string;
  readonly frames: Frame[];
  readonly flaws: { at: number; what: string }[];
  /** Endings that were looked for and are not in the rest of the source. */
  readonly missing: Set<string>;
  /** Where the text that has not become a token begins. */
  from: number;
  templates: number;
}

const special = /\{\{|\}\}|\[\[|\]|\[(?=(?:https?:\/\/|ftp:\/\/|mailto:|\/\/))|<|\||\n/g;

/** Reads any text in linear time: what does not match is text. */
export function tokenize(source: string): Tokenized {
  const scan: Scan = {
    source,
    frames: [frame('root', 0, '')],
    flaws: [],
    missing: new Set(),
    from: 0,
    templates: 0,
  };
  const form = new RegExp(special);
  for (let match = form.exec(source); match; match = form.exec(source)) {
    const next = step(scan, match[0], match.index);
    form.lastIndex = Math.max(next, match.index + 1);
  }
  flush(scan, source.length);
  while (scan.frames.length > 1) demote(scan);
  return { tokens: merged(top(scan).current), flaws: scan.flaws };
}

/** Flaws told; a text with more of them is no wikitext, and the first ones tell that. */
const mostFlaws = 100;

function flaw(scan: Scan, at: number, what: string): void {
  if (scan.flaws.length < mostFlaws) scan.flaws.push({ at, what });
}

function frame(type: Frame['type'], start: number, url: string): Frame {
  return { type, start, url, parts: [], current: [] };
}

function top(scan: Scan): Frame {
  return scan.frames.at(-1) ?? frame('root', 0, '');
}

/** Turns the text up to an offset into a token of the innermost construct. */
function flush(scan: Scan, to: number): void {
  if (to > scan.from)
    top(scan).current.push({ type: 'text', value: scan.source.slice(scan.from, to), start: scan.from });
  scan.from = Math.max(scan.from, to);
}

/** Handles what was found at an offset; returns where to go on. */
function step(scan: Scan, found: string, at: number): number {
  switch (found) {
    case '{{':
      return open(scan, frame('template', at, ''), at + 2);
    case '[[':
      return open(scan, frame('link', at, ''), at + 2);
    case '[':
      return openExternal(scan, at);
    case '}}':
      return closeTemplate(scan, at);
    case ']':
      return closeBracket(scan, at);
    case '|':
      return separate(scan, at);
    case '<':
      return takeTag(scan, at);
    default:
      return endLine(scan, at);
  }
}

function open(scan: Scan, opened: Frame, contentAt: number): number {
  if (scan.frames.length > deepest) {
    flaw(scan, opened.start, say`templates and links stand too deep in one another here and are kept as text`);
    return contentAt;
  }
  flush(scan, opened.start);
  scan.from = contentAt;
  scan.frames.push(opened);
  if (opened.type === 'template') scan.templates++;
  return contentAt;
}

function openExternal(scan: Scan, at: number): number {
  const url = /^[^\s\]<>"[{|]+/.exec(scan.source.slice(at + 1, at + 2001))?.[0] ?? '';
  const after = at + 1 + url.length;
  const blank = /^[ \t]*/.exec(scan.source.slice(after, after + 100))?.[0].length ?? 0;
  return open(scan, frame('external', at, url), after + blank);
}

/** A part ends at a pipe, in a template or link; a table's pipes are text. */
function separate(scan: Scan, at: number): number {
  const frame = top(scan);
  if (frame.type === 'template' || frame.type === 'link') {
    flush(scan, at);
    scan.from = at + 1;
    frame.parts.push(frame.current);
    frame.current = [];
  }
  return at + 1;
}

function closeTemplate(scan: Scan, at: number): number {
  if (scan.templates === 0) {
    flaw(scan, at, say`"}}" closes nothing`);
    return at + 2;
  }
  flush(scan, at);
  while (top(scan).type !== 'template') demote(scan);
  scan.templates--;
  return close(scan, at + 2, (closed) => ({ type: 'template', parts: partsOf(closed) }));
}

function closeBracket(scan: Scan, at: number): number {
  const { type } = top(scan);
  if (type === 'external') return closeExternal(scan, at);
  if (type !== 'link' || scan.source.charAt(at + 1) !== ']') return at + 1;
  flush(scan, at);
  return close(scan, at + 2, (closed) => ({ type: 'link', parts: partsOf(closed) }));
}

function closeExternal(scan: Scan, at: number): number {
  flush(scan, at);
  return close(scan, at + 1, ({ url, current }) => ({ type: 'external', url, children: merged(current) }));
}

/** What a closed construct is, but for where it stands. */
type Closed =
  | { readonly type: 'template' | 'link'; readonly parts: readonly (readonly Token[])[] }
  | { readonly type: 'external'; readonly url: string; readonly children: readonly Token[] };

/** Makes a token of the innermost construct, which ends at an offset; its text has been flushed. Returns where to go on. */
function close(scan: Scan, end: number, closed: (frame: Frame) => Closed): number {
  const frame = scan.frames.pop();
  scan.from = end;
  if (frame) top(scan).current.push({ ...closed(frame), start: frame.start, end });
  return end;
}

function partsOf({ parts, current }: Frame): Token[][] {
  return [...parts, current].map(merged);
}

/** Addresses end with their line, links with their paragraph. */
function endLine(scan: Scan, at: number): number {
  const paragraphEnds = /^\n[ \t]*\n/.test(scan.source.slice(at, at + 200));
  for (let { type } = top(scan); type === 'external' || (type === 'link' && paragraphEnds); type = top(scan).type) {
    flush(scan, at);
    demote(scan);
  }
  return at + 1;
}

/** Makes text again of a construct that is not closed; what it holds is kept. */
function demote(scan: Scan): void {
  const opened = scan.frames.pop();
  if (!opened) return;
  const { current } = top(scan);
  const head = { template: '{{', link: '[[', external: `[${opened.url} `, root: '' }[opened.type];
  current.push({ type: 'text', value: head, start: opened.start });
  [...opened.parts, opened.current].forEach((part, index) => {
    if (index > 0) current.push({ type: 'text', value: '|', start: part[0]?.start ?? opened.start });
    for (const token of part) current.push(token);
  });
  if (opened.type === 'template') scan.templates--;
  flaw(scan, opened.start, say`"${head.trim()}" is not closed; it is kept as text`);
}

function takeTag(scan: Scan, at: number): number {
  const tagged = readTag(scan.source, at, scan.missing);
  if (!tagged) return at + 1;
  if ('flaw' in tagged) {
    flaw(scan, at, tagged.flaw);
    return at + tagged.length;
  }
  flush(scan, at);
  scan.from = tagged.token.end;
  top(scan).current.push(tagged.token);
  return tagged.token.end;
}

/** Neighbouring texts as one. */
function merged(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let texts: string[] = [];
  let start = 0;
  const end = (): void => {
    if (texts.length > 0) result.push({ type: 'text', value: texts.join(''), start });
    texts = [];
  };
  for (const token of tokens) {
    if (token.type === 'text') {
      if (texts.length === 0) start = token.start;
      texts.push(token.value);
    } else {
      end();
      result.push(token);
    }
  }
  end();
  return result;
}
