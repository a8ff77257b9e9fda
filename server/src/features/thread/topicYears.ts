import { foldName } from '../../archive/names.js';
import { topicPlaces } from '../../archive/topicPlaces.js';
import { yearOf } from '../../document/dates.js';
import type { ArchivedDocument } from '../context.js';

/** How often a topic was spoken of, year by year. */
export interface TopicYears {
  readonly name: string;
  /** Of the register; left out where none has the topic, or it stands outside any group. */
  readonly group?: string;
  readonly places: number;
  /** Places that have a year, by it, the first year first. */
  readonly byYear: Readonly<Record<number, number>>;
}

interface Counted {
  readonly name: string;
  readonly group?: string;
  places: number;
  readonly byYear: Record<number, number>;
}

/** The topics that documents speak of, those spoken of most first. */
export function topicYears(documents: readonly ArchivedDocument[]): readonly TopicYears[] {
  const topics = new Map<string, Counted>();
  for (const { archive, document } of documents) {
    const year = yearOf(document.date?.iso);
    for (const { topic: name } of topicPlaces(archive, document)) {
      const group = archive.topic(name)?.group;
      const fresh: Counted = { name, ...(group !== undefined && { group }), places: 0, byYear: {} };
      const topic = topics.get(foldName(name)) ?? fresh;
      topics.set(foldName(name), topic);
      topic.places++;
      if (year !== undefined) topic.byYear[year] = (topic.byYear[year] ?? 0) + 1;
    }
  }
  return [...topics.values()].sort(
    (one, other) => other.places - one.places || one.name.localeCompare(other.name, 'en'),
  );
}
