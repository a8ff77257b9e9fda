import type { PlacedFacts } from '../../document/document.js';
import type { Block } from '../../document/model.js';
import { fieldOf } from '../../document/schema.js';
import { sectionAt } from '../../document/sections.js';
import type { FeatureContext } from '../context.js';

/** Where something is being written, told from the text before the cursor: what is half written has no facts yet. */
export interface Position {
  readonly context: FeatureContext;
  readonly section: PlacedFacts;
  readonly blocks: readonly Block[];
  readonly offset: number;
  /** Text of the list item or paragraph up to the cursor, without its marker; it may have line ends in it. */
  readonly head: string;
  readonly headStart: number;
  /** Columns before the list marker; absent in a paragraph. */
  readonly indent?: number;
  /** The cursor's line before the cursor. */
  readonly line: string;
  /** The rest of the cursor's line. */
  readonly after: string;
}

/** The position of an offset; `undefined` in code, HTML and front matter, where nothing of ours is written. */
export function positionAt(context: FeatureContext, offset: number): Position | undefined {
  const { document } = context;
  const { text } = document;
  if (offset < 0 || offset > text.length) return undefined;
  const index = sectionAt(document.cut, offset);
  const [section, blocks] = [document.facts.sections[index], document.cut.sections[index]?.blocks];
  if (!section || !blocks || isOpaque(blocks, offset - section.start)) return undefined;
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, offset);
  if (inCode(line)) return undefined;
  const head = headAt(text, lineStart, offset, section.start);
  return {
    context,
    section,
    blocks,
    offset,
    head: text.slice(head.start, offset),
    headStart: head.start,
    ...(head.indent !== undefined && { indent: head.indent }),
    line,
    after: text.slice(offset, endOfLine(text, offset)),
  };
}

function isOpaque(blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block) => {
    if (offset <= block.span.start || offset > block.span.end) return false;
    if (block.type === 'code' || block.type === 'html' || block.type === 'yaml') return true;
    const children =
      block.type === 'list'
        ? block.children.flatMap((item) => item.children)
        : 'children' in block
          ? block.children
          : [];
    return isOpaque(children, offset);
  });
}

/** Whether a code span is open at the end of a line. */
function inCode(line: string): boolean {
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

const itemForm = /^((?:[ \t]*>)*[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
/** An item or a paragraph has at most so many lines as are looked at. */
const mostLines = 40;

/** Where the text of the item or paragraph begins that the line from `lineStart` to `offset` belongs to. */
function headAt(
  text: string,
  lineStart: number,
  offset: number,
  floor: number,
): { readonly start: number; readonly indent?: number } {
  let start = lineStart;
  let end = offset;
  for (let count = 0; ; count++) {
    const line = text.slice(start, end);
    const item = itemForm.exec(line);
    if (item) return { start: start + item[0].length, indent: (item[1] ?? '').length };
    const blank = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (start <= floor || count === mostLines || labelAt(line.slice(blank))) return { start: start + blank };
    const before = startOfLine(text, lineBreakBefore(text, start));
    const previous = text.slice(before, lineBreakBefore(text, start));
    if (/^\s*$/.test(previous) || /^ {0,3}#/.test(previous)) return { start: start + blank };
    end = lineBreakBefore(text, start);
    start = before;
  }
}

/** A known label and its colon at the start of a text, with the white space behind; and the value's start. */
export function labelAt(text: string): { readonly label: string; readonly length: number } | undefined {
  const form = /^[*_]{0,2}([A-Za-z][A-Za-z .()/-]{0,40}?)[*_]{0,2}\s?:[*_]{0,2}(?=\s|$)[ \t]*/.exec(text);
  const label = form?.[1];
  return form && label !== undefined && fieldOf(label) ? { label, length: form[0].length } : undefined;
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !/[\r\n]/.test(text.charAt(at))) at++;
  return at;
}

/** Offset of the line break that ends the line before `start`. */
function lineBreakBefore(text: string, start: number): number {
  return text.charAt(start - 1) === '\n' && text.charAt(start - 2) === '\r' ? start - 2 : start - 1;
}

/** The part of a list of values that is being written: what stands behind the last separator outside parentheses. */
export function lastPart(
  text: string,
  separators = /[,;&]|\band\s/y,
): { readonly text: string; readonly start: number; readonly open: boolean } {
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    separators.lastIndex = at;
    const separator = separators.exec(text)?.[0];
    if (separator !== undefined) start = at + separator.length;
  }
  start += /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
  return { text: text.slice(start), start, open: depth > 0 };
}
