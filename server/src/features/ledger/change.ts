import { grouped } from '../../text/grouped.js';
import { actionKey, isOpen } from '../../archive/actions.js';
import { place, readDocument, type Document, type PlacedFacts } from '../../document/document.js';
import type { Action } from '../../document/facts.js';
import { applyEdits, compatibleSets, type TextEdit } from '../../text/edits.js';
import { lineAt } from '../context.js';
import { waysToDue } from './changes/due.js';
import { waysToOwners } from './changes/owners.js';
import { waysToState } from './changes/state.js';
import { isSameDay, isSameOwners, type ActionChange, type ActionPlace, type Way } from './changes/way.js';

/** What changes actions of one document. */
export interface ChangedActions {
  readonly edits: readonly TextEdit[];
  /** Those whose line has no place for it. */
  readonly left: readonly ActionPlace[];
}

/**
 * Edits that change actions of a document. What a line is to say may be written in several ways; each is tried, and the first counts
 * that reads as it is meant: so nothing else is ever changed. All that is tried is read in one go, as there may be many.
 */
export function changeActions(
  document: Document,
  places: readonly ActionPlace[],
  change: ActionChange,
): ChangedActions {
  const chosen: Way[] = [];
  const before = byLine(document);
  let open = places
    .filter(({ action }) => !holds(action, change))
    .map((each) => ({ place: each, ways: waysTo(document, each, change) }));
  while (open.some(({ ways }) => ways.length > 0)) {
    const tried = open.flatMap(({ place: at, ways }) => (ways[0] ? [{ at, way: ways[0] }] : []));
    const after = actionsAfter(document, [...chosen, ...tried.map(({ way }) => way)]);
    const good = new Set(
      tried
        .filter(({ at, way }) => isMeant(lineOf(document, at), { before, after, at, way, change }))
        .map(({ way }) => way),
    );
    chosen.push(...good);
    open = open
      .filter(({ ways: [first] }) => !first || !good.has(first))
      .map(({ place: at, ways }) => ({ place: at, ways: ways.slice(1) }));
  }
  const sets = compatibleSets(chosen.map(({ edits }) => edits));
  return { edits: sets.flat(), left: open.map(({ place: at }) => at) };
}

/**
 * Actions of a document that stand on some of its lines, counted from 0; where none does, the one whose item such a line is in, as what
 * hangs below an action tells of it.
 */
export function actionsOnLines(document: Document, lines: ReadonlySet<number>): ActionPlace[] {
  const all = placesIn(document.facts.sections);
  const here = all.filter((each) => {
    const last = lineAt(document.facts, place(each.section, each.action.span).end);
    for (let line = lineOf(document, each); line <= last; line++) if (lines.has(line)) return true;
    return false;
  });
  if (here.length > 0) return here;
  const first = Math.min(...lines);
  const above = all.findLast((each) => lineOf(document, each) < first);
  return above && isBelow(document, lineOf(document, above), first) ? [above] : [];
}

/** Whether a line, and all between it and one above it, stand further in than that. */
function isBelow({ text, facts: { lineStarts } }: Document, above: number, line: number): boolean {
  const indent = (at: number): number =>
    /^[ \t]*/.exec(text.slice(lineStarts[at], lineStarts[at + 1]))?.[0].length ?? 0;
  for (let at = above + 1; at <= line; at++) if (indent(at) <= indent(above)) return false;
  return true;
}

function placesIn(sections: readonly PlacedFacts[]): ActionPlace[] {
  return sections.flatMap((section) => section.facts.actions.map((action) => ({ section, action })));
}

function waysTo(document: Document, at: ActionPlace, change: ActionChange): readonly Way[] {
  switch (change.kind) {
    case 'done':
    case 'open':
      return waysToState(document, at, change.kind);
    case 'owners':
      return waysToOwners(document, at, change.owners);
    case 'due':
      return waysToDue(document, at, change.day);
  }
}

/** Whether an action says already what it is to say. */
function holds(action: Action, change: ActionChange): boolean {
  switch (change.kind) {
    case 'done':
      return action.done;
    case 'open':
      return isOpen(action);
    case 'owners':
      return isSameOwners(action, change.owners);
    case 'due':
      return isSameDay(action, change.day);
  }
}

type ActionsByLine = ReadonlyMap<number, readonly ActionPlace[]>;

/** No way breaks a line or joins two, so that an action is found again by its line. */
function actionsAfter(document: Document, ways: readonly Way[]): ActionsByLine {
  const sets = compatibleSets(ways.map(({ edits }) => edits));
  const text = applyEdits(document.text, sets.flat());
  return byLine(readDocument(document.path, text, { ...document.options, open: false }));
}

function byLine(document: Document): ActionsByLine {
  return grouped(placesIn(document.facts.sections), (each) => [lineOf(document, each)]);
}

function lineOf({ facts }: Document, { section, action }: ActionPlace): number {
  return lineAt(facts, place(section, action.span).start);
}

interface Tried {
  readonly before: ActionsByLine;
  readonly after: ActionsByLine;
  readonly at: ActionPlace;
  readonly way: Way;
  readonly change: ActionChange;
}

/** Whether a line has the action as it is meant to be, and else as it was. */
function isMeant(line: number, { before, after, at, way, change }: Tried): boolean {
  const [old, now] = [before.get(line) ?? [], after.get(line) ?? []];
  const { action } = now[old.findIndex((each) => each.action === at.action)] ?? {};
  if (!action || now.length !== old.length || !holds(action, change)) return false;
  return way.inText === true || wordsOf(action) === wordsOf(at.action);
}

function wordsOf(action: Action): string {
  return actionKey(action) ?? action.text;
}
