import type { Document } from '../document/document.js';
import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';
import { insertAt, lineEnding } from './insertField.js';

/**
 * Edits that move whole sections to where another one starts, or to the document's end, with a blank line on both sides.
 * None where they would end up inside something else.
 */
export function moveText(document: Document, { start, end }: Span, to: number): TextEdit[] {
  const { text } = document;
  const target = trimmed(text, to);
  if (target === 0 || isLeftOpen(document)) return [];
  const last = trimmed(text, end);
  return [
    { span: { start: trimmed(text, start), end: last }, text: '' },
    insertAt(target, lineEnding(text).repeat(2) + text.slice(start, last)),
  ];
}

/** Whether the document ends in a code block or in HTML that may not be closed: moved, it would swallow what follows. */
function isLeftOpen({ cut }: Document): boolean {
  const section = cut.sections.at(-1);
  const block = section?.blocks.at(-1);
  if (block?.type === 'html') return true;
  return block?.type === 'code' && !/\n {0,3}(?:`{3,}|~{3,})\s*$/.test(section?.text.slice(block.span.start) ?? '');
}

/** Where the text before an offset ends, blank lines aside. */
function trimmed(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
