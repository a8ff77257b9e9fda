import { readDate } from '../dates.js';
import type { Action } from '../facts.js';
import { statedUnknown } from '../schema.js';
import { stateIn, stateOfReport } from './actionState.js';
import { dueBehind } from './dueBehind.js';
import { leadingBlank, type LeafText } from './leafText.js';
import { dueForm, readOwners } from './owners.js';

/** What a list item tells of the action that its text may be. */
export interface Task {
  /** A task list's tick. */
  readonly checked: boolean | undefined;
  /** Texts of the sub-items, which tell how an action went. */
  readonly reports: readonly string[];
}

/** What an action is read as: offsets are in the leaf's text. */
export interface ActionParts {
  /** Where the action begins, behind icons and emphasis. */
  readonly start: number;
  readonly marker: { readonly start: number; readonly end: number };
  readonly owners: string;
  readonly ownersAt: number;
  readonly textStart: number;
  /** Behind the text: the leaf's end, or where a bracket closes or owners stand. */
  readonly textEnd?: number;
  readonly task: Task;
}

export function actionOf(text: LeafText, parts: ActionParts): Action {
  const { start, marker, owners, ownersAt, task } = parts;
  const end = text.raw.trimEnd().length;
  const textEnd = Math.min(parts.textEnd ?? end, end);
  const textStart = Math.min(parts.textStart, textEnd);
  const due = dueForm.exec(owners);
  const named = due ? owners.replace(due[0], ' '.repeat(due[0].length)) : owners;
  const dueText = due?.[1] ?? due?.[2] ?? due?.[3];
  const unknown = statedUnknown.test(named.trim());
  const written = text.raw.slice(textStart, textEnd);
  return {
    span: text.span(start, end),
    markerSpan: text.span(marker.start, marker.end),
    owners: unknown ? [] : readOwners(named, (from, to) => text.span(ownersAt + from, ownersAt + to)),
    ownersText: named.trim().replace(/\s+/g, ' '),
    ownerStatedUnknown: unknown,
    text: text.visible(textStart, textEnd),
    textSpan: text.span(textStart, textEnd),
    ...(due && dueText !== undefined
      ? { due: dueOf(text, dueText, ownersAt + due.index + leadingBlank(due[0]), due[0].trim().length) }
      : dueBehind(text, textStart, textEnd)),
    ...stateOf(text.raw.slice(0, textStart), written, task),
    previous: false,
  };
}

function dueOf(text: LeafText, said: string, at: number, length: number): NonNullable<Action['due']> {
  const date = readDate(said);
  return { text: said.trim(), span: text.span(at, at + length), ...(date && { date }) };
}

/** A tick says most; then what stands in front of the action or behind it, then the last sub-item that says it. */
function stateOf(
  before: string,
  written: string,
  { checked, reports }: Task,
): Pick<Action, 'state' | 'done' | 'progress'> {
  const told = stateIn(written)?.state ?? (before === '' ? undefined : stateIn(`${before}x`)?.state);
  const reported = reports.map(stateOfReport).findLast((state) => state !== undefined);
  const state = checked === true ? 'done' : (told ?? reported ?? (checked === false ? 'open' : undefined));
  return {
    ...(state && { state }),
    done: state === 'done',
    progress: reports.length > 0 || checked === true || told !== undefined,
  };
}

/** The action as one that an earlier meeting gave: whatever is said of it, be it that it is still open, is progress. */
export function asPrevious(action: Action): Action {
  return { ...action, previous: true, progress: action.progress || action.state !== undefined };
}
