import {
  documentKinds,
  queryActions,
  queryDocuments,
  queryEvents,
  queryPeople,
  queryReferences,
  querySessions,
  queryTopics,
  type ActionRow,
  type Affiliation,
  type NotesStatus,
  type PersonRow,
  type Scope,
  counted,
  say,
} from '../analysis.js';

export interface QueryFilter {
  readonly event?: string;
  readonly status?: NotesStatus;
  readonly owner?: string;
  /** Actions of who asks. */
  readonly mine?: boolean;
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly ics?: string;
  readonly reminder?: boolean;
  /** As an ISO day. */
  readonly today?: string;
  readonly previous?: boolean;
  readonly kind?: string;
  readonly to?: string;
}

/** What can be asked for: the rows as data and as cells of a table. */
export interface Subject {
  /** Options that narrow it down. */
  readonly accepts: readonly (keyof QueryFilter)[];
  /** Values of `--kind`. */
  readonly kinds?: readonly string[];
  /** How many there are, in words. */
  readonly counted: (count: number) => string;
  readonly titles: readonly string[];
  readonly rows: (scope: Scope, filter: QueryFilter) => readonly Answer[];
}

export interface Answer {
  readonly row: object;
  readonly cells: readonly string[];
}

/** A subject whose cells are made of its own type of row. */
function subject<Row extends object>(
  from: Omit<Subject, 'rows' | 'titles'> & {
    readonly query: (scope: Scope, filter: QueryFilter) => readonly Row[];
    readonly columns: Readonly<Record<string, (row: Row) => string | number | undefined>>;
  },
): Subject {
  const { query, columns, ...rest } = from;
  const cells = (row: Row): string[] => Object.values(columns).map((cell) => String(cell(row) ?? ''));
  const rows = (scope: Scope, filter: QueryFilter): Answer[] =>
    query(scope, filter).map((row) => ({ row, cells: cells(row) }));
  return { ...rest, titles: Object.keys(columns), rows };
}

const at = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;

const names = (people: readonly PersonRow[]): string => people.map((person) => person.name ?? person.text).join(', ');

export const subjects: Readonly<Record<string, Subject>> = {
  documents: subject({
    accepts: ['event', 'kind'],
    kinds: documentKinds,
    counted: (count) => counted(count, say`1 document`, say`${count} documents`),
    query: queryDocuments,
    columns: {
      KIND: (row) => row.kind,
      DATE: (row) => row.date,
      ATTENDEES: (row) => row.attendees.length,
      ACTIONS: (row) => row.actions,
      PATH: (row) => row.path,
      TITLE: (row) => row.title,
    },
  }),
  events: subject({
    accepts: ['event'],
    counted: (count) => counted(count, say`1 event`, say`${count} events`),
    query: queryEvents,
    columns: {
      DATE: (row) => row.date,
      SESSIONS: (row) => row.sessions,
      PLACE: (row) => row.place,
      WHERE: at,
      TITLE: (row) => row.title,
    },
  }),
  sessions: subject({
    accepts: ['event', 'status'],
    counted: (count) => counted(count, say`1 session`, say`${count} sessions`),
    query: querySessions,
    columns: {
      NOTES: (row) => row.status,
      EVENT: (row) => row.event,
      WHERE: at,
      HOSTS: (row) => names(row.hosts),
      TITLE: (row) => row.title,
    },
  }),
  people: subject({
    accepts: [],
    counted: (count) => counted(count, say`1 person`, say`${count} people`),
    query: queryPeople,
    columns: {
      NAME: (row) => row.name,
      MENTIONS: (row) => row.mentions,
      WHERE: at,
      AFFILIATIONS: (row) => row.affiliations.map(affiliation).join(', '),
    },
  }),
  topics: subject({
    accepts: [],
    counted: (count) => counted(count, say`1 topic`, say`${count} topics`),
    query: queryTopics,
    columns: {
      GROUP: (row) => row.group,
      NAME: (row) => row.name,
      MENTIONS: (row) => row.mentions,
      WHERE: at,
      'ALSO KNOWN AS': (row) => row.aliases.join(', '),
    },
  }),
  actions: subject({
    accepts: ['event', 'owner', 'mine', 'open', 'overdue', 'previous', 'ics', 'reminder'],
    counted: (count) => counted(count, say`1 action`, say`${count} actions`),
    query: queryActions,
    columns: {
      STATE: stateOf,
      DATE: (row) => row.date,
      DUE: (row) => row.due,
      MEETINGS: (row) => row.openFor,
      OWNERS: (row) => (row.owners.length > 0 ? row.owners.join(', ') : 'nobody named'),
      WHERE: at,
      ACTION: (row) => row.text,
    },
  }),
  references: subject({
    accepts: ['event', 'kind', 'to'],
    kinds: ['wiki', 'link', 'xsa'],
    counted: (count) => counted(count, say`1 reference`, say`${count} references`),
    query: queryReferences,
    columns: {
      KIND: (row) => row.kind,
      FOUND: (row) => (row.resolved ? 'yes' : 'no'),
      FROM: (row) => at(row.from),
      TO: (row) => row.to,
    },
  }),
};

function stateOf({ overdue, done, state }: ActionRow): string {
  if (overdue) return 'overdue';
  if (done) return 'done';
  return state === 'dropped' ? 'dropped' : 'open';
}

function affiliation({ name, from, to }: Affiliation): string {
  if (from === undefined && to === undefined) return name;
  if (from === to) return `${name} (${from ?? ''})`;
  if (from === undefined) return `${name} (until ${to ?? ''})`;
  return to === undefined ? `${name} (from ${from})` : `${name} (${from} to ${to})`;
}
