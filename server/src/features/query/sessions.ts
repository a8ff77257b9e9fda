import { foldTitle } from '../../archive/names.js';
import { titleDepth, type DocumentFacts } from '../../document/document.js';
import { fieldNamed } from '../../document/reading/section.js';
import type { SessionFact } from '../../document/sessions.js';
import { sessionNotes, type NotesStatus } from '../../archive/sessionNotes.js';
import { personRow, type PersonRow } from './people.js';
import { datesOf, isOfEvent, placeOf, type Place, type Scope } from './scope.js';

export interface SessionRow extends Place {
  /** `Page#Title`, as a reference in double brackets has it. */
  readonly id: string;
  readonly title: string;
  /** Title of the event's page; the Event field of a proposal that stands alone. */
  readonly event?: string;
  readonly group?: string;
  readonly status: NotesStatus;
  readonly hosts: readonly PersonRow[];
  readonly topics: readonly string[];
  /** Addresses of the notes. */
  readonly notes: readonly string[];
  /** Paths of the archive's own documents that are the notes; left out when there are none. */
  readonly documents?: readonly string[];
  readonly formerly: readonly string[];
}

export interface SessionFilter {
  readonly event?: string | undefined;
  readonly status?: NotesStatus | undefined;
}

export function querySessions(scope: Scope, filter: SessionFilter): SessionRow[] {
  return scope.documents
    .filter((document) => filter.event === undefined || isOfEvent(document, filter.event))
    .flatMap((document) => document.sessions.map((session) => sessionRow(scope, document, session)))
    .filter((row) => filter.status === undefined || row.status === filter.status);
}

function sessionRow(scope: Scope, document: DocumentFacts, session: SessionFact): SessionRow {
  const { title, group, formerly } = session;
  const { status, addresses, documents } = sessionNotes(scope.archive, session);
  const section = document.sections[session.section];
  const event = document.kind === 'event' ? document.title : section && fieldNamed(section.facts, 'Event')?.value;
  return {
    id: event === undefined ? title : `${event}#${title}`,
    title,
    ...(event !== undefined && { event }),
    ...(group !== undefined && { group }),
    status,
    hosts: session.hosts.map(({ mention }) => personRow(scope.archive, document, mention)),
    topics: [...new Set(session.topics.map((topic) => scope.archive.topic(topic)?.name ?? topic))],
    notes: addresses,
    ...(documents.length > 0 && { documents: documents.map(({ path }) => scope.show(path)) }),
    formerly,
    ...placeOf(scope, document, session.titleSpan.start),
  };
}

export interface EventRow extends Place {
  readonly title: string;
  readonly date?: string;
  readonly dateEnd?: string;
  readonly place?: string;
  readonly sessions: number;
  readonly groups: readonly string[];
}

/** Event pages. */
export function queryEvents(scope: Scope, filter: { readonly event?: string | undefined }): EventRow[] {
  return scope.documents
    .filter(
      (document) => document.kind === 'event' && (filter.event === undefined || isOfEvent(document, filter.event)),
    )
    .map((document) => {
      const place = document.sections.slice(0, 2).flatMap(({ facts }) => fieldNamed(facts, 'Place')?.value ?? [])[0];
      return {
        title: document.title,
        ...datesOf(document),
        ...(place !== undefined && { place }),
        sessions: document.sessions.length,
        groups: groupsOf(document),
        ...placeOf(scope, document, document.titleSpan.start),
      };
    });
}

/** Headings right below the page's title that are no session, whether sessions stand under them or not. */
function groupsOf(document: DocumentFacts): string[] {
  const depth = titleDepth(document) + 1;
  const sessions = new Set(document.sessions.map((session) => session.section));
  const groups = document.sections.flatMap(({ index, facts: { heading } }) => {
    const isPeople = heading?.role === 'attendees' || heading?.role === 'apologies';
    return heading && heading.depth === depth && !heading.field && !isPeople && !sessions.has(index)
      ? [heading.title]
      : [];
  });
  const named = document.sessions.flatMap((session) => session.group ?? []);
  return [...new Map([...groups, ...named].map((title) => [foldTitle(title), title])).values()];
}
