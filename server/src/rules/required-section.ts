import {
  place,
  titleDepth,
  titleSection,
  type Document,
  type DocumentFacts,
  type PlacedFacts,
} from '../document/document.js';
import { speakersBefore } from '../archive/speakers.js';
import { attendanceOf, requirements, sectionOrders, type SectionRole } from '../document/schema.js';
import type { TextEdit } from '../text/edits.js';
import { say } from '../text/say.js';
import { isBlank } from './blank.js';
import { isCancelled } from './cancelled.js';
import { isHeld } from './emptySections.js';
import { insertAt, insertAtHead, lineEnding } from './insertField.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';

export const requiredSection = defineRule({
  id: 'required-section',
  summary: 'A section that documents of this kind have is missing, or has nothing in it',
  why: 'Minutes that do not say who was there leave it open who agreed.',
  kinds: ['minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# ⟦Developer meeting minutes⟧\n\n- Date: 2013-02-21\n\n## Kexec\n\n- Jan Beulich: nothing new\n',
      fixed:
        '# Developer meeting minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- unknown\n\n## Kexec\n\n- Jan Beulich: nothing new\n',
    },
    {
      bad: '# ⟦Developer meeting minutes⟧\n\n## Agenda\n\nKexec.\n\n### Apologies\n\n- Matt Wilson\n',
      fixed:
        '# Developer meeting minutes\n\n## Agenda\n\nKexec.\n\n### Attendees\n\n- unknown\n\n### Apologies\n\n- Matt Wilson\n',
    },
    {
      bad: '---\ntitle: ⟦Developer meeting minutes⟧\n---\n\n## Kexec\n\nNothing new.\n',
      fixed: '---\ntitle: Developer meeting minutes\n---\n\n## Attendees\n\n- unknown\n\n## Kexec\n\nNothing new.\n',
    },
    {
      bad: '# Developer meeting minutes\n\n## ⟦Attendees⟧\n\n## Kexec\n\n- Jan Beulich: nothing new\n- Wei Liu: nor here\n',
      fixed:
        '# Developer meeting minutes\n\n## Attendees\n\n- unknown\n\n## Kexec\n\n- Jan Beulich: nothing new\n- Wei Liu: nor here\n',
    },
    { good: '# Developer meeting minutes\n\n- Participants: Jan Beulich, Wei Liu\n\n## Kexec\n\nNothing new.\n' },
    { good: '# Developer meeting minutes\n\n**Attendees:** Jan Beulich, Wei Liu\n\n## Kexec\n\nNothing new.\n' },
    { good: '# Developer meeting minutes\n\n**Attendees:**\n\n- Jan Beulich\n\n## Kexec\n\nNothing new.\n' },
    { good: '# Developer meeting minutes\n\n## Attendees\n\n## Agenda\n\nKexec, if Jan is there.\n' },
    { good: '# Developer meeting minutes\n\nThe meeting was cancelled.\n' },
    { good: '# Developer meeting minutes\n' },
  ],
  check: (context) => {
    const { facts } = context.document;
    if (isBlank(facts)) return [];
    return (requirements[context.kind]?.sections ?? []).flatMap((required) => {
      const there = facts.sections.filter(({ facts: { heading } }) => heading?.role === required.role);
      const found = there.length === 0 ? missing(required, context) : empty(there, context);
      return found && !isExcused(required.role, context) ? [found] : [];
    });
  },
});

function missing(required: { title: string; role: SectionRole }, context: DocumentContext): Finding {
  const { document } = context;
  const { title } = required;
  return {
    span: document.facts.titleSpan,
    message: say`the section "${title}" is missing; add it, or say unknown in it`,
    fixes: [
      { title: say`Add the section "${title}"`, edits: [insertSection(document, required, ['unknown'])] },
      ...fromSpeakers(context, (names) => [insertSection(document, required, names)]),
    ],
  };
}

/** Who speaks was there, and may not be all who were. */
function fromSpeakers({ document, archive }: DocumentContext, edits: (names: readonly string[]) => TextEdit[]): Fix[] {
  const names = speakersBefore(archive, document.facts, document.text.length + 1).reverse();
  return names.length === 0 ? [] : [{ title: say`List who spoke: ${names.join(', ')}`, edits: edits(names) }];
}

/** Before a meeting its section is empty by nature; once somebody has said something it is not. */
function empty(there: readonly PlacedFacts[], context: DocumentContext): Finding | undefined {
  const { document } = context;
  const [section] = there;
  const heading = section?.facts.heading;
  if (
    !section ||
    !heading ||
    !there.every((each) => isEmpty(each, document.facts)) ||
    !isHeld(section, document.facts.sections)
  )
    return undefined;
  const newline = lineEnding(document.text);
  const list = (names: readonly string[]): TextEdit[] => [
    insertAt(section.start + heading.span.end, `${newline}${newline}${listed(names, newline)}`),
  ];
  return {
    span: place(section, heading.titleSpan),
    message: say`nobody is listed under "${heading.title}"; list who was there, or say unknown`,
    fixes: [{ title: say`Write "unknown"`, edits: list(['unknown']) }, ...fromSpeakers(context, list)],
  };
}

/** Whether nothing stands under a heading, nor under one below it. */
function isEmpty({ index, facts: { heading, empty: nothing } }: PlacedFacts, { sections }: DocumentFacts): boolean {
  return nothing && (sections[index + 1]?.facts.heading?.depth ?? 0) <= (heading?.depth ?? 0);
}

/** Nobody attends a meeting that is cancelled; a field or line that names who took part says as much as the section. */
function isExcused(role: SectionRole, { document }: DocumentContext): boolean {
  return isCancelled(document) || (role === 'attendees' && namesPeople(document.facts, document.text));
}

const naming: readonly unknown[] = ['Participants', 'Host'];

function namesPeople({ sections }: DocumentFacts, text: string): boolean {
  const named = sections.some(
    ({ facts }) =>
      facts.people.some((mention) => mention.as === 'attendee') ||
      facts.fields.some((field) => naming.includes(field.label) && field.value !== ''),
  );
  return named || [...text.matchAll(labelled)].some(([, label = '']) => attendanceOf(label) === 'attendees');
}

/** `Label: something` at the start of a line, whatever marks stand before it. */
const labelled = /^[ \t>*_+-]*(?![ \t])([a-z ]{3,30}?)[*_]*(?<![ \t])[ \t]*:(?=[*_]*[ \t]*\S)/gim;

function listed(names: readonly string[], newline: string): string {
  return names.map((name) => `- ${name}`).join(newline);
}

/** The section goes before those that follow it by custom, else behind the title and its fields. */
function insertSection(
  document: Document,
  { title, role }: { readonly title: string; readonly role: SectionRole },
  names: readonly string[],
): TextEdit {
  const { facts, text } = document;
  const order = sectionOrders.find((each) => each.includes(role)) ?? [];
  const later = new Set<unknown>(order.slice(order.indexOf(role) + 1));
  const next = facts.sections.find((section) => later.has(section.facts.heading?.role));
  const newline = lineEnding(text);
  const body = (depth: number): string => `${'#'.repeat(depth)} ${title}${newline}${newline}${listed(names, newline)}`;
  if (next) return insertAt(next.start, `${body(next.facts.heading?.depth ?? 2)}${newline}${newline}`);
  const head = titleSection(facts) ?? (facts.sections[0]?.facts.heading ? undefined : facts.sections[0]);
  const written = head && text.slice(head.start, head.end).trimEnd();
  if (!head || !written) return insertAtHead(document, body(2));
  return insertAt(head.start + written.length, `${newline}${newline}${body(titleDepth(facts) + 1)}`);
}
