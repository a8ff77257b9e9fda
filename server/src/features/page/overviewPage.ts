import type { NotesStatus } from '../../archive/sessionNotes.js';
import { counted, say } from '../../text/say.js';
import type { ArchivedNotes, ArchivedSession } from '../archiveContents.js';
import type { OwnerActions, Overview, SessionYear } from '../overview.js';
import type { AgedAction } from '../overview/openActions.js';
import type { TopicYears } from '../thread/topicYears.js';
import {
  barOf,
  beyond,
  countCell,
  separated,
  type Page,
  type PageBlock,
  type PageCell,
  type PageSection,
  type Tone,
  type Words,
} from './page.js';
import { statusTag, statusTone } from './threadWords.js';

/** So many rows and lines are read; what is beyond is counted. */
const mostTopics = 40;
const mostOwners = 50;
const mostListed = 20;
const mostOfOne = 8;

/** An archive at a glance, as of a day. */
export function overviewPage(found: Overview, today: string): Page {
  const { documents, sessions, meetings, actions } = found;
  const counts = [
    counted(documents, say`1 document`, say`${documents} documents`),
    counted(sessions, say`1 session`, say`${sessions} sessions`),
    counted(meetings, say`minutes of 1 meeting`, say`minutes of ${meetings} meetings`),
    counted(actions, say`1 open action`, say`${actions} open actions`),
  ];
  return {
    title: say`Overview of the archive`,
    lead: [[say`${counts.join(', ')}; as of ${today}`]],
    sections: [yearsSection(found.years), topicsSection(found.topics), actionsSection(found), owedSection(found)],
  };
}

const statuses: readonly NotesStatus[] = ['notes', 'draft', 'todo', 'unknown', 'none'];

function yearsSection(years: readonly SessionYear[]): PageSection {
  const title = say`Sessions by year`;
  if (years.length === 0) return nothing(title, say`There are no sessions yet.`);
  const most = Math.max(...years.map(({ sessions }) => sessions));
  const rows = years.map(({ year, sessions, byStatus }) => ({
    head: [year === undefined ? say`no date` : String(year)],
    cells: [countCell(sessions), ...statuses.map((status) => countCell(byStatus[status]))],
    bar: barOf(
      statuses.map((status) => [byStatus[status], statusTone[status]] as const),
      most,
    ),
  }));
  const columns = [
    { title: say`Year` },
    { title: say`Sessions` },
    ...statuses.map((status) => ({ title: columnWord(status), tone: statusTone[status] })),
  ];
  const caption = say`How many sessions there were in each year, by what is known of their notes`;
  return {
    title,
    blocks: [
      { kind: 'table', caption, columns, rows: rows.map(({ bar, ...row }) => ({ ...row, ...(bar && { bar }) })) },
    ],
  };
}

/** What the caption says is not said again in each column. */
function columnWord(status: NotesStatus): string {
  switch (status) {
    case 'draft':
      return say`draft`;
    case 'notes':
      return say`posted`;
    case 'none':
      return say`none`;
    case 'todo':
      return say`to be written`;
    case 'unknown':
      return say`not known`;
  }
}

function topicsSection(topics: readonly TopicYears[]): PageSection {
  const title = say`Topics through the years`;
  if (topics.length === 0) return nothing(title, say`Nothing speaks of a topic yet.`);
  const shown = topics.slice(0, mostTopics);
  const years = [...new Set(shown.flatMap(({ byYear }) => Object.keys(byYear).map(Number)))].sort(
    (one, other) => one - other,
  );
  const most = Math.max(...shown.flatMap(({ byYear }) => Object.values(byYear)), 1);
  const cell = (count: number): PageCell => ({ ...countCell(count), heat: Math.ceil((4 * count) / most) });
  const rows = shown.map(({ name, places, byYear }) => ({
    head: [{ text: name, link: { to: 'topic', name } }] as const,
    cells: [...years.map((year) => cell(byYear[year] ?? 0)), countCell(places)],
  }));
  const columns = [say`Topic`, ...years.map(String), say`all`].map((each) => ({ title: each }));
  const caption = say`How many sessions, groups, sections and documents spoke of a topic in each year`;
  const more = topics.slice(mostTopics).map(({ name }) => ({ text: name, link: { to: 'topic', name } }) as const);
  return {
    title,
    blocks: [
      { kind: 'table', caption, columns, rows },
      ...(more.length > 0 ? [{ kind: 'words', words: [say`Also spoken of:`, ...separated(more)] } as const] : []),
    ],
  };
}

/** How long actions have been open, as columns: each counts what the one before does not. */
const ages: readonly {
  readonly tone: Tone;
  readonly title: () => string;
  readonly has: (action: AgedAction) => boolean;
}[] = [
  { tone: 'due', title: () => say`overdue`, has: ({ overdue }) => overdue },
  { tone: 'begun', title: () => say`a year or more`, has: ({ months = -1 }) => months >= 12 },
  { tone: 'plain', title: () => say`three months or more`, has: ({ months = -1 }) => months >= 3 },
  { tone: 'good', title: () => say`newer`, has: ({ months }) => months !== undefined },
  { tone: 'quiet', title: () => say`no date`, has: () => true },
];

function agesOf({ actions }: OwnerActions): readonly number[] {
  const counts = ages.map(() => 0);
  for (const action of actions) {
    const at = ages.findIndex(({ has }) => has(action));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function actionsSection({ owners }: Overview): PageSection {
  const title = say`Open actions by owner and age`;
  if (owners.length === 0) return nothing(title, say`No action is open.`);
  const shown = owners.slice(0, mostOwners);
  const most = Math.max(...shown.map(({ actions }) => actions.length));
  const rows = shown.map((each) => {
    const counts = agesOf(each);
    const bar = barOf(
      ages.map(({ tone }, index) => [counts[index] ?? 0, tone] as const),
      most,
    );
    return {
      head: [ownerWord(each)],
      cells: [countCell(each.actions.length), ...counts.map(countCell)],
      ...(bar && { bar }),
    };
  });
  const columns = [
    { title: say`Owner` },
    { title: say`Open` },
    ...ages.map(({ tone, title: of }) => ({ tone, title: of() })),
  ];
  const caption = say`How many actions are open, by who they were given to and for how long`;
  return {
    title,
    blocks: [
      { kind: 'table', caption, columns, rows },
      ...beyond(owners.length - shown.length),
      ...owners.slice(0, mostListed).flatMap(listOfOwner),
    ],
  };
}

function ownerWord({ owner }: OwnerActions): Words[number] {
  return owner === undefined ? say`Nobody named` : { text: owner, link: { to: 'person', name: owner } };
}

function listOfOwner(each: OwnerActions): PageBlock[] {
  const { actions } = each;
  const items = actions.slice(0, mostOfOne).map(actionWords);
  return [
    { kind: 'heading', words: [ownerWord(each)] },
    { kind: 'list', items },
    ...beyond(actions.length - items.length),
  ];
}

function actionWords({ text, path, line, document, date, due, overdue }: AgedAction): Words {
  const where = [document, date].filter((part) => part !== undefined).join(', ');
  const until = due === undefined ? [] : [{ aside: say`due ${due}` }];
  return [
    { text, link: { to: 'place', path, line } },
    { aside: `(${where})` },
    ...until,
    ...(overdue ? [{ tag: say`overdue`, tone: 'due' } as const] : []),
  ];
}

function owedSection({ owed, drafts }: Overview): PageSection {
  const title = say`What is owed`;
  if (owed.length + drafts.length === 0)
    return nothing(title, say`Every session says what became of its notes, and all notes are posted.`);
  const pages = owed.map(({ title: page, sessions }) => ({ page, items: sessions.map(owedWords) }));
  const unposted = drafts.length > 0 ? [{ page: say`Drafts not posted`, items: drafts.map(draftWords) }] : [];
  return {
    title,
    blocks: [...unposted, ...pages].flatMap(({ page, items }): PageBlock[] => [
      { kind: 'heading', words: [page] },
      { kind: 'list', items: items.slice(0, mostListed * mostOfOne) },
      ...beyond(items.length - mostListed * mostOfOne),
    ]),
  };
}

function owedWords({ title, path, line, hosts, status }: ArchivedSession): Words {
  const people = hosts.map((name) => ({ text: name, link: { to: 'person', name } }) as const);
  return [{ text: title, link: { to: 'place', path, line } }, ...separated(people), statusTag(status)];
}

function draftWords({ title, path, line, date }: ArchivedNotes): Words {
  return [{ text: title, link: { to: 'place', path, line } }, ...(date === undefined ? [] : [{ aside: `(${date})` }])];
}

function nothing(title: string, words: string): PageSection {
  return { title, blocks: [{ kind: 'words', words: [words] }] };
}
