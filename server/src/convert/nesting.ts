import { say } from '../text/say.js';

/** How deep blocks may stand in one another. Real notes have a few levels; readers of Markdown fail on thousands. */
const deepest = 100;

const markedTooOften = (): string => say`has more marks than can be read; the whole document is left as it is written`;
const nestedTooDeeply = (): string =>
  say`stands more than ${deepest} levels deep; the whole document is left as it is written`;

/** Marks of emphasis, links and code in one line: with more, remark takes minutes. */
const mostMarks = 2000;

export interface Unreadable {
  /** From 0. */
  readonly line: number;
  readonly what: string;
}

/** The first place of a text that remark fails on, and what is said of it; `undefined` for what people write. */
export function unreadableAt(text: string): Unreadable | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const deep = tooDeepAmong(lines);
  if (deep >= 0) return { line: deep, what: nestedTooDeeply() };
  const line = lines.findIndex((each) => each.length > mostMarks && marksIn(each) > mostMarks);
  return line < 0 ? undefined : { line, what: markedTooOften() };
}

function marksIn(line: string): number {
  return line.length - line.replace(/[*_~`[\]]/g, '').length;
}

/** The line, from 0, at which lists and quotes stand too deep in one another; -1 where none does. */
function tooDeepAmong(lines: readonly string[]): number {
  const indents: number[] = [];
  return lines.findIndex((line) => {
    const { indent, markers } = containersOf(line);
    if (markers === 0) return false;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    return indents.length + markers - 1 > deepest;
  });
}

/** Markers of quotes and list items that a line begins with, and the columns before the first. */
function containersOf(line: string): { readonly indent: number; readonly markers: number } {
  const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
  let markers = 0;
  let indent = 0;
  let end = 0;
  for (let found = marker.exec(line); found && markers <= deepest; found = marker.exec(line)) {
    if (markers === 0) indent = columns(found[0]);
    markers++;
    end = marker.lastIndex;
  }
  // Signs alone are a line across the page.
  const alone = /^[-*\s]*$/.test(line.slice(end)) && !line.includes('>');
  return { indent, markers: alone ? 0 : markers };
}

function columns(lead: string): number {
  let column = 0;
  for (const char of lead) {
    if (char === '\t') column += 4 - (column % 4);
    else if (char === ' ') column++;
    else break;
  }
  return column;
}
