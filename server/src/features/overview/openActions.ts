import type { OpenAction } from '../archiveContents.js';
import { contents } from '../archiveView.js';
import type { ArchivedDocument } from '../context.js';
import { actionAge, type ActionAge } from './actionAge.js';

/** An action that is to be done, and for how long it has been. */
export interface AgedAction extends OpenAction {
  readonly age: ActionAge;
}

/** All that pages tell of actions that are open comes from here. */
export function openActions(documents: readonly ArchivedDocument[], today: string): readonly AgedAction[] {
  return contents(documents, today).actions.map((action) => ({ ...action, age: actionAge(action, today) }));
}
