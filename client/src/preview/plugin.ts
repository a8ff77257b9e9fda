import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import type { PreviewPartView } from '../../../server/src/lsp/protocol.js';

/** A part of a text that is shown otherwise than its Markdown alone; a reference leads to `href`. */
export interface PreviewPart extends Pick<PreviewPartView, 'range' | 'as' | 'text' | 'title'> {
  readonly href?: string;
}

/** What a text has in it to be shown; `undefined` for one that is none of our documents, of which nothing is changed. */
export type PartsOf = (text: string) => readonly PreviewPart[] | undefined;

/** A part within the text of one block. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly part: PreviewPart;
}

/**
 * A plugin of markdown-it that shows what the server knows: it reads nothing itself but is told where what stands. Parts are put in
 * while a block's text is read, where every place is known; behind that markdown-it has no places.
 */
export function previewPlugin(partsOf: PartsOf): (md: MarkdownIt) => MarkdownIt {
  const byState = new WeakMap<StateCore, readonly PreviewPart[]>();
  const byTokens = new WeakMap<object, Placed[]>();
  return (md) => {
    md.core.ruler.before('normalize', 'xen_notes_parts', (state) => {
      const parts = partsOf(state.src);
      if (parts && parts.length > 0) byState.set(state, parts);
    });
    md.core.ruler.before('inline', 'xen_notes_places', (state) => {
      const parts = byState.get(state);
      if (parts) placeParts(state, parts, (children, placed) => byTokens.set(children, placed));
    });
    md.inline.ruler.before('text', 'xen_notes', (state, silent) => {
      const placed = byTokens.get(state.tokens);
      return placed !== undefined && showNext(state, silent, placed);
    });
    return md;
  };
}

/** Says of each block which parts are in it, by the lines that it was made of. */
function placeParts(
  { tokens, src }: StateCore,
  parts: readonly PreviewPart[],
  keep: (children: object, placed: Placed[]) => void,
): void {
  const lines = src.split('\n');
  let map: readonly [number, number] | null = null;
  let column = 0;
  let next = 0;
  for (const token of tokens) {
    if (token.map && token.map !== map) {
      map = token.map;
      column = 0;
    }
    if (token.type !== 'inline' || !token.children || !map) continue;
    const block = blockLines(token.content, lines, { line: map[0], column });
    const at = block.at(-1);
    if (at?.isFound) column = at.end;
    const last = map[0] + block.length - 1;
    const own: Placed[] = [];
    for (; next < parts.length; next++) {
      const part = parts[next];
      if (!part || isBehind(part, last, column)) break;
      const start = offsetIn(block, part.range.start);
      const end = offsetIn(block, part.range.end);
      if (start !== undefined && end !== undefined) own.push({ start, end, part });
    }
    if (own.length > 0) keep(token.children, own);
  }
}

/** Whether a part begins behind a place. */
function isBehind({ range: { start } }: PreviewPart, line: number, column: number): boolean {
  return start.line > line || (start.line === line && start.character > column);
}

/** A line of a block's text: where it stands in the document, and where in the text. */
interface BlockLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly isFound: boolean;
}

/** What stands before the text of a line, such as marks of a list, and the rows of a table are not in the block's text. */
function blockLines(
  content: string,
  lines: readonly string[],
  from: { readonly line: number; readonly column: number },
): BlockLine[] {
  let offset = 0;
  return content.split('\n').map((text, nth) => {
    const line = from.line + nth;
    // Of a tab that is an indentation in part, blanks are left that the document does not have.
    const bare = text.trimStart();
    const at = (lines[line] ?? '').indexOf(bare, nth === 0 ? from.column : 0);
    const start = at - (text.length - bare.length);
    const placed = { line, start, end: start + text.length, offset, isFound: at >= 0 };
    offset += text.length + 1;
    return placed;
  });
}

function offsetIn(
  block: readonly BlockLine[],
  { line, character }: { readonly line: number; readonly character: number },
): number | undefined {
  const found = block.find((each) => each.line === line);
  if (!found?.isFound || character < found.start || character > found.end) return undefined;
  return found.offset + character - found.start;
}

/** Characters that begin nothing in Markdown. */
const plainRun = /[\p{L}\p{N} ,.;()'"/?]*/uy;
/** What a name or a marker may not have in it, as it would be shown as it is. */
const markup = /[\\`*_[\]<&~\n]/;

/** Shows the part at the place that is read, or goes on to the next one through what is plain text. */
function showNext(state: StateInline, silent: boolean, placed: Placed[]): boolean {
  // What is behind is not come back to, but when the rules look ahead.
  while (!silent && placed[0] && placed[0].start < state.pos) placed.shift();
  const next = placed.find(({ start, end }) => start >= state.pos && !(silent && start === end));
  if (!next || next.end > state.posMax) return false;
  const { start, end, part } = next;
  if (start > state.pos) return skipTo(state, silent, start);
  if (start === end) {
    placed.splice(placed.indexOf(next), 1);
    show(state, part, part.text ?? '');
    state.pending = ' ';
    return showNext(state, silent, placed);
  }
  const written = state.src.slice(start, end);
  if (part.href === undefined ? markup.test(written) : state.linkLevel > 0) return false;
  if (!silent) show(state, part, part.text ?? written);
  state.pos = end;
  return true;
}

/** The rule for text runs over the beginning of a part, so what is between is taken here. */
function skipTo(state: StateInline, silent: boolean, start: number): boolean {
  plainRun.lastIndex = state.pos;
  const run = plainRun.exec(state.src)?.[0].length ?? 0;
  if (state.pos + run < start) return false;
  if (!silent) state.pending += state.src.slice(state.pos, start);
  state.pos = start;
  return true;
}

function show(state: StateInline, { as, title, href }: PreviewPart, text: string): void {
  const [type, tag] = href === undefined ? ['xen_notes', 'span'] : ['link', 'a'];
  const open = state.push(`${type}_open`, tag, 1);
  open.attrSet('class', `xen-notes-${as}`);
  if (href !== undefined) open.attrSet('href', href);
  if (title !== undefined) open.attrSet('title', title);
  state.push('text', '', 0).content = text;
  state.push(`${type}_close`, tag, -1);
}
