import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { absentee, addAttendee, attendeeList, isInUnreadEntry, notPlainlyPresent } from './attendance.js';
import { defineRule, type DocumentContext, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const actionOwnerNotAttendee = defineRule({
  id: 'action-owner-not-attendee',
  summary: 'Whoever owns an action was not there',
  why: 'Somebody who was not there has to be told of the action.',
  kinds: ['notes', 'minutes', 'event'],
  severity: { draft: 'info', post: 'info' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION Jan, ⟦George Dunlap⟧: review\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION Jan, George Dunlap (absent): review\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION ⟦George Dunlap⟧ (Citrix): review\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION George Dunlap (Citrix, absent): review\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION George Dunlap (absent): review\n' },
    {
      good: '# Minutes\n\n- Scribe: George Dunlap\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION George: review\n',
    },
    { good: '# Minutes\n\n## PVH\n\n- ACTION George Dunlap: review\n' },
  ],
  concernsPlaced: (section, context) => strangersIn(section, context).length > 0,
  check: (context) => {
    const { document, archive, sections } = context;
    const list = attendeeList(document.facts);
    if (!list) return [];
    return sections.flatMap((section) =>
      strangersIn(section, context).flatMap((owner) => {
        const name = owner.roles.includes('absent') ? undefined : absentee(owner.name, document.facts, archive);
        if (name === undefined || isInUnreadEntry(name, list, document)) return [];
        const fixes = [markAbsent(owner, section, document), ...addAttendee(name, document, archive)];
        const message = say`"${name}" is not among the attendees; write "(absent)" behind the name, or add it to the list`;
        return [{ span: place(section, owner.nameSpan), message, fixes }];
      }),
    );
  },
});

function strangersIn({ facts }: PlacedFacts, { document, archive }: DocumentContext): PersonMention[] {
  const owners = facts.actions.filter((action) => !action.previous).flatMap((action) => action.owners);
  return notPlainlyPresent(owners, archive.company(document.facts));
}

function markAbsent(owner: PersonMention, section: PlacedFacts, document: Document): Fix {
  const { end } = place(section, owner.span);
  const within = document.text.charAt(end - 1) === ')';
  const edit = within
    ? { span: { start: end - 1, end: end - 1 }, text: ', absent' }
    : { span: { start: end, end }, text: ' (absent)' };
  return { title: say`Mark ${owner.name} as absent`, edits: [edit], preferred: true };
}
