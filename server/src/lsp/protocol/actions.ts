import type { Place } from './common.js';

/** An action over all meetings it is carried through, and the line that tells of it last. */
export interface ActionView extends Place {
  /** Canonical names; empty when nobody is named. */
  readonly owners: readonly string[];
  readonly text: string;
  readonly open: boolean;
  /** ISO date, as precise as stated (`2013-02`), or as written where it is none. */
  readonly due?: string;
  /** Whether it is to be done, and its day is over. */
  readonly overdue: boolean;
  /** Date of the meeting that gave it. */
  readonly date?: string;
  /** Title of the document that gave it. */
  readonly document: string;
  /** Where it was given. */
  readonly origin: Place;
  /** Number of meetings at which it was open. */
  readonly openFor: number;
}

/** Request: actions that are done or dropped. Parameters: none; answers {@link ActionView}s. */
export const endedActionsRequest = 'xen-notes/endedActions';

/** Request: edits of documents that change actions, made by the client. Parameters: {@link ChangeActionsParams}; answers {@link ChangedActionsView} or {@link Problem}. */
export const changeActionsRequest = 'xen-notes/changeActions';
/** The same as a command of the server, for other editors; its one argument are the parameters. */
export const changeActionsCommand = 'xen-notes.changeActions';

export interface ChangeActionsParams {
  readonly actions: readonly ActionMeant[];
  readonly change: ActionChangeParams;
}

/** An action by a line of it. */
export interface ActionMeant extends Place {
  /** Its words, where it may have moved since. */
  readonly text?: string;
}

export type ActionChangeParams =
  /** `toggle` makes open ones done; where all are done, it opens them again. */
  | { readonly kind: 'done' | 'open' | 'toggle' }
  | { readonly kind: 'owners'; readonly owners?: readonly string[] }
  /** A day as somebody types it, such as `2013-03-15` or `next friday`; without one it is due no more. */
  | { readonly kind: 'due'; readonly day?: string };

export interface ChangedActionsView {
  readonly changed: number;
  /** How many were left, as their lines have no place for it or could not be read. */
  readonly left: number;
}

/** Request: who may be given an action. Parameters: {@link DocumentParams}, of the document it stands in; answers names. */
export const ownersRequest = 'xen-notes/owners';

/** Request: the canonical name of who uses the editor. Parameters: {@link MeParams}; answers a name, or `null`. */
export const meRequest = 'xen-notes/me';

export interface MeParams {
  /** As set; git's where it is left out. */
  readonly name?: string;
}

/** Request: a text to remind people of what they have to do. Parameters: {@link ReminderParams}; answers a text, empty where there is nothing. */
export const reminderRequest = 'xen-notes/reminder';

export interface ReminderParams {
  /** Whom to remind, by canonical names; everybody where it is left out. */
  readonly owners?: readonly string[];
}

/** Request: open actions that are due on a day, as an iCalendar file. Parameters: none; answers {@link CalendarView}. */
export const calendarRequest = 'xen-notes/calendar';

export interface CalendarView {
  readonly text: string;
  readonly count: number;
  /** How many are due on no day, and not in it. */
  readonly left: number;
}
