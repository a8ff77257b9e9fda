import type { SessionStatus } from '../document/sessions.js';

/** A line (counted from 0) of a document of the archive. */
export interface LinePlace {
  readonly path: string;
  readonly line: number;
}

export interface ArchivedEvent extends LinePlace {
  readonly title: string;
  /** As written. */
  readonly date?: string;
  readonly place?: string;
  readonly groups: readonly ArchivedGroup[];
}

export interface ArchivedGroup extends LinePlace {
  /** Empty for sessions outside any group. */
  readonly name: string;
  readonly sessions: readonly ArchivedSession[];
}

export interface ArchivedSession extends LinePlace {
  readonly title: string;
  readonly status: SessionStatus;
  readonly hosts: readonly string[];
  readonly topics: readonly string[];
  readonly notes: readonly string[];
  /** `[[Page#Title]]`, to be pasted. */
  readonly reference: string;
}

export interface ArchivedMeeting extends LinePlace {
  readonly title: string;
  readonly kind: 'minutes' | 'notes';
  readonly date?: string;
  /** Number of its actions that are open. */
  readonly actions: number;
}

export interface OpenAction extends LinePlace {
  readonly owners: readonly string[];
  readonly text: string;
  /** ISO dates, as precise as stated. */
  readonly due?: string;
  readonly date?: string;
  readonly document: string;
}

/** What archives hold, as a tree. */
export interface ArchiveContents {
  /** Documents of our kinds. */
  readonly documents: number;
  readonly people: number;
  readonly events: readonly ArchivedEvent[];
  readonly meetings: readonly ArchivedMeeting[];
  readonly actions: readonly OpenAction[];
}
