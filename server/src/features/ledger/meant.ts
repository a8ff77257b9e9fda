import type { Archive } from '../../archive/archive.js';
import { isOpen } from '../../archive/actions.js';
import type { Document } from '../../document/document.js';
import { withoutState } from '../../document/reading/actionState.js';
import { actionsOnLines } from './change.js';
import type { ActionPlace } from './changes/way.js';
import { ledgerOf } from './ledger.js';

/** An action of a document by a line of it, counted from 0. */
export interface LineMeant {
  readonly line: number;
  /** Its words, where it may have moved since. */
  readonly text?: string | undefined;
}

/** The actions that are meant, with where else their document tells of them: what is done is done wherever it says so. */
export function actionsMeant(document: Document, archive: Archive, meant: readonly LineMeant[]): ActionPlace[] {
  const found = new Set<ActionPlace['action']>();
  const places: ActionPlace[] = [];
  const add = (each: ActionPlace): void => {
    if (!found.has(each.action)) places.push(each);
    found.add(each.action);
  };
  const ledger = ledgerOf(archive);
  for (const each of [...onLines(document, meant), ...moved(document, meant)]) {
    const same = ledger.of({ document: document.facts, ...each })?.places ?? [];
    add(each);
    for (const { document: where, section, action } of same) if (where === document.facts) add({ section, action });
  }
  return places;
}

/** Whether any of them is still to be done. */
export function anyOpen(places: readonly ActionPlace[]): boolean {
  return places.some(({ action }) => isOpen(action));
}

function onLines(document: Document, meant: readonly LineMeant[]): ActionPlace[] {
  const lines = new Set(meant.map(({ line }) => line));
  if (meant.every(({ text }) => text === undefined)) return lines.size === 0 ? [] : actionsOnLines(document, lines);
  const texts = new Set(meant.map(({ text }) => text));
  return actionsOnLines(document, lines).filter(({ action }) => texts.has(withoutState(action.text)));
}

/** Those that stand on none of the lines any more, by their words. */
function moved(document: Document, meant: readonly LineMeant[]): ActionPlace[] {
  const here = new Set(onLines(document, meant).map(({ action }) => withoutState(action.text)));
  const sought = new Set(meant.flatMap(({ text }) => (text === undefined || here.has(text) ? [] : [text])));
  if (sought.size === 0) return [];
  return document.facts.sections.flatMap((section) =>
    section.facts.actions.flatMap((action) => (sought.has(withoutState(action.text)) ? [{ section, action }] : [])),
  );
}
