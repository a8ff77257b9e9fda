import type { Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { topicsInSentence } from '../../archive/topicNames.js';
import { topicPlaces, type TopicPlace } from '../../archive/topicPlaces.js';
import type { Topic } from '../../archive/topics.js';
import type { DocumentFacts } from '../../document/document.js';
import { memo } from '../../text/memo.js';
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
  const archives = new Set(documents.map(({ archive }) => archive));
  const topic = [...archives].map((archive) => archive.topic(asked)).find((found) => found !== undefined);
  const name = topic?.name ?? asked;
  const entries = entriesByTopic(documents).get(foldName(name));
  return topic || entries ? { name, ...(topic && { topic }), entries: byDate(entries ?? []) } : undefined;
}

/** What speaks of each topic, by its folded name: one look at each document tells it of all. */
const entriesByTopic = memo((documents: readonly ArchivedDocument[]): ReadonlyMap<string, readonly ThreadEntry[]> => {
  const byTopic = new Map<string, ThreadEntry[]>();
  for (const { archive, document } of documents)
    for (const [topics, entry] of entriesIn(archive, document))
      for (const topic of topics) {
        const known = byTopic.get(topic);
        if (known) known.push(entry);
        else byTopic.set(topic, [entry]);
      }
  return byTopic;
});

/** The entries of a document, each with the folded names of its topics. */
function entriesIn(archive: Archive, document: DocumentFacts): (readonly [ReadonlySet<string>, ThreadEntry])[] {
  if (document.kind === undefined || document.kind === 'people' || document.kind === 'topics') return [];
  const places = topicPlaces(archive, document);
  const about = (index: number, text: string): ReadonlySet<string> =>
    new Set([
      ...places.flatMap(({ section, end, topic }) => (section.index <= index && index < end ? foldName(topic) : [])),
      ...topicsInSentence(archive.topics, text).map(({ name }) => foldName(name)),
    ]);
  const decisions = document.sections.flatMap((section) =>
    section.facts.decisions
      .filter(({ text }) => text !== '')
      .map((each) => [about(section.index, each.text), decisionEntry(document, section, each)] as const),
  );
  const actions = actionsGiven(document).map(
    (each) => [about(each.section.index, each.action.text), actionEntry(archive, each)] as const,
  );
  const spokenOf = places.map((each) => [new Set([foldName(each.topic)]), placeEntry(archive, each)] as const);
  return [...spokenOf, ...decisions, ...actions];
}

function placeEntry(archive: Archive, { document, section, session, kind }: TopicPlace): ThreadEntry {
  if (session) return sessionEntry({ archive, document }, session);
  const { heading } = section.facts;
  const title = heading?.title ?? document.title;
  const at = placed(document, section.start + (heading?.titleSpan.start ?? 0));
  return { kind: kind === 'document' ? (document.kind ?? 'section') : kind, title, ...at };
}
