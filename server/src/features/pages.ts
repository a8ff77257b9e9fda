import type { Archive } from '../archive/archive.js';
import { nearest } from '../rules/nearest.js';
import { either, say } from '../text/say.js';
import type { ArchivedDocument } from './context.js';
import { overview } from './overview.js';
import { overviewPage } from './page/overviewPage.js';
import type { Page } from './page/page.js';
import { personPage, topicPage } from './page/threadPage.js';
import type { ThreadEntry } from './thread/entries.js';
import { isThread, personThread } from './thread/person.js';
import { peopleNamed, type NamedPerson } from './thread/peopleNamed.js';
import { topicThread } from './thread/topic.js';
import { topicYears } from './thread/topicYears.js';

/** Which page about the archive is asked for. */
export type PageAsked = { readonly page: 'overview' } | NamedPage;

/** The page of a topic or of somebody. */
export interface NamedPage {
  readonly page: 'topic' | 'person';
  readonly name: string;
}

/** Why there is no page, as a sentence without a full stop. */
export interface NoPage {
  readonly problem: string;
}

/** A page about some documents, as of a day. */
export function pageOf(documents: readonly ArchivedDocument[], asked: PageAsked, today: string): Page | NoPage {
  if (asked.page === 'overview') return overviewPage(overview(documents, today), today);
  if (asked.page === 'topic') {
    const thread = topicThread(documents, asked.name);
    return thread ? topicPage(thread) : { problem: unknownTopic(documents, asked.name) };
  }
  const thread = personThread(documents, asked.name);
  return isThread(thread) ? personPage(thread) : { problem: nobody(documents, asked.name, thread.candidates) };
}

/** What a thread runs by: of a topic, or of somebody. */
export function threadOf(
  documents: readonly ArchivedDocument[],
  { page, name }: NamedPage,
): readonly ThreadEntry[] | NoPage {
  if (page === 'topic') return topicThread(documents, name)?.entries ?? { problem: unknownTopic(documents, name) };
  const thread = personThread(documents, name);
  return isThread(thread) ? thread.entries : { problem: nobody(documents, name, thread.candidates) };
}

/** A topic to choose. */
export interface NamedTopic {
  readonly name: string;
  readonly group?: string;
  readonly places: number;
  readonly from?: number;
  readonly to?: number;
}

/** Topics and people that documents speak of, to choose one. */
export function subjectsOf(documents: readonly ArchivedDocument[]): {
  readonly topics: readonly NamedTopic[];
  readonly people: readonly NamedPerson[];
} {
  const topics = topicYears(documents).map(({ byYear, ...topic }): NamedTopic => {
    const years = Object.keys(byYear).map(Number);
    const [from, to] = [years[0], years.at(-1)];
    return { ...topic, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  });
  return { topics, people: peopleNamed(documents) };
}

function unknownTopic(documents: readonly ArchivedDocument[], name: string): string {
  const known = archivesOf(documents).flatMap(({ topics }) =>
    topics.all.flatMap((each) => [each.name, ...each.aliases]),
  );
  const near = nearest(name, known);
  const unknown = say`no register has the topic “${name}”, and nothing speaks of it`;
  return near.length > 0 ? say`${unknown}; did you mean ${either(near)}?` : unknown;
}

function nobody(documents: readonly ArchivedDocument[], name: string, candidates: readonly string[]): string {
  if (candidates.length > 0) return say`“${name}” may be ${either([...new Set(candidates)])}; give the full name`;
  const known = archivesOf(documents).flatMap(({ people }) =>
    people.all.flatMap((each) => [each.name, ...each.aliases]),
  );
  const near = nearest(name, known);
  const unknown = say`no register has “${name}”, and no document names anybody so`;
  return near.length > 0 ? say`${unknown}; did you mean ${either(near)}?` : unknown;
}

function archivesOf(documents: readonly ArchivedDocument[]): Archive[] {
  return [...new Set(documents.map(({ archive }) => archive))];
}
