import type { Document, PlacedFacts } from '../document/document.js';
import type { TextEdit } from '../text/edits.js';

/** The edit that adds `Label: value` to a section: behind its field list, or as a list of its own below the heading. */
export function insertField(document: Document, section: PlacedFacts, entry: string): TextEdit {
  const newline = lineEnding(document.text);
  const last = section.facts.fields.at(-1);
  if (last) {
    const prefix = linePrefix(document.text, section.start + last.labelSpan.start);
    return insertAt(section.start + last.span.end, `${newline}${prefix}${entry}`);
  }
  const { heading } = section.facts;
  if (heading) return insertAt(section.start + heading.span.end, `${newline}${newline}- ${entry}`);
  return insertAtHead(document, `- ${entry}`);
}

/** The edit that adds a block above all others of a document, below its front matter. */
export function insertAtHead({ cut, text }: Document, block: string): TextEdit {
  const gap = lineEnding(text).repeat(2);
  const front = cut.sections[0]?.blocks[0];
  if (front?.type === 'yaml') return insertAt(front.span.end, `${gap}${block}`);
  return insertAt(text.startsWith('\ufeff') ? 1 : 0, `${block}${gap}`);
}

/** The line ending a text uses. */
export function lineEnding(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function insertAt(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/** What stands on a line before a field's label, such as a bullet; emphasis around the label is no part of it. */
export function linePrefix(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return text
    .slice(start, offset)
    .replace(/^\ufeff/, '')
    .replace(/(?<![*_])[*_]+$/, '');
}
