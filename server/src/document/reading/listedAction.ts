import type { Action } from '../facts.js';
import { actionOf, type Task } from './actionOf.js';
import { stateIn } from './actionState.js';
import type { LeafText } from './leafText.js';
import { ownersAhead, ownersBehind } from './owners.js';

/** An item of a list of actions that has no marker: `Name: text`, `Name to text`, `text (Name)`, or text alone; a state may stand in front. */
export function listedAction(text: LeafText, task: Task): Action {
  const end = text.raw.trimEnd().length;
  const told = stateIn(text.raw.slice(0, end))?.length ?? 0;
  const ahead = ownersAhead(text.raw.slice(told, end));
  const behind = ahead ? undefined : ownersBehind(text.raw.slice(told, end));
  return actionOf(text, {
    start: 0,
    marker: { start: 0, end: 0 },
    owners: ahead?.owners ?? behind?.owners ?? '',
    ownersAt: told + (behind?.at ?? 0),
    textStart: told + (ahead?.length ?? 0),
    task,
  });
}
