import { grouped } from '../text/grouped.js';
import type { NotesStatus } from '../archive/sessionNotes.js';
import { sessionNotes } from '../archive/sessionNotes.js';
import { yearOf } from '../document/dates.js';
import { contents } from './archiveView.js';
import type { ArchivedNotes, ArchivedSession } from './archiveContents.js';
import type { ArchivedDocument } from './context.js';
import { openActions, type AgedAction } from './overview/openActions.js';
import { topicYears, type TopicYears } from './thread/topicYears.js';

/** What an archive holds, what it speaks of, and what it owes, as of a day. */
export interface Overview {
  /** Documents of our kinds. */
  readonly documents: number;
  readonly sessions: number;
  readonly meetings: number;
  /** The latest first; those without a date come last. */
  readonly years: readonly SessionYear[];
  /** Those spoken of most first. */
  readonly topics: readonly TopicYears[];
  /** Who owes most first; nobody named comes last. */
  readonly owners: readonly OwnerActions[];
  /** Open actions; one of several owners counts once. */
  readonly actions: number;
  /** Sessions that were held and of which nobody has said what became of the notes, by their page. */
  readonly owed: readonly OwedPage[];
  /** Notes that were not posted. */
  readonly drafts: readonly ArchivedNotes[];
}

export interface SessionYear {
  readonly year?: number;
  readonly sessions: number;
  readonly byStatus: Readonly<Record<NotesStatus, number>>;
}

export interface OwnerActions {
  readonly owner?: string;
  readonly actions: readonly AgedAction[];
}

export interface OwedPage {
  readonly title: string;
  readonly sessions: readonly ArchivedSession[];
}

export function overview(documents: readonly ArchivedDocument[], today: string): Overview {
  const { documents: count, events, meetings, notes } = contents(documents, today);
  const actions = openActions(documents, today);
  const years = sessionYears(documents);
  const pages = events.map(({ title, groups }) => ({ title, sessions: groups.flatMap(({ sessions }) => sessions) }));
  const allNotes = [...pages.flatMap(({ sessions }) => sessions.flatMap((each) => each.documents)), ...notes];
  return {
    documents: count,
    sessions: years.reduce((sum, { sessions }) => sum + sessions, 0),
    meetings: meetings.length,
    years,
    topics: topicYears(documents),
    owners: byOwner(actions),
    actions: actions.length,
    owed: pages
      .map(({ title, sessions }) => ({ title, sessions: sessions.filter(({ owed }) => owed) }))
      .filter(({ sessions }) => sessions.length > 0),
    drafts: [...new Map(allNotes.filter(({ posted }) => !posted).map((each) => [each.path, each])).values()],
  };
}

const noSessions: SessionYear['byStatus'] = { notes: 0, draft: 0, todo: 0, unknown: 0, none: 0 };

function sessionYears(documents: readonly ArchivedDocument[]): readonly SessionYear[] {
  const years = new Map<number | undefined, Record<NotesStatus, number>>();
  for (const { archive, document } of documents) {
    const year = yearOf(document.date?.iso);
    for (const session of document.sessions) {
      const counts = years.get(year) ?? { ...noSessions };
      years.set(year, counts);
      counts[sessionNotes(archive, session).status]++;
    }
  }
  return [...years]
    .sort(([one = 0], [other = 0]) => other - one)
    .map(([year, byStatus]) => ({
      ...(year !== undefined && { year }),
      sessions: Object.values(byStatus).reduce((sum, each) => sum + each, 0),
      byStatus,
    }));
}

function byOwner(actions: readonly AgedAction[]): readonly OwnerActions[] {
  const nobody = actions.filter(({ owners }) => owners.length === 0);
  const named = [...grouped(actions, ({ owners }) => owners)].sort(
    ([one, some], [other, others]) => others.length - some.length || one.localeCompare(other, 'en'),
  );
  return [
    ...named.map(([owner, own]) => ({ owner, actions: oldestFirst(own) })),
    ...(nobody.length > 0 ? [{ actions: oldestFirst(nobody) }] : []),
  ];
}

/** What is overdue comes first, then what was given first. */
function oldestFirst(actions: readonly AgedAction[]): readonly AgedAction[] {
  const rank = ({ overdue, date = '9999' }: AgedAction): string => `${overdue ? 0 : 1} ${date}`;
  return [...actions].sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
}
