import type { Archive } from '../archive/archive.js';
import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { Action } from '../document/facts.js';
import { contains } from '../text/span.js';
import { itemsAround } from './itemsAround.js';
import { defineRule, type Fix } from './rule.js';

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
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Events\n\n- ⟦Action⟧: Lars and Jan to book a room\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Events\n\n- ACTION Lars, Jan: book a room\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦ACTION⟧ book a room\n' },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ⟦ACTION⟧: Lars: book a room\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars: book a room\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION unknown: book a room\n- ACTION Lars: ping\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- book a room\n  - done\n' },
  ],
  concerns: ({ actions }) => actions.some(isUnowned),
  check: ({ document, archive, sections }) =>
    sections.flatMap((section) =>
      section.facts.actions.filter(isUnowned).map((action) => {
        const told = toldOwners(action, section, document, archive);
        const fixes = told ? [own(action, section, told)] : ownedBy(action, section, document, archive);
        const message = told ? onlyTold(told.names) : unnamed;
        return { span: place(section, action.markerSpan), message, ...(fixes.length > 0 && { fixes }) };
      }),
    ),
});

function isUnowned({ ownersText, ownerStatedUnknown, text, markerSpan }: Action): boolean {
  return ownersText === '' && !ownerStatedUnknown && text !== '' && markerSpan.end > markerSpan.start;
}

const unnamed =
  'no owner stands at the head of this action; write "ACTION Name:", or "ACTION unknown:" if nobody knows';

function onlyTold(names: readonly string[]): string {
  return `the owner stands in the text only; write "ACTION ${names.join(', ')}:"`;
}

/** Owners, and how many characters of the action's text tell them. */
interface Owners {
  readonly names: readonly string[];
  readonly told: number;
}

/** Whom the text says is to do it, as in `Lars and Jan to book a room`. */
function toldOwners(action: Action, section: PlacedFacts, document: Document, archive: Archive): Owners | undefined {
  const written = document.text.slice(section.start + action.textSpan.start, section.start + action.textSpan.end);
  const stated = /^([^\n:;.]{2,60}?)(?:\s+(?:to|will)\s+(?=\p{Ll})|:\s+|\s+[-–—]\s+)/u.exec(written);
  if (!stated) return undefined;
  const names = (stated[1] ?? '').split(/\s*(?:,|&|\/|\band\b)\s*/);
  return names.every((name) => isKnown(name, document, archive)) ? { names, told: stated[0].length } : undefined;
}

/** Owners that are close at hand: who speaks just above. */
function ownedBy(action: Action, section: PlacedFacts, document: Document, archive: Archive): Fix[] {
  const speakers = speakersAbove(action, section, document).filter((name) => isKnown(name, document, archive));
  return speakers.map((name) => own(action, section, { names: [name], told: 0 }));
}

function isKnown(name: string, document: Document, archive: Archive): boolean {
  const { kind } = archive.person(name, document.facts);
  return kind === 'person' || kind === 'present';
}

/** Puts owners into the action's head; what told them in its text goes. */
function own(action: Action, section: PlacedFacts, { names, told }: Owners): Fix {
  const start = action.canonicalHead?.span.start ?? action.markerSpan.start;
  const emphasis = /^[*_]*/.exec(action.canonicalHead?.text ?? '')?.[0] ?? '';
  const due = action.due === undefined ? '' : ` (by ${action.due.text})`;
  const span = place(section, { start, end: action.textSpan.start + told });
  const text = `${emphasis}ACTION ${names.join(', ')}${due}: `;
  return { title: `Give it to ${names.join(' and ')}`, edits: [{ span, text }] };
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
