import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact } from '../document/sessions.js';
import { memo } from '../text/memo.js';
import type { Archive } from './archive.js';
import { foldName } from './names.js';
import { sessionOfNotes } from './sessionNotes.js';
import { topicsInTitle } from './topicNames.js';
import type { Topics } from './topics.js';

/**
 * What speaks of a topic: a session, a group of an event's page, another section, or a document as a whole. What stands below it speaks
 * of the topic as well, and is no place of its own.
 */
export interface TopicPlace {
  readonly document: DocumentFacts;
  readonly section: PlacedFacts;
  readonly kind: 'session' | 'group' | 'section' | 'document';
  readonly session?: SessionFact;
  /** Name of the topic: the register's, else as written. */
  readonly topic: string;
  /** Indexes of the sections that it consists of: from its own up to this one, which is the next thing. */
  readonly end: number;
}

/** The places of a document that speak of topics, in text order; one that speaks of several is there for each. */
export function topicPlaces(archive: Archive, document: DocumentFacts): readonly TopicPlace[] {
  const own = statedPlaces(archive.topics, document);
  if (document.kind !== 'notes') return own;
  const entry = sessionOfNotes(archive, document);
  const section = document.sections[document.titleIndex ?? 0];
  if (!entry || !section) return own;
  const ofSession = statedPlaces(archive.topics, entry.document)
    .filter(({ session }) => session === entry.session)
    .map(({ topic }): TopicPlace => ({ document, section, kind: 'document', topic, end: document.sections.length }));
  const inherited = new Set(ofSession.map(({ topic }) => topic));
  return [...ofSession, ...own.filter(({ topic }) => !inherited.has(topic))];
}

/** The places of documents that speak of one topic. */
export function placesOfTopic(archive: Archive, name: string, documents: Iterable<DocumentFacts>): TopicPlace[] {
  const key = foldName(topicName(archive.topics, name));
  return [...documents].flatMap((document) =>
    topicPlaces(archive, document).filter(({ topic }) => foldName(topic) === key),
  );
}

/** The register's name of a topic, else the name as it is. */
function topicName(topics: Topics, name: string): string {
  return topics.byName.get(foldName(name))?.name ?? name;
}

/** What a document itself says of topics, by its fields and titles. Registers and what is none of our kinds speak of none. */
const statedPlaces = memo((topics: Topics, document: DocumentFacts): readonly TopicPlace[] => {
  const { kind, sections, sessions } = document;
  if (kind === undefined || kind === 'people' || kind === 'topics') return [];
  const bySection = new Map(sessions.map((session) => [session.section, session]));
  const places: TopicPlace[] = [];
  /** Levels of the headings below which a topic has been spoken of already. */
  const within = new Map<string, number>();
  for (const section of sections) {
    const depth = section.facts.heading?.depth ?? 0;
    for (const [topic, level] of within) if (depth <= level) within.delete(topic);
    const session = bySection.get(section.index);
    for (const topic of topicsOf(topics, section, session)) {
      if (within.has(topic)) continue;
      const place = placeIn(document, section, session);
      places.push({ document, section, topic, ...place });
      if (place.end > section.index + 1) within.set(topic, depth);
    }
  }
  return exactPlaces(places);
});

function topicsOf(topics: Topics, { facts }: PlacedFacts, session: SessionFact | undefined): ReadonlySet<string> {
  const stated = [...(fieldNamed(facts, 'Topics')?.items.map(({ text }) => text) ?? []), ...(session?.topics ?? [])];
  const titled = facts.heading ? topicsInTitle(topics, facts.heading.title) : [];
  return new Set([...stated.map((name) => topicName(topics, name)), ...titled.map(({ name }) => name)]);
}

type Extent = Pick<TopicPlace, 'kind' | 'session' | 'end'>;

function placeIn(document: DocumentFacts, section: PlacedFacts, session: SessionFact | undefined): Extent {
  const { sections, titleIndex = 0 } = document;
  const level = section.facts.heading?.depth ?? 0;
  let end = section.index + 1;
  while (end < sections.length && (sections[end]?.facts.heading?.depth ?? Infinity) > level) end++;
  if (session) return { kind: 'session', session, end };
  const isTitle = section.index <= titleIndex;
  // A page or meeting speaks of many things: what is named at its head is not what each of its sections is about.
  if (isTitle) return { kind: 'document', end: isOfManyThings(document) ? section.index + 1 : sections.length };
  const isGroup = document.kind === 'event' && level <= (sections[titleIndex]?.facts.heading?.depth ?? 1) + 1;
  return { kind: isGroup ? 'group' : 'section', end };
}

function isOfManyThings({ kind }: DocumentFacts): boolean {
  return kind === 'event' || kind === 'minutes';
}

/** Where a section of such a document speaks of what its head names, that section is meant. */
function exactPlaces(places: readonly TopicPlace[]): readonly TopicPlace[] {
  const inSections = new Set(places.filter(({ kind }) => kind !== 'document').map(({ topic }) => topic));
  return places.filter(
    ({ kind, document, topic }) => kind !== 'document' || !isOfManyThings(document) || !inSections.has(topic),
  );
}
