import { place, type PlacedFacts } from '../document/document.js';
import type { TextEdit } from '../text/edits.js';
import { defineRule, type Finding } from './rule.js';

/** A heading and the headings below it. */
interface Entry {
  readonly section: PlacedFacts;
  readonly depth: number;
  readonly children: Entry[];
}

export const headingLevelSkip = defineRule({
  id: 'heading-level-skip',
  summary: 'A heading jumps over a level',
  why: 'Sessions belong to the heading above them; after a jump nobody can tell to which.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n⟦#### Kexec⟧\n\n##### Later\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n### Kexec\n\n#### Later\n',
    },
    {
      bad: '⟦### Developer call minutes⟧\n\n#### Attendees\n\n- Jan Beulich\n',
      fixed: '# Developer call minutes\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes\n\n⟦### Attendees⟧\n\n- Jan Beulich\n\n⟦##### Guests⟧\n\n- Wei Liu\n\n## Kexec\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n### Guests\n\n- Wei Liu\n\n## Kexec\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n### Guests\n\n## Kexec\n' },
    { good: '## Developer call minutes\n\n### Attendees\n\n- Jan Beulich\n' },
  ],
  check: ({ document }) => {
    const top = outline(document.facts.sections);
    return [...startTooDeep(top), ...top.flatMap(jumpsBelow)];
  },
});

/** Headings as a tree: each stands below the nearest one before it that is less deep. */
function outline(sections: readonly PlacedFacts[]): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const section of sections) {
    const depth = section.facts.heading?.depth;
    if (depth === undefined) continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const entry = { section, depth, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function startTooDeep(top: readonly Entry[]): Finding[] {
  const [first] = top;
  if (!first || first.depth <= 2) return [];
  const moved = top.filter((entry) => entry.depth > 2).flatMap((entry) => relevel(entry, 1));
  const found = finding(first, `the document starts at level ${first.depth}; start at level 1`, 1, moved);
  // Where shallower headings follow, the first one may be no title at all.
  return [top.some((entry) => entry.depth < first.depth) ? { ...found, choice: true } : found];
}

function jumpsBelow(parent: Entry): Finding[] {
  const depth = parent.depth + 1;
  const jumping = parent.children.filter((entry) => entry.depth > depth);
  // Headings side by side stay side by side: moved alone, one would take in those behind it.
  const edits = jumping.flatMap((entry) => relevel(entry, depth));
  return parent.children.flatMap((entry) => {
    const below = jumpsBelow(entry);
    if (entry.depth <= depth) return below;
    const message = `level ${entry.depth} stands below level ${parent.depth}; use level ${depth}`;
    return [finding(entry, message, depth, edits), ...below];
  });
}

function finding({ section }: Entry, message: string, depth: number, edits: readonly TextEdit[]): Finding {
  const span = place(section, section.facts.heading?.span ?? { start: 0, end: 0 });
  return {
    span,
    message,
    fixes: [{ title: `Use level ${depth}, and move the headings along that belong to it`, edits }],
  };
}

/** Edits that put a heading at a level and those below it at the levels after that. An underlined heading is never so deep. */
function relevel(entry: Entry, depth: number): TextEdit[] {
  const start = entry.section.start + (entry.section.facts.heading?.span.start ?? 0);
  const own = { span: { start, end: start + entry.depth }, text: '#'.repeat(depth) };
  return [...(entry.depth === depth ? [] : [own]), ...entry.children.flatMap((child) => relevel(child, depth + 1))];
}
