import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';
import { outline, type Entry } from './outline.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const headingLevelSkip = defineRule({
  id: 'heading-level-skip',
  summary: 'A heading jumps over a level',
  why: 'Sessions belong to the heading above them; after a jump nobody can tell to which.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Kexec\n\nIt boots.\n\n⟦#### Next steps⟧\n\n##### Later\n',
      fixed: '# Minutes\n\n## Kexec\n\nIt boots.\n\n### Next steps\n\n#### Later\n',
    },
    // What was talked about belongs beside the list of those who were there.
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n⟦#### Kexec⟧\n\n##### Later\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n### Later\n',
    },
    {
      bad: '⟦### Developer call minutes⟧\n\n#### Attendees\n\n- Jan Beulich\n',
      fixed: '# Developer call minutes\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes\n\n⟦### Attendees⟧\n\n- Jan Beulich\n\n⟦##### Guests⟧\n\n- Wei Liu\n\n## Kexec\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n### Guests\n\n- Wei Liu\n\n## Kexec\n',
    },
    {
      bad: '---\ntitle: Developer call minutes\n---\n\n⟦### Attendees⟧\n\n- Jan Beulich\n',
      fixed: '---\ntitle: Developer call minutes\n---\n\n## Attendees\n\n- Jan Beulich\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n### Guests\n\n## Kexec\n' },
    { good: '## Developer call minutes\n\n### Attendees\n\n- Jan Beulich\n' },
  ],
  check: ({ document }) => {
    if (!skips(document.facts.sections)) return [];
    const top = outline(document.facts.sections);
    return [...startTooDeep(top, document.facts), ...top.flatMap(jumpsBelow)];
  },
});

/** Whether a heading is more than one level deeper than the one before it, or the first more than two levels deep. */
function skips(sections: readonly PlacedFacts[]): boolean {
  let last = 1;
  for (const { facts } of sections) {
    const { depth } = facts.heading ?? { depth: last };
    if (depth > last + 1) return true;
    last = depth;
  }
  return false;
}

/** Below a title in the front matter level 2 is where headings start. */
function startTooDeep(top: readonly Entry[], { title, titleIndex }: DocumentFacts): Finding[] {
  const [first] = top;
  if (!first || first.depth <= 2) return [];
  const depth = titleIndex === undefined && title !== '' ? 2 : 1;
  const moved = top.filter((entry) => entry.depth > 2).flatMap((entry) => relevel(entry, depth));
  const message = say`the document starts at level ${first.depth}; start at level ${depth}`;
  const found = { span: headingSpan(first), message, fixes: [moveTo(depth, moved)] };
  // Where shallower headings follow, the first one may be no title at all.
  return [top.some((entry) => entry.depth < first.depth) ? { ...found, choice: true } : found];
}

function jumpsBelow(parent: Entry): Finding[] {
  const jumping = parent.children.filter((entry) => entry.depth > parent.depth + 1);
  const beside = isBesideList(parent);
  const depth = beside ? parent.depth : parent.depth + 1;
  const message = (level: number): string =>
    beside
      ? say`level ${level} stands below a list of people; use level ${depth} as it does`
      : say`level ${level} stands below level ${parent.depth}; use level ${depth}`;
  // Headings side by side stay side by side: moved alone, one would take in those behind it.
  const fix = moveTo(
    depth,
    jumping.flatMap((entry) => relevel(entry, depth)),
  );
  return parent.children.flatMap((entry) => {
    const below = jumpsBelow(entry);
    if (entry.depth <= parent.depth + 1) return below;
    return [{ span: headingSpan(entry), message: message(entry.depth), fixes: [fix] }, ...below];
  });
}

/** Whether all headings below a list of people jump, and list no further people: they are what was talked about, beside it. */
function isBesideList({ section, depth, children }: Entry): boolean {
  const role = section.facts.heading?.role;
  const isList = depth > 1 && (role === 'attendees' || role === 'apologies');
  return isList && children.every((entry) => entry.depth > depth + 1 && entry.section.facts.people.length === 0);
}

function headingSpan({ section }: Entry): Span {
  return place(section, section.facts.heading?.span ?? { start: 0, end: 0 });
}

function moveTo(depth: number, edits: readonly TextEdit[]): Fix {
  return { title: say`Use level ${depth}, and move the headings along that belong to it`, edits };
}

/** Edits that put a heading at a level and those below it at the levels after that. An underlined heading is never so deep. */
function relevel(entry: Entry, depth: number): TextEdit[] {
  const start = entry.section.start + (entry.section.facts.heading?.span.start ?? 0);
  const own = { span: { start, end: start + entry.depth }, text: '#'.repeat(depth) };
  return [...(entry.depth === depth ? [] : [own]), ...entry.children.flatMap((child) => relevel(child, depth + 1))];
}
