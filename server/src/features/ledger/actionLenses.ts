import { actionsOf, type ActionEntry } from '../../archive/actions.js';
import { place } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import { counted, say } from '../../text/say.js';
import type { FeatureContext } from '../context.js';
import { isOverdue, ledgerOf, type LedgerAction } from './ledger.js';

/** What stands above an action that other meetings tell of, or that is late. */
export interface ActionLens {
  readonly span: Span;
  readonly title: string;
  /** Where it was given; at that place, where it is told of last. */
  readonly to: ActionEntry;
}

export function actionLenses({ document: { facts }, archive }: FeatureContext, today: string): ActionLens[] {
  const ledger = ledgerOf(archive);
  return actionsOf(facts).flatMap((entry) => {
    const action = ledger.of(entry);
    if (!action || !(action.places.length > 1 || isOverdue(action, today))) return [];
    const last = action.latest.at(-1) ?? action.origin;
    const to = isAt(action.origin, entry) ? last : action.origin;
    return [{ span: place(entry.section, entry.action.span), title: howLong(action, today), to }];
  });
}

/** `open for 3 meetings, first asked 2013-01`, and since when it is overdue. */
export function howLong(action: LedgerAction, today: string): string {
  const { open, state, openAt, origin, latest } = action;
  const since = origin.document.date?.iso;
  if (!open) {
    const date = latest[0]?.document.date?.iso;
    return date === undefined ? ended(state) : say`${ended(state)}, told ${date}`;
  }
  const long = counted(openAt.length, say`open for 1 meeting`, say`open for ${openAt.length} meetings`);
  const asked = since === undefined ? long : say`${long}, first asked ${since}`;
  return isOverdue(action, today) ? say`${asked}, overdue since ${action.due?.text ?? ''}` : asked;
}

function ended(state: LedgerAction['state']): string {
  return state === 'dropped' ? say`dropped` : say`done`;
}

function isAt({ document, section, action }: ActionEntry, entry: ActionEntry): boolean {
  return (
    document.path === entry.document.path &&
    section.start + action.span.start === entry.section.start + entry.action.span.start
  );
}
