import type { Document, PlacedFacts } from '../document/document.js';

/** The headings of a document with nothing below them, and whether most are: such a document is still to be written. */
export interface EmptySections {
  readonly empty: readonly PlacedFacts[];
  readonly unwritten: boolean;
}

export function emptySections({ facts: { sections }, cut }: Document): EmptySections {
  const empty = sections.filter((each) => {
    const section = cut.sections[each.index];
    return each.facts.empty && isLeaf(each, sections) && section !== undefined && saysNothing(section);
  });
  if (empty.length === 0) return { empty, unwritten: false };
  const leaves = sections.filter((each) => isLeaf(each, sections));
  // Who was there is the first thing to be written down.
  const nobody = empty.some((each) => each.facts.heading?.role === 'attendees' && !isHeld(each, sections));
  return { empty, unwritten: nobody || empty.length * 2 > leaves.length };
}

/** Whether what stands behind an attendee list tells what was said or decided, so that the meeting has taken place. */
export function isHeld({ index }: PlacedFacts, sections: readonly PlacedFacts[]): boolean {
  const behind = sections.slice(index + 1).map(({ facts }) => facts);
  // A single `Agenda: …` looks like a speech, and what is carried over was there before the meeting.
  return (
    behind.some(({ actions, decisions }) => actions.some(({ previous }) => !previous) || decisions.length > 0) ||
    behind.reduce((count, { speeches }) => count + speeches.length, 0) > 1
  );
}

/** Whether a section has a heading, and none below it. */
function isLeaf({ facts: { heading }, index }: PlacedFacts, sections: readonly PlacedFacts[]): boolean {
  return heading !== undefined && (sections[index + 1]?.facts.heading?.depth ?? 0) <= heading.depth;
}

/** What HTML says is told by nothing but its source; a comment says nothing to a reader. */
function saysNothing({ blocks, text }: Document['cut']['sections'][number]): boolean {
  return !blocks.some((block) => block.type === 'html' && !text.startsWith('<!--', block.span.start));
}
