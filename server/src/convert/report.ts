import type { DocumentKind } from '../document/schema.js';
import { counted, say } from '../text/say.js';

/** What an import made of its source: what it kept, what it is not sure of, what it left out. Lines are the source's, from 1. */
export interface ImportReport {
  /** Kind of the first document that has one. */
  readonly kind?: DocumentKind;
  /** Suggested file names; paths once they are written. */
  readonly documents: readonly string[];
  readonly kept: Kept;
  readonly uncertain: readonly Uncertain[];
  readonly dropped: readonly Dropped[];
}

/** How many of each the documents have, as the format reads them. */
export interface Kept {
  readonly sessions: number;
  readonly attendees: number;
  readonly apologies: number;
  readonly actions: number;
  readonly decisions: number;
  readonly links: number;
}

/** A place that somebody should look at: what was inferred, and what the source seems to lack. */
export interface Uncertain {
  readonly line: number;
  readonly what: string;
}

/** Words of the source that no document has. */
export interface Dropped {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** What was kept in words: `2 sessions, 1 apology`; empty when none of it was. */
export function keptWords({ sessions, attendees, apologies, actions, decisions, links }: Kept): string {
  return [
    sessions > 0 && counted(sessions, say`1 session`, say`${sessions} sessions`),
    attendees > 0 && counted(attendees, say`1 attendee`, say`${attendees} attendees`),
    apologies > 0 && counted(apologies, say`1 apology`, say`${apologies} apologies`),
    actions > 0 && counted(actions, say`1 action`, say`${actions} actions`),
    decisions > 0 && counted(decisions, say`1 decision`, say`${decisions} decisions`),
    links > 0 && counted(links, say`1 link`, say`${links} links`),
  ]
    .filter((words) => words !== false)
    .join(', ');
}
