import type { NotesStatus } from '../../archive/sessionNotes.js';
import type { LinePlace } from '../archiveContents.js';
import type { ArchivedDocument } from '../context.js';
import type { AgedAction } from '../overview/openActions.js';
import { overview, type SessionYear } from '../overview.js';
import type { TopicYears } from '../thread/topicYears.js';
import type { Place, Scope } from './scope.js';

/** What an archive holds, speaks of and owes, as programs get it. */
export interface OverviewRow {
  /** The day it is told as of. */
  readonly today: string;
  readonly documents: number;
  readonly sessions: number;
  readonly meetings: number;
  readonly years: readonly SessionYear[];
  readonly topics: readonly TopicYears[];
  /** Open ones. */
  readonly actions: readonly OpenActionRow[];
  /** Sessions that were held and whose notes nobody has told of. */
  readonly owed: readonly OwedRow[];
  readonly drafts: readonly DraftRow[];
}

interface OpenActionRow extends Place {
  readonly owners: readonly string[];
  readonly text: string;
  readonly document: string;
  readonly date?: string;
  readonly due?: string;
  /** Whole months it has been open for. */
  readonly months?: number;
  readonly overdue: boolean;
}

interface OwedRow extends Place {
  readonly title: string;
  /** Title of the page. */
  readonly event: string;
  readonly status: NotesStatus;
  readonly hosts: readonly string[];
}

interface DraftRow extends Place {
  readonly title: string;
  readonly date?: string;
}

export function queryOverview(documents: readonly ArchivedDocument[], today: string, show: Scope['show']): OverviewRow {
  const { owners, owed, drafts, ...counts } = overview(documents, today);
  const at = ({ path, line }: LinePlace): Place => ({ path: show(path), line: line + 1 });
  const actions = new Map(
    owners.flatMap((owner) => owner.actions.map((action) => [action.path + action.line, action])),
  );
  return {
    today,
    ...counts,
    actions: [...actions.values()].map((action) => ({ ...told(action), ...at(action) })),
    owed: owed.flatMap(({ title: event, sessions }) =>
      sessions.map(({ title, status, hosts, ...place }) => ({ title, event, status, hosts, ...at(place) })),
    ),
    drafts: drafts.map(({ title, date, ...place }) => ({ title, ...(date !== undefined && { date }), ...at(place) })),
  };
}

function told({ owners, text, document, date, due, months, overdue }: AgedAction): Omit<OpenActionRow, keyof Place> {
  return {
    ...{ owners, text, document, overdue },
    ...(date !== undefined && { date }),
    ...(due !== undefined && { due }),
    ...(months !== undefined && { months }),
  };
}
