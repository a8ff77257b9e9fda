import type { Archive } from '../../server/src/archive/archive.js';
import { resolveReference } from '../../server/src/archive/references.js';
import type { Document } from '../../server/src/document/document.js';
import { tellAction, tellPeople } from '../support/told.js';

/** What a document says, as texts that can be compared: what a conversion has to keep. */
export function saying({ facts }: Document, archive: Archive): Record<string, readonly string[]> {
  const sections = facts.sections.map((section) => section.facts);
  const people = sections.flatMap((section) => section.people);
  return {
    document: [facts.kind ?? 'none', facts.title, facts.date?.iso ?? '-'],
    headings: sections.flatMap(({ heading }) =>
      heading && !heading.field
        ? [`${heading.depth} ${heading.mark ?? ''} ${heading.title} ${tellPeople(heading.people)}`]
        : [],
    ),
    sessions: facts.sessions.map(({ title, group, status, hosts, topics, notes, formerly }) =>
      [
        group ?? '-',
        title,
        status,
        tellPeople(hosts.map(({ mention }) => mention)),
        ...[topics, notes, formerly].map((each) => each.join(' + ')),
      ].join(' | '),
    ),
    fields: sections
      .flatMap((section) =>
        section.fields.flatMap(({ label, value }) =>
          label && label !== 'Notes' && label !== 'Description' ? [`${label}: ${squeezed(value)}`] : [],
        ),
      )
      .sort(),
    attendees: people.filter(({ as }) => as === 'attendee').map((each) => tellPeople([each])),
    apologies: people.filter(({ as }) => as === 'apology').map((each) => tellPeople([each])),
    actions: sections.flatMap((section) => section.actions.map((action) => squeezed(tellAction(action)))),
    speeches: sections.flatMap((section) => section.speeches.map(({ speakers }) => tellPeople(speakers))),
    decisions: sections.flatMap((section) => section.decisions.map(({ kind, text }) => `${kind}: ${squeezed(text)}`)),
    clarifications: sections.flatMap((section) =>
      section.clarifications.map(({ by, text }) => `${by?.name ?? '-'}: ${squeezed(text)}`),
    ),
    references: sections
      .flatMap((section) => section.references)
      .map((reference) => {
        const found = resolveReference(archive, reference, facts);
        if (found.kind !== 'found') return reference.target;
        return `${found.document.title}#${found.section?.facts.heading?.title ?? ''}`;
      })
      .sort(),
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
