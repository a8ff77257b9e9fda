import { place, type PlacedFacts } from '../document/document.js';
import { groupTitle, selfEvident, type SectionRole } from '../document/schema.js';
import { isAgendaItem } from './agendaItem.js';
import { isCancelled } from './cancelled.js';
import { emptySections } from './emptySections.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const emptySection = defineRule({
  id: 'empty-section',
  summary: 'Nothing stands below a heading',
  why: 'A reader cannot tell whether nothing was said, or nobody wrote it down.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## ⟦Kexec⟧\n\n## PVH\n\nJan has sent patches.\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## ⟦Kexec⟧\n\n<!-- who took notes? -->\n\n---\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Memory\n\n### PVH\n\nJan has sent patches.\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n## PVH\n\n## Actions\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n## Kexec\n\nPatches are to come.\n\n## PVH\n\nPatches are to come.\n\n## Memory\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nJan has sent patches.\n\n## Closure\n' },
    {
      bad: '# Design session notes: Kexec\n\n- Session: unknown\n- Date: 2013-02-21\n\n## ⟦Attendees⟧\n\n## Kexec\n\n- Jan: nothing new\n- Wei: nor here\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Meeting notes\n\n## PVH\n\nJan has sent patches.\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Announcements\n\n## PVH\n\nJan has sent patches.\n\n## Review of action items from prior meeting.\n\n## Find volunteers for note taking (chair to volunteer).\n\n## xen-project/xen\n\n## Nominating Jan\n\n## Nominating Wei\n\nBoth are in.\n\n## HVM (if time permits)\n\n## Q&A, other\n\n## Next meeting\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: unknown\n\n## Sessions without published notes\n',
    },
  ],
  check: ({ document, kind }) => {
    const { empty, unwritten } = emptySections(document);
    // Headings of what is still to be written are typed first.
    if (unwritten || empty.length === 0 || isCancelled(document)) return [];
    return empty.flatMap((section) => {
      const { heading } = section.facts;
      // That minutes list nobody is what another rule finds.
      if (kind === 'minutes' && heading?.role === 'attendees') return [];
      if (!heading || heading.title === '' || heading.mark || isGroup(heading.role) || selfEvident.test(heading.title))
        return [];
      if (heading.role !== 'attendees' && isAgendaItem(heading.title)) return [];
      if (isTakenTogether(section, document.facts.sections[section.index + 1])) return [];
      const follows = document.facts.sections.length > section.index + 1;
      if (follows && groupTitle.test(heading.title.replace(/:$/, ''))) return [];
      const message = say`nothing stands below "${heading.title}"; write what was said, or take the heading out`;
      return [{ span: place(section, heading.titleSpan), message }];
    });
  },
});

/** Whether the next heading begins with the same word: what is one matter to those who talk is noted below the last. */
function isTakenTogether({ facts: { heading } }: PlacedFacts, next: PlacedFacts | undefined): boolean {
  const other = next?.facts.heading;
  const first = /^[\p{L}\d]{4,}/u;
  const word = first.exec(heading?.title ?? '')?.[0];
  return word !== undefined && heading?.depth === other?.depth && word === first.exec(other?.title ?? '')?.[0];
}

/** A group without sessions says that there are none. */
function isGroup(role: SectionRole | undefined): boolean {
  return role === 'published' || role === 'unpublished';
}
