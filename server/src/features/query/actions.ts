import { actionsOf, isOpen, type ActionEntry } from '../../archive/actions.js';
import type { DocumentFacts } from '../../document/document.js';
import type { DueDate } from '../../document/facts.js';
import type { ActionState } from '../../document/schema.js';
import { dayMeant } from '../../rules/dueDate.js';
import { isNamed, namesOf } from './people.js';
import { datesOf, isOfEvent, placeOf, type Place, type Scope } from './scope.js';

export interface ActionRow extends Place {
  /** Canonical names; empty when nobody is named. */
  readonly owners: readonly string[];
  /** What stands where owners do, as written. */
  readonly ownersText: string;
  readonly text: string;
  /** ISO date, or as written when it is none. */
  readonly due?: string;
  readonly done: boolean;
  /** How it went, where the document says so. */
  readonly state?: ActionState;
  /** Whether the document carries it over from an earlier meeting. */
  readonly previous: boolean;
  /** Title of the document. */
  readonly document: string;
  readonly date?: string;
}

export interface ActionFilter {
  readonly event?: string | undefined;
  readonly owner?: string | undefined;
  /** Only those not done. */
  readonly open?: boolean | undefined;
  /** Also those carried over from an earlier meeting, which gave them. */
  readonly previous?: boolean | undefined;
}

/** Actions the documents give. */
export function queryActions(scope: Scope, filter: ActionFilter): ActionRow[] {
  const { owner } = filter;
  return scope.documents
    .filter((document) => filter.event === undefined || isOfEvent(document, filter.event))
    .flatMap(actionsOf)
    .filter(({ action }) => (filter.previous || !action.previous) && (!filter.open || isOpen(action)))
    .map((entry) => actionRow(scope, entry))
    .filter((row) => owner === undefined || row.owners.some((name) => isNamed(scope.archive, name, owner)));
}

function actionRow(scope: Scope, { document, section, action }: ActionEntry): ActionRow {
  const { ownersText, text, due, done, state, previous } = action;
  const { date } = datesOf(document);
  return {
    owners: namesOf(scope.archive, document, action.owners),
    ownersText,
    text,
    ...(due && { due: dueDay(due, document) }),
    done,
    ...(state && { state }),
    previous,
    document: document.title,
    ...(date !== undefined && { date }),
    ...placeOf(scope, document, section.start + action.span.start),
  };
}

/** The day, as far as it can be told from the meeting's; else as written. */
function dueDay(due: DueDate, { date }: DocumentFacts): string {
  const meant = date?.precision === 'day' ? dayMeant(due.text, date.iso) : undefined;
  return due.date?.iso ?? meant ?? due.text;
}
