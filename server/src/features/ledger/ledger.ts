import { isOpen, type ActionEntry } from '../../archive/actions.js';
import type { Archive } from '../../archive/archive.js';
import { place, type DocumentFacts } from '../../document/document.js';
import type { ActionState } from '../../document/schema.js';
import { memo } from '../../text/memo.js';
import { daysBetween, dueOf, type LedgerDue } from './due.js';
import { createThreads, type Thread } from './threads.js';
import { toldIn } from './told.js';

/** One action over all meetings it is carried through. */
export interface LedgerAction {
  /** Where it is told of first. */
  readonly origin: ActionEntry;
  /** Where it is told of, the earliest first. */
  readonly places: readonly ActionEntry[];
  /** Where the latest document tells of it: how it is now. */
  readonly latest: readonly ActionEntry[];
  /** One place of each meeting at which it was open. */
  readonly openAt: readonly ActionEntry[];
  /** As told last, without what is said of its state. */
  readonly text: string;
  /** Canonical names of those named last; empty where nobody is. */
  readonly owners: readonly string[];
  /** How it is, where the latest document says so. */
  readonly state?: ActionState;
  readonly open: boolean;
  readonly due?: LedgerDue;
}

export interface Ledger {
  /** In the order in which they were given. */
  readonly actions: readonly LedgerAction[];
  /** What a document tells of the one that stands at a place of it. */
  of(entry: ActionEntry): LedgerAction | undefined;
}

/** The actions of an archive; kept with it, which is never another. */
export const ledgerOf = memo((archive: Archive): Ledger => {
  const threads = createThreads(archive);
  for (const document of inOrder(archive)) for (const told of toldIn(archive.people, document)) threads.take(told);
  const actions = threads.all.filter(isKept).map(actionOf);
  let places: Places | undefined;
  return {
    actions,
    of: (entry) => (places ??= placesOf(actions)).get(entry.document.path)?.get(startOf(entry)),
  };
});

/** Actions by the documents that tell of them, and by where in these. */
type Places = ReadonlyMap<string, ReadonlyMap<number, LedgerAction>>;

function placesOf(actions: readonly LedgerAction[]): Places {
  const places = new Map<string, Map<number, LedgerAction>>();
  for (const action of actions)
    for (const each of action.places) {
      const known = places.get(each.document.path);
      if (known) known.set(startOf(each), action);
      else places.set(each.document.path, new Map([[startOf(each), action]]));
    }
  return places;
}

/** Whether it is to be done, and its day is over. */
export function isOverdue({ open, due }: LedgerAction, today: string): boolean {
  return open && due?.last !== undefined && due.last < today.slice(0, due.last.length);
}

/** Days since it was first asked for: until today, or until the meeting that told its end. */
export function ageOf({ origin, open, latest }: LedgerAction, today: string): number | undefined {
  const since = origin.document.date?.iso;
  const until = open ? today : latest[0]?.document.date?.iso;
  return since === undefined || until === undefined ? undefined : daysBetween(since, until);
}

/** Meetings by their dates; one without a date is being begun, or tells of no time. */
function inOrder({ documents }: Archive): DocumentFacts[] {
  const day = ({ date }: DocumentFacts): string => date?.iso ?? '9999';
  const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return [...documents.values()]
    .filter(({ kind }) => kind !== undefined)
    .sort((one, other) => compared(day(one), day(other)) || compared(one.path, other.path));
}

/** What is only carried over, from a meeting that the archive does not have, is a point of an agenda where it names nobody. */
function isKept(thread: Thread): boolean {
  return thread.some(({ entry, owners }) => !entry.action.previous || owners.length > 0);
}

function actionOf(thread: Thread): LedgerAction {
  const [first] = thread;
  const last = thread.at(-1) ?? first;
  const places = thread.map(({ entry }) => entry);
  const latest = places.filter(({ document }) => document === last.entry.document);
  const ended = latest.find(({ action }) => !isOpen(action));
  const state = ended ? ended.action.state : last.entry.action.state;
  const due = dueOf(places);
  return {
    ...{ origin: first.entry, places, latest, openAt: openAt(places), text: last.text, open: !ended },
    owners: thread.findLast(({ owners }) => owners.length > 0)?.owners ?? [],
    ...(state && { state }),
    ...(due && { due }),
  };
}

/** Two documents of one day are of one meeting. */
function openAt(places: readonly ActionEntry[]): readonly ActionEntry[] {
  if (places.length === 1) return places.filter(({ action }) => isOpen(action));
  const meeting = ({ document }: ActionEntry): string => document.date?.iso ?? document.path;
  const ended = new Set(places.filter(({ action }) => !isOpen(action)).map(meeting));
  const byMeeting = new Map<string, ActionEntry>();
  for (const each of places)
    if (!ended.has(meeting(each)) && !byMeeting.has(meeting(each))) byMeeting.set(meeting(each), each);
  return [...byMeeting.values()];
}

function startOf({ section, action }: ActionEntry): number {
  return place(section, action.span).start;
}
