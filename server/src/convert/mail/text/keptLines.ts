import type { Nodes, Paragraph } from 'mdast';
import { place, type PlacedFacts } from '../../../document/document.js';
import { beginsWithMarker } from '../../../document/reading/markers.js';
import { looksLikeName } from '../../../document/reading/people.js';
import { spanOf } from '../../../document/remarkBlocks.js';
import { fieldOf } from '../../../document/schema.js';

/**
 * Lines of paragraphs, from 1, that mean something by beginning where they do: a marker, a field, a speech, a note, a name on
 * an attendee list. All other line breaks are those of the editor.
 */
export function keptLines(root: Nodes, text: string, sections: readonly PlacedFacts[]): Set<number> {
  const kept = new Set<number>();
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph') keepIn(node, text, sections, kept);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return kept;
}

function keepIn(node: Paragraph, text: string, sections: readonly PlacedFacts[], kept: Set<number>): void {
  const { start, end } = spanOf(node);
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  if (lines.length === 1) return;
  const section = sections.findLast((each) => each.start <= start);
  const listsPeople = section?.facts.people.some((person) => {
    const at = place(section, person.span).start;
    return (person.as === 'attendee' || person.as === 'apology') && at >= start && at < end;
  });
  const first = node.position?.start.line ?? 0;
  lines.forEach((line, index) => {
    if (index > 0 && (listsPeople || opensLine(line.replace(/^[ \t>]+/, '')))) kept.add(first + index);
  });
}

function opensLine(line: string): boolean {
  if (/^\[\d{1,4}\](?:\s|$)/.test(line)) return true;
  const head = /^[*_]{0,2}([^\s:*_][^:\n]{0,60}?)[*_]{0,2}\s?:/.exec(line)?.[1];
  const word = /^[*_]{0,2}(\p{Lu}{2,})/u.exec(line)?.[1];
  if (word !== undefined && beginsWithMarker(word)) return true;
  if (head === undefined) return false;
  return fieldOf(head) !== undefined || head.split(/[,/&]|\band\b/).every((name) => looksLikeSpeaker(name.trim()));
}

function looksLikeSpeaker(name: string): boolean {
  return looksLikeName(name.replace(/(?<!\s)\s*[([][^()[\]]*[)\]]$/, ''));
}
