import type { Archive } from '../archive/archive.js';
import { resolvedName } from '../archive/people.js';
import { presentUnder } from '../archive/presence.js';
import { speakersBefore } from '../archive/speakers.js';
import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { Action } from '../document/facts.js';
import { askedOfAll, notTheSubject, stated } from '../document/schema.js';
import { contains } from '../text/span.js';
import { itemsAround } from './itemsAround.js';
import { defineRule, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const actionNoOwner = defineRule({
  id: 'action-no-owner',
  summary: 'An action has no owner',
  why: 'What everybody is asked to do nobody does, and next time nobody knows whom to ask.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- Lars: the room is not booked\n  - ⟦ACTION⟧: ping the hotel\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- Lars: the room is not booked\n  - ACTION Lars: ping the hotel\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦ACTION⟧ book a room\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars Kurth: book a room\n',
    },
    {
      bad: '# Minutes\n\n- Participants: unknown\n\n## Events\n\n- ⟦ACTION⟧: book a room\n',
      fixed: '# Minutes\n\n- Participants: unknown\n\n## Events\n\n- ACTION unknown: book a room\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Events\n\n- Jan: the hotel\n- Lars: the room\n- ⟦ACTION⟧: book it\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Events\n\n- Jan: the hotel\n- Lars: the room\n- ACTION Lars Kurth: book it\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION unknown: book a room\n- ACTION Lars: ping\n- ACTION: Lars: book a room\n- Action: Lars and Jan to book a room\n- Lars: the room is not booked [ACTION]\n',
    },
    {
      bad: "# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦ACTION⟧: ask Lars for the list\n- ⟦ACTION⟧: move Lars's slides\n",
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION: remove the page (Lars to answer)\n- ACTION: Rename it, Lars agreed to do so\n- ACTION: all to read the draft\n- ACTION: Consensus is to wait\n- ACTION: members of the board to vote\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- book a room\n  - done\n' },
  ],
  concerns: ({ actions }) => actions.some(isUnowned),
  check: ({ document, archive, sections }) =>
    sections.flatMap((section) =>
      section.facts.actions
        .filter((action) => isUnowned(action) && !saysWho(action.text, document, archive))
        .map((action) => {
          const fixes = ownedBy(action, section, document, archive);
          return { span: place(section, action.markerSpan), message: unnamed(), fixes };
        }),
    ),
});

function isUnowned({ ownersText, ownerStatedUnknown, text, markerSpan }: Action): boolean {
  return ownersText === '' && !ownerStatedUnknown && text !== '' && markerSpan.end > markerSpan.start;
}

/**
 * Whether an action's words tell who does it, be it not at the head: somebody present is its subject, or all are asked; or it says
 * what is the case and asks for nothing.
 */
function saysWho(text: string, { facts }: Document, archive: Archive): boolean {
  if (askedOfAll.test(text) || stated.test(text)) return true;
  const { presence } = archive.company(facts);
  const words = text.split(/[\s,;:()/&"“”]+/);
  return words.some((word, index) => {
    const called = word.replace(/[.!?]$/, '');
    if (!/^[@\p{Lu}]/u.test(called) || notTheSubject.test(words[index - 1] ?? '')) return false;
    return presentUnder(presence, called.replace(/^@/, '')).length > 0;
  });
}

const unnamed = (): string =>
  say`no owner stands at the head of this action; write "ACTION Name:", or "ACTION unknown:" if nobody knows`;

/** More names than these are a list to search, not to choose from. */
const mostOwners = 6;

/** Owners that are close at hand, the likeliest first: who speaks just above, who spoke last, who else is there; and that nobody is known. */
function ownedBy(action: Action, section: PlacedFacts, document: Document, archive: Archive): Fix[] {
  const { facts } = document;
  const above = speakersAbove(action, section, document).filter((name) => isKnown(name, document, archive));
  const canonical = new Set(above.map((name) => resolvedName(archive.person(name, facts)) ?? name));
  const spoke = speakersBefore(archive, facts, section.start + action.span.start);
  const others = [...spoke, ...archive.company(facts).presence.names].filter((name) => !canonical.has(name));
  const names = [...above, ...new Set(others)].slice(0, mostOwners);
  return [
    ...names.map((name) => own(action, section, { name, title: say`Give it to ${name}` })),
    own(action, section, { name: 'unknown', title: say`Write "ACTION unknown:"` }),
  ];
}

function isKnown(name: string, document: Document, archive: Archive): boolean {
  const { kind } = archive.person(name, document.facts);
  return kind === 'person' || kind === 'present';
}

/** Puts an owner into the action's head, or behind its marker where that stands at the end. */
function own(
  action: Action,
  section: PlacedFacts,
  { name, title }: { readonly name: string; readonly title: string },
): Fix {
  const { canonicalHead: head, markerSpan, textSpan } = action;
  if (markerSpan.start >= textSpan.end)
    return { title, edits: [{ span: place(section, markerSpan), text: `ACTION ${name}` }] };
  const start = head?.span.start ?? markerSpan.start;
  const emphasis = /^[*_]*/.exec(head?.text ?? '')?.[0] ?? '';
  const due = action.due === undefined || action.due.inText ? '' : ` (by ${action.due.text})`;
  const text = `${emphasis}ACTION ${name}${due}: `;
  return { title, edits: [{ span: place(section, { start, end: textSpan.start }), text }] };
}

/** Who speaks in the nearest list item around an action. */
function speakersAbove(action: Action, section: PlacedFacts, document: Document): string[] {
  const around = itemsAround(document.cut.sections[section.index]?.blocks ?? [], action.span).slice(0, -1);
  for (const item of around.reverse()) {
    const first = item.children[0]?.span;
    const speech = section.facts.speeches.find((each) => first && contains(first, each.span));
    if (speech) return speech.speakers.map((speaker) => speaker.name);
  }
  return [];
}
