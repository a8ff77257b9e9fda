import { foldName } from '../../archive/names.js';
import { fieldNamed } from '../../document/reading/section.js';
import { placeOf, type Place, type Scope } from './scope.js';

export interface TopicRow extends Place {
  readonly name: string;
  readonly group?: string;
  readonly aliases: readonly string[];
  /** How many sections and sessions name it in their Topics field. */
  readonly mentions: number;
}

/** Topics of the archive's own register; of the fallback's where it has none. A register not asked for gives those named. */
export function queryTopics(scope: Scope): TopicRow[] {
  const { archive } = scope;
  const counts = countTopics(scope);
  const own = archive.topics.all.filter((topic) => archive.documents.has(topic.path));
  const asked = new Set(scope.documents.map((document) => document.path));
  return (own.length > 0 ? own : archive.topics.all).flatMap((topic) => {
    const mentions = counts.get(foldName(topic.name)) ?? 0;
    const document = archive.document(topic.path);
    if (!document || (mentions === 0 && !asked.has(topic.path))) return [];
    const { name, group, aliases } = topic;
    return [
      { name, ...(group !== undefined && { group }), aliases, mentions, ...placeOf(scope, document, topic.span.start) },
    ];
  });
}

/** Sections by folded canonical name of the topics they name; one that names a topic twice counts once. */
function countTopics({ archive, documents }: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of documents.flatMap((document) => document.sections)) {
    const named = fieldNamed(facts, 'Topics')?.items.flatMap((item) => archive.topic(item.text)?.name ?? []) ?? [];
    for (const name of new Set(named.map(foldName))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
