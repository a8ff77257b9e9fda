import type { Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { topicsInSentence } from '../../archive/topicNames.js';
import { placesOfTopic, type TopicPlace } from '../../archive/topicPlaces.js';
import type { Topic } from '../../archive/topics.js';
import type { DocumentFacts } from '../../document/document.js';
import type { ArchivedDocument } from '../context.js';
import { actionEntry, actionsGiven, byDate, decisionEntry, placed, sessionEntry, type ThreadEntry } from './entries.js';

/** A topic through the years: what speaks of it, and what was decided and is to be done about it. */
export interface TopicThread {
  /** The register's name, else as asked for. */
  readonly name: string;
  /** Absent where no register has it. */
  readonly topic?: Topic;
  /** The oldest first. */
  readonly entries: readonly ThreadEntry[];
}

/** The thread of a topic; `undefined` for a name that no register has and no document speaks of. */
export function topicThread(documents: readonly ArchivedDocument[], asked: string): TopicThread | undefined {
  const topic = documents.map(({ archive }) => archive.topic(asked)).find((found) => found !== undefined);
  const name = topic?.name ?? asked;
  const entries = documents.flatMap(({ archive, document }) => entriesIn(archive, document, name));
  if (!topic && entries.length === 0) return undefined;
  return { name, ...(topic && { topic }), entries: byDate(entries) };
}

function entriesIn(archive: Archive, document: DocumentFacts, name: string): ThreadEntry[] {
  if (document.kind === undefined || document.kind === 'people' || document.kind === 'topics') return [];
  const places = placesOfTopic(archive, name, [document]);
  const isSpokenOf = (index: number): boolean =>
    places.some(({ section, end }) => section.index <= index && index < end);
  const isNamed = (text: string): boolean =>
    topicsInSentence(archive.topics, text).some((topic) => foldName(topic.name) === foldName(name));
  const decisions = document.sections.flatMap((section) =>
    section.facts.decisions
      .filter(({ text }) => text !== '' && (isSpokenOf(section.index) || isNamed(text)))
      .map((decision) => decisionEntry(document, section, decision)),
  );
  const actions = actionsGiven(document)
    .filter(({ section, action }) => isSpokenOf(section.index) || isNamed(action.text))
    .map((entry) => actionEntry(archive, entry));
  return [...places.map((each) => placeEntry(archive, each)), ...decisions, ...actions];
}

function placeEntry(archive: Archive, { document, section, session, kind }: TopicPlace): ThreadEntry {
  if (session) return sessionEntry({ archive, document }, session);
  const { heading } = section.facts;
  const title = heading?.title ?? document.title;
  const at = placed(document, section.start + (heading?.titleSpan.start ?? 0));
  return { kind: kind === 'document' ? (document.kind ?? 'section') : kind, title, ...at };
}
