import { grouped } from '../../text/grouped.js';
import { mentionsIn, type Archive } from '../../archive/archive.js';
import { isOpen } from '../../archive/actions.js';
import { foldName } from '../../archive/names.js';
import { topicPlaces, type TopicPlace } from '../../archive/topicPlaces.js';
import { yearOf } from '../../document/dates.js';
import type { DocumentFacts, PlacedFacts } from '../../document/document.js';
import type { DocumentKind } from '../../document/schema.js';
import type { SessionFact } from '../../document/sessions.js';
import type { Span } from '../../text/span.js';
import { shownName } from '../people.js';

/** A section that can be found. */
export interface SearchEntry {
  readonly id: string;
  readonly path: string;
  readonly kind: DocumentKind;
  /** Of the section; the document's where it has none. */
  readonly title: string;
  /** Title of the document. */
  readonly page: string;
  readonly year?: number;
  /** In the document. */
  readonly span: Span;
  /** Names and topics, as shown. */
  readonly people: readonly string[];
  readonly topics: readonly string[];
  /** What `has:` and `is:` find it by. */
  readonly states: ReadonlySet<string>;
}

/** The sections of a document that is of our kinds. What stands below one that speaks of a topic does so as well. */
export function entriesOf(archive: Archive, document: DocumentFacts): SearchEntry[] {
  const { path, kind, title: page, date, sections } = document;
  if (!kind) return [];
  const year = yearOf(date?.iso);
  const sessions = new Map(document.sessions.map((session) => [session.section, session]));
  const places = grouped(topicPlaces(archive, document), sectionsOf);
  return sections.map((section): SearchEntry => {
    const session = sessions.get(section.index);
    return {
      id: `${path}\n${section.index}`,
      path,
      kind,
      title: section.facts.heading?.title ?? page,
      page,
      ...(year !== undefined && { year }),
      span: { start: section.start, end: section.end },
      people: unique(
        mentionsIn(section)
          .filter((mention) => !mention.unnamed)
          .map((mention) => shownName(archive, mention, document)),
      ),
      topics: unique((places.get(section.index) ?? []).map(({ topic }) => topic)),
      states: statesOf(section, session),
    };
  });
}

/** Indexes of the sections that a place consists of. */
function sectionsOf({ section, end }: TopicPlace): number[] {
  return Array.from({ length: end - section.index }, (_, at) => section.index + at);
}

function statesOf({ facts }: PlacedFacts, own: SessionFact | undefined): ReadonlySet<string> {
  return new Set([
    ...(own?.status === 'notes' ? ['has notes'] : []),
    ...(own?.status === 'todo' ? ['is todo'] : []),
    ...(facts.actions.length > 0 ? ['has actions'] : []),
    ...(facts.actions.some((action) => !action.previous && isOpen(action)) ? ['is open'] : []),
    ...(facts.decisions.length > 0 ? ['has decisions'] : []),
  ]);
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [foldName(name), name])).values()];
}
