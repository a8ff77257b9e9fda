import type { Document } from '../document/document.js';
import { outline, type Entry } from './outline.js';

/** The headings of a document with nothing below them, and whether most are: such a document is still to be written. */
export interface EmptySections {
  readonly empty: readonly Entry[];
  readonly unwritten: boolean;
}

/** What HTML says is told by nothing but its source; a comment says nothing to a reader. */
function saysNothing(entry: Entry, { cut }: Document): boolean {
  const section = cut.sections[entry.section.index];
  return !section?.blocks.some((block) => block.type === 'html' && !section.text.startsWith('<!--', block.span.start));
}

export function emptySections(document: Document): EmptySections {
  const leaves = leavesOf(outline(document.facts.sections));
  const empty = leaves.filter((entry) => entry.section.facts.empty && saysNothing(entry, document));
  // Who was there is the first thing to be written down.
  const nobody = empty.some((entry) => entry.section.facts.heading?.role === 'attendees');
  return { empty, unwritten: nobody || empty.length * 2 > leaves.length };
}

function leavesOf(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => (entry.children.length === 0 ? [entry] : leavesOf(entry.children)));
}
