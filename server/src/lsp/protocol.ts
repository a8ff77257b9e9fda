import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';

/**
 * What the client and the server say to each other beyond LSP. Plain types and method names only: the client imports
 * this file for its types.
 */

/** Request: the archive as the sidebar shows it. Parameters: none. */
export const archiveRequest = 'xen-notes/archive';
/** Notification to the client: what {@link archiveRequest} answers has changed. Parameters: none. */
export const archiveChangedNotification = 'xen-notes/archiveChanged';
/**
 * Notification to the server: the line, counted from 0, that the cursor is on, sent when it is another one than before, in any
 * document. What a line brings about that is being written is shown once the cursor is elsewhere.
 */
export const cursorNotification = 'xen-notes/cursor';
export interface CursorParams extends DocumentParams {
  readonly line: number;
}

/**
 * Notification to the server: an editor was closed. Its document may still be open for the client, which asks for its findings no
 * more but shows those it had. Parameters: none.
 */
export const editorClosedNotification = 'xen-notes/editorClosed';

/** Notification to our own extension: the kind of an open document has become known, or is another one. */
export const documentKindNotification = 'xen-notes/documentKind';
export interface DocumentKindParams extends DocumentParams {
  /** `null` for Markdown that is none of our kinds. */
  readonly kind: string | null;
}

/**
 * Request: what stands in the way of posting an open document, whatever the mode it is checked in. Parameters:
 * {@link DocumentParams}. The answer is {@link PostingCheck}, or `null` for a document that is not open.
 */
export const checkBeforePostingRequest = 'xen-notes/checkBeforePosting';

export interface DocumentParams {
  readonly uri: string;
}

export interface PostingCheck {
  readonly uri: string;
  /** The version that was checked; edits speak of it. */
  readonly version: number;
  /** `null` for Markdown that is none of our kinds: nothing is checked then. */
  readonly kind: string | null;
  readonly title: string;
  /** The weightier first; empty when nothing is found. */
  readonly groups: readonly PostingFindings[];
  /** All safe fixes in one; absent when there are none. */
  readonly fixAll?: { readonly count: number; readonly edit: WorkspaceEdit };
}

export interface PostingFindings {
  /** What blocks (errors), what to look at (warnings), remarks. */
  readonly weight: 'blocks' | 'look' | 'remark';
  readonly findings: readonly PostingFinding[];
}

export interface PostingFinding {
  readonly diagnostic: Diagnostic;
  /** The line it begins on. */
  readonly text: string;
  readonly fixes: readonly PostingFix[];
}

export interface PostingFix {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

export type SessionStatus = 'notes' | 'none' | 'todo' | 'unknown';

export interface ArchiveView {
  /** Whether the first indexing has ended. */
  readonly ready: boolean;
  /** Number of documents of our kinds in the opened folders; 0 means that there is no archive here. */
  readonly documents: number;
  readonly people: number;
  readonly events: readonly EventView[];
  readonly meetings: readonly MeetingView[];
  /** Open actions. */
  readonly actions: readonly ActionView[];
}

/** Where something stands: the document's URI and its zero-based line. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

export interface EventView extends Place {
  readonly title: string;
  /** As written; left out when not stated. */
  readonly date?: string;
  readonly place?: string;
  /** Sessions outside any group stand in a group without a name. */
  readonly groups: readonly GroupView[];
}

export interface GroupView extends Place {
  readonly name: string;
  readonly sessions: readonly SessionView[];
}

export interface SessionView extends Place {
  readonly title: string;
  readonly status: SessionStatus;
  readonly hosts: readonly string[];
  readonly topics: readonly string[];
  /** Addresses of the published notes. */
  readonly notes: readonly string[];
  /** `[[Page#Title]]`, to be pasted. */
  readonly reference: string;
}

export interface MeetingView extends Place {
  readonly title: string;
  readonly kind: 'minutes' | 'notes';
  readonly date?: string;
  readonly actions: number;
}

export interface ActionView extends Place {
  /** Canonical names; empty when nobody is named. */
  readonly owners: readonly string[];
  readonly text: string;
  /** ISO dates, as precise as stated (`2013-02`). */
  readonly due?: string;
  readonly date?: string;
  readonly document: string;
}
