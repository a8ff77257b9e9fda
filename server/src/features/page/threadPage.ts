import { grouped } from '../../text/grouped.js';
import { say } from '../../text/say.js';
import { affiliationDated } from '../people.js';
import type { ThreadEntry } from '../thread/entries.js';
import type { PersonThread } from '../thread/person.js';
import type { TopicThread } from '../thread/topic.js';
import { beyond, separated, type Linked, type Page, type PageSection } from './page.js';
import { entryWords, extent } from './threadWords.js';

/** So many lines of a year are read. */
const mostOfYear = 200;

/** A topic through the years; `most` lines of each. */
export function topicPage({ name, topic, entries }: TopicThread, most = mostOfYear): Page {
  const { group, about, aliases = [], seeAlso = [] } = topic ?? {};
  return {
    title: name,
    lead: [
      [group === undefined ? say`Topic` : say`Topic of ${group}`, '·', extent(entries)],
      ...(about === undefined ? [] : [[about]]),
      ...(aliases.length > 0 ? [[say`Also known as: ${aliases.join(', ')}`]] : []),
      ...(seeAlso.length > 0 ? [[say`See also:`, ...separated(seeAlso.map((each) => linked('topic', each)))]] : []),
      ...(topic ? [] : [[say`No register has this topic.`]]),
    ],
    sections: sectionsOf(entries, most),
  };
}

/** Somebody through the years; `most` lines of each. */
export function personPage({ name, person, affiliations, stated, entries }: PersonThread, most = mostOfYear): Page {
  const { about, aliases = [] } = person ?? {};
  const documents = stated.map(({ name: company, years }) =>
    years.length > 0 ? `${company} (${years.join(', ')})` : company,
  );
  return {
    title: name,
    lead: [
      [person ? say`Person` : say`Person in no register`, '·', extent(entries)],
      ...(about === undefined ? [] : [[about]]),
      ...(aliases.length > 0 ? [[say`Also known as: ${aliases.join(', ')}`]] : []),
      ...(affiliations.length > 0 ? [[say`Affiliation: ${affiliations.map(affiliationDated).join(', ')}`]] : []),
      ...(documents.length > 0 ? [[say`Affiliation as documents have it: ${documents.join(', ')}`]] : []),
    ],
    sections: sectionsOf(entries, most),
  };
}

function linked(to: 'topic' | 'person', name: string): Linked {
  return { text: name, link: { to, name } };
}

/** What is to be done comes first, then all of it, year by year. */
function sectionsOf(entries: readonly ThreadEntry[], most: number): PageSection[] {
  const open = entries.filter((entry) => entry.open);
  const years = grouped(entries, ({ date }) => [date?.slice(0, 4)]);
  const list = (title: string, all: readonly ThreadEntry[]): PageSection => {
    const items = all.slice(0, most).map(entryWords);
    return { title, blocks: [{ kind: 'list', items }, ...beyond(all.length - items.length)] };
  };
  return [
    ...(open.length > 0 ? [list(say`Still to be done`, open)] : []),
    ...[...years].map(([year, all]) => list(year ?? say`Without a date`, all)),
  ];
}
