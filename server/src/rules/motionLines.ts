import type { Section } from '../document/sections.js';
import type { Decision } from '../document/facts.js';
import type { ListItem } from '../document/model.js';
import type { TextEdit } from '../text/edits.js';
import { lineAround } from '../text/lines.js';
import { contains } from '../text/span.js';
import { insertAt, lineEnding } from './insertField.js';
import { itemsAround } from './itemsAround.js';

/**
 * Adds a marked line behind a decision, in the form that the decision has: a list item, or a line of its own. `all` are the
 * section's decisions; offsets are the section's.
 */
export function lineBehind(decision: Decision, line: string, section: Section, all: readonly Decision[]): TextEdit {
  const newline = lineEnding(section.text);
  const item = itemsAround(section.blocks, decision.span).at(-1);
  if (!item) return insertAt(decision.span.end, `${newline}${line}`);
  const own = markerOf(item, section.text);
  const others = all.some((each) => each !== decision && contains(item.span, each.span));
  if (others || !isAlone(decision, item))
    return insertAt(decision.span.end, `${newline}${' '.repeat(own.length)}${line}`);
  const marker = own.replace(/\d+/, (number) => String(Number(number) + 1));
  return insertAt(item.span.end, `${newline}${marker}${line}`);
}

/** Adds a marked line before a decision. */
export function lineBefore(decision: Decision, line: string, section: Section): TextEdit {
  const newline = lineEnding(section.text);
  const item = itemsAround(section.blocks, decision.span).at(-1);
  if (!item) {
    const emphasis = /[*_]{0,3}$/.exec(section.text.slice(0, decision.span.start))?.[0].length ?? 0;
    return insertAt(decision.span.start - emphasis, `${line}${newline}`);
  }
  const marker = markerOf(item, section.text);
  if (!isAlone(decision, item)) return insertAt(decision.span.start, `${line}${newline}${' '.repeat(marker.length)}`);
  return insertAt(item.span.start, `${marker.trimStart()}${line}${newline}${/^[\t ]*/.exec(marker)?.[0] ?? ''}`);
}

/** Whether a decision is all that its list item's first paragraph says; others may stand on lines of their own in it. */
function isAlone({ span }: Decision, { children: [first] }: ListItem): boolean {
  return first !== undefined && span.start <= first.span.start + 2 && span.end >= first.span.end;
}

/** A list item's marker with the white space around it. */
function markerOf({ span }: ListItem, text: string): string {
  const { start } = lineAround(text, span.start);
  return /^[\t ]*(?:[-*+]|\d+[.)])[\t ]+/.exec(text.slice(start, span.end))?.[0] ?? '- ';
}
