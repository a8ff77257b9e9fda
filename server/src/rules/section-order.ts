import { place } from '../document/document.js';
import { sectionOrders } from '../document/schema.js';
import { say } from '../text/say.js';
import { moveText } from './moveText.js';
import { endOf, outline, type Entry } from './outline.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';

export const sectionOrder = defineRule({
  id: 'section-order',
  summary: 'Sections that documents of this kind have stand out of their customary order',
  why: 'Whoever reads many minutes or proposals looks for each part where it always stands.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Apologies\n\n- Matt Wilson\n\n## ⟦Attendees⟧\n\n- Jan Beulich\n\n## Kexec\n\nNothing new.\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Apologies\n\n- Matt Wilson\n\n## Kexec\n\nNothing new.\n',
    },
    {
      bad: '# Minutes\n\n## ⟦Previous actions⟧\n\n### Kexec\n\n- Done.\n\n## Attendees\n\n- Jan Beulich\n\n## Apologies\n\n- Matt Wilson\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Apologies\n\n- Matt Wilson\n\n## Previous actions\n\n### Kexec\n\n- Done.\n',
    },
    {
      bad: '# RISC-V\n\n- Owner: Wei Liu\n\n## Attendee contributions\n\nBoards.\n\n## ⟦Problem to solve⟧\n\nThere is no port.\n',
      fixed:
        '# RISC-V\n\n- Owner: Wei Liu\n\n## Problem to solve\n\nThere is no port.\n\n## Attendee contributions\n\nBoards.\n',
    },
    {
      good: '# Minutes\n\n## Actions\n\n- ACTION Jan: ask\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nNothing new.\n\n## Previous actions\n\n- none\n',
    },
    {
      good: '# Minutes\n\n## Kexec\n\n### Previous actions\n\n- none\n\n## Attendees\n\n- Jan Beulich\n',
    },
  ],
  check: (context) => {
    const { sections } = context.document.facts;
    // Most documents have too few such sections to have them in a wrong order.
    if (sections.filter((section) => nameOf(section) !== undefined).length < 2) return [];
    return families(outline(sections)).flatMap((family) =>
      sectionOrders.flatMap((order) => misplaced(family, order, context)),
    );
  },
});

type Name = (typeof sectionOrders)[number][number];

function nameOf({ facts: { heading } }: Entry['section']): Name | undefined {
  return heading?.role ?? heading?.field;
}

/** Headings side by side: those below one heading that are of one level. */
function families(entries: readonly Entry[]): Entry[][] {
  const depths = [...new Set(entries.map((entry) => entry.depth))];
  return [
    ...depths.map((depth) => entries.filter((entry) => entry.depth === depth)),
    ...entries.flatMap((entry) => families(entry.children)),
  ];
}

interface Ranked {
  readonly entry: Entry;
  readonly rank: number;
}

function misplaced(family: readonly Entry[], order: readonly Name[], context: DocumentContext): Finding[] {
  const ranked = family.flatMap((entry): Ranked[] => {
    const rank = order.findIndex((name) => name === nameOf(entry.section));
    return rank < 0 ? [] : [{ entry, rank }];
  });
  // Of two sections with one name nobody can say which is out of place.
  const once = ranked.filter(({ rank }) => ranked.filter((other) => other.rank === rank).length === 1);
  const kept = longestRise(once);
  return once.filter((each) => !kept.includes(each)).flatMap((each) => finding(each, kept, context));
}

/** The most sections that are in order among themselves; of equally many those that come first. */
function longestRise(ranked: readonly Ranked[]): readonly Ranked[] {
  const rises = ranked.reduce<(readonly Ranked[])[]>((found, each) => {
    const before = found.filter((rise) => (rise.at(-1)?.rank ?? 0) < each.rank);
    return [...found, [...longest(before), each]];
  }, []);
  return longest(rises);
}

function longest(rises: readonly (readonly Ranked[])[]): readonly Ranked[] {
  return rises.reduce((best, rise) => (rise.length > best.length ? rise : best), []);
}

function moveTitle(neighbour: string, late: boolean): string {
  return late ? say`Move the section before "${neighbour}"` : say`Move the section behind "${neighbour}"`;
}

function finding({ entry, rank }: Ranked, kept: readonly Ranked[], { document }: DocumentContext): Finding[] {
  const { heading } = entry.section.facts;
  const next = kept.find((other) => other.rank > rank);
  const behind = kept.findLast((other) => other.rank < rank);
  const late = next && next.entry.section.start < entry.section.start;
  const neighbour = late ? next : behind;
  if (!heading || !neighbour) return [];
  const title = neighbour.entry.section.facts.heading?.title ?? '';
  const to = late ? neighbour.entry.section.start : endOf(neighbour.entry);
  const edits = moveText(document, { start: entry.section.start, end: endOf(entry) }, to);
  return [
    {
      span: place(entry.section, heading.titleSpan),
      message: late
        ? say`"${heading.title}" stands before "${title}" by custom; move it there`
        : say`"${heading.title}" stands behind "${title}" by custom; move it there`,
      ...(edits.length > 0 && { fixes: [{ title: moveTitle(title, Boolean(late)), edits }] }),
    },
  ];
}
