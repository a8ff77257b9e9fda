import type { Section } from '../document/sections.js';
import type { Decision } from '../document/facts.js';
import type { ListItem } from '../document/model.js';
import type { TextEdit } from '../text/edits.js';
import { insertAt, lineEnding } from './insertField.js';
import { itemsAround } from './itemsAround.js';

/** Adds a marked line behind a decision, in the form that the decision has: a list item, or a line of its own. Offsets are the section's. */
export function lineBehind(decision: Decision, line: string, section: Section): TextEdit {
  const newline = lineEnding(section.text);
  const item = itemsAround(section.blocks, decision.span).at(-1);
  if (!item) return insertAt(decision.span.end, `${newline}${line}`);
  const marker = markerOf(item, section.text).replace(/\d+/, (number) => String(Number(number) + 1));
  return insertAt(item.span.end, `${newline}${marker}${line}`);
}

/** Adds a marked line before a decision. */
export function lineBefore(decision: Decision, line: string, section: Section): TextEdit {
  const newline = lineEnding(section.text);
  const item = itemsAround(section.blocks, decision.span).at(-1);
  if (!item) return insertAt(decision.span.start, `${line}${newline}`);
  const marker = markerOf(item, section.text);
  return insertAt(item.span.start, `${marker.trimStart()}${line}${newline}${/^[\t ]*/.exec(marker)?.[0] ?? ''}`);
}

/** A list item's marker with the white space around it. */
function markerOf({ span }: ListItem, text: string): string {
  const line = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  return /^[\t ]*(?:[-*+]|\d+[.)])[\t ]+/.exec(text.slice(line, span.end))?.[0] ?? '- ';
}
