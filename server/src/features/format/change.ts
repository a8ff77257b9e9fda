import type { Document } from '../../document/document.js';
import type { Block } from '../../document/model.js';
import { moved } from '../../document/moving.js';
import { positionIn } from '../../text/lines.js';
import type { TextEdit } from '../../text/edits.js';
import type { Span } from '../../text/span.js';

/** Edits that are made together or not at all. */
export type Change = readonly TextEdit[];

/** A document as its formatting looks at it: offsets are the document's. */
export interface Page {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly blocks: readonly Block[];
}

export function pageOf({ text, facts, cut }: Document): Page {
  const blocks = cut.sections.flatMap((section, index) =>
    section.blocks.map((block) => moved(block, cut.starts[index] ?? 0)),
  );
  return { text, lineStarts: facts.lineStarts, blocks };
}

/** Number, from 0, of the line an offset stands in. */
export function lineOf({ lineStarts }: Page, offset: number): number {
  return positionIn(lineStarts, offset).line;
}

/** Offset at which the line around an offset begins. */
export function lineBegin(page: Page, offset: number): number {
  return page.lineStarts[lineOf(page, offset)] ?? 0;
}

/** The edit that has a range be a text; none where it is. */
export function written({ text }: Page, span: Span, wanted: string): TextEdit[] {
  return text.slice(span.start, span.end) === wanted ? [] : [{ span, text: wanted }];
}

/** End of the blanks that stand at an offset. */
export function blanksEnd({ text }: Page, from: number): number {
  let end = from;
  while (isBlank(text, end)) end++;
  return end;
}

/** Where the blanks begin that end at an offset. */
export function blanksBegin({ text }: Page, to: number, least = 0): number {
  let begin = to;
  while (begin > least && isBlank(text, begin - 1)) begin--;
  return begin;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || unit === 9;
}

/**
 * What would begin a block where it stands at the beginning of a line. A line of a paragraph that looks so is none only because of where it
 * stands, so that it is not moved, and no line is broken before it.
 */
export const blockBeginning = /^(?:[-+*](?:[\s*+-]|$)|[>#|=~`<:]|_{2}|\d{1,9}[.)](?:\s|$)|\[[^\]\n]{0,99}\]:)/;
