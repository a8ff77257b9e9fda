import type { ActionEntry } from '../../archive/archive.js';
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
    .flatMap((document) =>
      document.sections.flatMap((section) => section.facts.actions.map((action) => ({ document, section, action }))),
    )
    .filter(({ action }) => (filter.previous || !action.previous) && !(filter.open && action.done))
    .map((entry) => actionRow(scope, entry))
    .filter((row) => owner === undefined || row.owners.some((name) => isNamed(scope.archive, name, owner)));
}

function actionRow(scope: Scope, { document, section, action }: ActionEntry): ActionRow {
  const { ownersText, text, due, done, previous } = action;
  const { date } = datesOf(document);
  return {
    owners: namesOf(scope.archive, document, action.owners),
    ownersText,
    text,
    ...(due && { due: due.date?.iso ?? due.text }),
    done,
    previous,
    document: document.title,
    ...(date !== undefined && { date }),
    ...placeOf(scope, document, section.start + action.span.start),
  };
}
