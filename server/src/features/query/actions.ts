import { actionsOf, isOpen, type ActionEntry } from '../../archive/actions.js';
import type { ActionState } from '../../document/schema.js';
import { ageOf, isOverdue, ledgerOf, type LedgerAction } from '../ledger/ledger.js';
import { isNamed } from './people.js';
import { datesOf, isOfEvent, placeOf, type Place, type Scope } from './scope.js';

export interface ActionRow extends Place {
  /** Canonical names; empty when nobody is named. */
  readonly owners: readonly string[];
  /** What stands where owners do, as written. */
  readonly ownersText: string;
  readonly text: string;
  /** ISO date, or as written when it is none. */
  readonly due?: string;
  /** Whether it is to be done, and its day is over. */
  readonly overdue: boolean;
  readonly done: boolean;
  /** How it went, where a document says so. */
  readonly state?: ActionState;
  /** Date of the meeting that is the first to tell of it. */
  readonly since?: string;
  /** Days since then: until today, or until the meeting that told its end. */
  readonly age?: number;
  /** Number of meetings at which it was open. */
  readonly openFor: number;
  /** Where each of the meetings tells of it, the earliest first. */
  readonly meetings: readonly ActionMeeting[];
  /** Whether the document carries it over from an earlier meeting. */
  readonly previous: boolean;
  /** Title of the document. */
  readonly document: string;
  readonly date?: string;
}

export interface ActionMeeting extends Place {
  readonly date?: string;
  readonly state?: ActionState;
}

export interface ActionFilter {
  readonly event?: string | undefined;
  readonly owner?: string | undefined;
  /** Only those still to be done. */
  readonly open?: boolean | undefined;
  /** Only those whose day is over. */
  readonly overdue?: boolean | undefined;
  /** As an ISO day; without one nothing is overdue. */
  readonly today?: string | undefined;
  /** Also the places that carry one over from an earlier meeting, which gave it. */
  readonly previous?: boolean | undefined;
}

/** An action of the ledger, and the place of it that is listed. */
export interface ListedAction {
  readonly entry: ActionEntry;
  /** Absent for what is only carried over, and nobody is to do. */
  readonly action: LedgerAction | undefined;
}

/** Actions the documents give, each as the meetings after it tell how it went. */
export function queryActions(scope: Scope, filter: ActionFilter): ActionRow[] {
  return listActions(scope, filter).map((listed) => actionRow(scope, listed, filter.today ?? ''));
}

/** The same, as the ledger has them. */
export function listActions(
  scope: Scope,
  { event, owner, open, overdue, previous, today = '' }: ActionFilter,
): ListedAction[] {
  const ledger = ledgerOf(scope.archive);
  const isListed = ({ entry, action }: ListedAction): boolean => {
    if (!previous && (!action || !isFirstOf(action, entry))) return false;
    if (open && !(action?.open ?? isOpen(entry.action))) return false;
    if (overdue && !(action && isOverdue(action, today))) return false;
    return owner === undefined || (action?.owners ?? []).some((name) => isNamed(scope.archive, name, owner));
  };
  return scope.documents
    .filter((document) => event === undefined || isOfEvent(document, event))
    .flatMap(actionsOf)
    .map((entry) => ({ entry, action: ledger.of(entry) }))
    .filter(isListed);
}

function isFirstOf({ origin }: LedgerAction, { document, section, action }: ActionEntry): boolean {
  return origin.document === document && origin.section === section && origin.action === action;
}

function actionRow(scope: Scope, { entry, action }: ListedAction, today: string): ActionRow {
  const { document, section } = entry;
  const { ownersText, text, done, previous } = entry.action;
  const { date } = datesOf(document);
  const state = action ? action.state : entry.action.state;
  const since = action?.origin.document.date?.iso;
  const age = action && today !== '' ? ageOf(action, today) : undefined;
  return {
    owners: action?.owners ?? [],
    ownersText,
    text,
    ...(action?.due && { due: action.due.text }),
    overdue: action !== undefined && isOverdue(action, today),
    done: action ? state === 'done' : done,
    ...(state && { state }),
    ...(since !== undefined && { since }),
    ...(age !== undefined && { age }),
    openFor: action?.openAt.length ?? 0,
    meetings: (action?.places ?? [entry]).map((each) => meetingOf(scope, each)),
    previous,
    document: document.title,
    ...(date !== undefined && { date }),
    ...placeOf(scope, document, section.start + entry.action.span.start),
  };
}

function meetingOf(scope: Scope, { document, section, action }: ActionEntry): ActionMeeting {
  const { date } = datesOf(document);
  return {
    ...placeOf(scope, document, section.start + action.span.start),
    ...(date !== undefined && { date }),
    ...(action.state && { state: action.state }),
  };
}
