import { isEnded, withoutState } from '../document/reading/actionState.js';
import { withoutDue } from '../document/reading/dueBehind.js';
import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { Action } from '../document/facts.js';
import { foldName } from './names.js';

/** An action and the document it stands in. */
export interface ActionEntry {
  readonly document: DocumentFacts;
  readonly section: PlacedFacts;
  readonly action: Action;
}

/** An action's words without its state and its day; `undefined` for one word, which is a topic and may come up again. */
export function actionKey(action: Action): string | undefined {
  const words = foldName(withoutState(withoutDue(action)).replace(/[^\p{L}\p{N}\s]+/gu, ' ')).replace(/^to (?=\S)/, '');
  return words.includes(' ') ? words : undefined;
}

/**
 * The actions of a document, each once: a summary at its end says again without a marker what was marked above. A marker with nothing
 * behind it is none.
 */
export function actionsOf(document: DocumentFacts): ActionEntry[] {
  const all = document.sections.flatMap((section) =>
    section.facts.actions.map((action) => ({ document, section, action })),
  );
  const marked = new Set(all.flatMap(({ action }) => (isMarked(action) ? (actionKey(action) ?? []) : [])));
  return all.filter(({ action }) => {
    if (action.text === '') return false;
    return isMarked(action) || action.previous || !marked.has(actionKey(action) ?? '');
  });
}

function isMarked({ markerSpan }: Action): boolean {
  return markerSpan.end > markerSpan.start;
}

/** Whether something is still to be done. */
export function isOpen({ state }: Action): boolean {
  return !isEnded(state);
}
