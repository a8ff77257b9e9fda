import { place, type Document, type PlacedFacts } from '../document/document.js';
import { isAttendance } from '../document/schema.js';
import type { TextEdit } from '../text/edits.js';
import { say } from '../text/say.js';
import { lineEnding } from './insertField.js';
import { isAgendaItem } from './agendaItem.js';
import { defineRule, type Finding } from './rule.js';

export const attendeeUnread = defineRule({
  id: 'attendee-unread',
  summary: 'An entry of a list of people names nobody who can be read',
  why: 'Whoever is not read from the list counts as absent: their remarks and actions are found under no name.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'off', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- ⟦please add yourself if you were there⟧\n',
      mode: 'post',
    },
    {
      bad: '# Minutes\n\n## ⟦Attendees⟧\n\nSome of the usual people were there and a few new faces.\n\n## Kexec\n\nNothing new.\n',
      mode: 'post',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n⟦Jan Beulich (JB), Wei Liu (WL)\n---⟧\n\n## Kexec\n\nNothing new.\n',
      fixed: '# Minutes\n\n## Attendees\n\nJan Beulich (JB), Wei Liu (WL)\n\n---\n\n## Kexec\n\nNothing new.\n',
      mode: 'post',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE) - left early\n- Wei Liu @weiliu (observer)\n- Citrix: George Dunlap, Ian Jackson\n- jan\n',
      mode: 'post',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n1. Opening of the meeting\n\n- Jan Beulich\n- Wei Liu\n- [perhaps others, nobody wrote them down]\n- Passthrough [#12](https://example.org/12)\n  - Jan will look at it\n\nWhat is to come:\n\n- Better tests would help all of us\n- Terminal IO\n',
      mode: 'post',
    },
    { good: '# Minutes\n\n## Attendees\n\n- unknown\n\n## Apologies\n\nnone\n', mode: 'post' },
  ],
  concerns: ({ heading, unread }) => unread.length > 0 || isAttendance(heading?.role),
  check: ({ document, sections }) =>
    sections.flatMap((section) => [
      ...unread(section),
      ...unlisted(section, document.facts.sections),
      ...underlined(section, document),
    ]),
});

function unread(section: PlacedFacts): Finding[] {
  const meant = section.facts.unread.filter(({ text }) => !isAgendaItem(text) && !isRemark.test(text));
  return meant.map(({ span, text }) => ({
    span: place(section, span),
    message: say`nobody's name is read from "${shortened(text)}"; write "Name (Company)", or move it out of the list`,
  }));
}

/** All of it stands in brackets. */
const isRemark = /^(?:\([^()]*\)|\[[^[\]]*\])$/;

const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** A list with something in it that is no list of people at all. */
function unlisted({ index, start, facts }: PlacedFacts, sections: readonly PlacedFacts[]): Finding[] {
  const { heading, people, fields, summary } = facts;
  const named = people.length > 0 || facts.unread.length > 0 || fields.some((field) => field.people.length > 0);
  const below = sections[index + 1]?.facts.heading;
  const goesOn =
    below?.group !== undefined || (below !== undefined && heading !== undefined && below.depth > heading.depth);
  if (heading?.role !== 'attendees' || heading.group || named || summary === undefined || goesOn) return [];
  if (/\b(?:unknown|none|not recorded|nobody|n\/a|cancell?ed)\b/i.test(summary)) return [];
  const span = { start: start + heading.titleSpan.start, end: start + heading.titleSpan.end };
  return [
    { span, message: say`no name is read below "${heading.title}"; list people one a line, as "Name (Company)"` },
  ];
}

/** Names that a line of dashes right below them made a heading. */
function underlined(section: PlacedFacts, { text }: Document): Finding[] {
  const { heading } = section.facts;
  if (!heading?.group?.underlined) return [];
  const span = place(section, heading.span);
  const line = Math.max(text.lastIndexOf('\n', span.end - 1), text.lastIndexOf('\r', span.end - 1)) + 1;
  const edits: TextEdit[] = [{ span: { start: line, end: line }, text: lineEnding(text) }];
  return [
    {
      span,
      message: say`the line of dashes right below these names makes a heading of them; put an empty line before it`,
      fixes: [{ title: say`Put an empty line before the dashes`, edits, preferred: true }],
    },
  ];
}
