import type { NotesStatus } from '../archive/sessionNotes.js';

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
  /** What of the page speaks of a topic or of somebody and is no session. */
  readonly sections: readonly ArchivedSection[];
}

export interface ArchivedSection extends LinePlace {
  readonly title: string;
  readonly topics: readonly string[];
  readonly people: readonly string[];
}

export interface ArchivedGroup extends LinePlace {
  /** Empty for sessions outside any group. */
  readonly name: string;
  readonly sessions: readonly ArchivedSession[];
}

export interface ArchivedSession extends LinePlace {
  readonly title: string;
  readonly status: NotesStatus;
  readonly hosts: readonly string[];
  readonly topics: readonly string[];
  /** Addresses of the notes. */
  readonly notes: readonly string[];
  /** Notes of it that the archive has. */
  readonly documents: readonly ArchivedNotes[];
  /** Whether it has taken place and nobody has said what became of its notes. */
  readonly owed: boolean;
  /** `[[Page#Title]]`, to be pasted. */
  readonly reference: string;
}

export interface ArchivedMeeting extends LinePlace {
  readonly title: string;
  readonly date?: string;
  /** What it speaks of, by the names of the register. */
  readonly topics: readonly string[];
  /** Number of the actions it gave that are still to be done. */
  readonly actions: number;
}

export interface ArchivedNotes extends ArchivedMeeting {
  /** Whether they say that they were posted. */
  readonly posted: boolean;
}

/** An action over all meetings it is carried through, and the line that tells of it last. */
export interface ListedAction extends LinePlace {
  /** Those named last, by their canonical names. */
  readonly owners: readonly string[];
  readonly text: string;
  readonly open: boolean;
  /** ISO date, as precise as stated, or as written where it is none. */
  readonly due?: string;
  /** Whether it is to be done, and its day is over. */
  readonly overdue: boolean;
  /** ISO date of the meeting that gave it, as precise as stated. */
  readonly date?: string;
  /** Title of the document that gave it. */
  readonly document: string;
  /** Where it was given. */
  readonly origin: LinePlace;
  /** Number of meetings at which it was open. */
  readonly openFor: number;
}

/** What archives hold, as a tree. */
export interface ArchiveContents {
  /** Documents of our kinds. */
  readonly documents: number;
  readonly people: number;
  readonly events: readonly ArchivedEvent[];
  readonly meetings: readonly ArchivedMeeting[];
  /** Notes of no session that is among the events. */
  readonly notes: readonly ArchivedNotes[];
  /** Those to be done; overdue ones first. */
  readonly actions: readonly ListedAction[];
}
