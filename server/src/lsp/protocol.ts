import type { Diagnostic, Position, WorkspaceEdit } from 'vscode-languageserver';
import type { ActionView } from './protocol/actions.js';
import type { DocumentParams, Place } from './protocol/common.js';

export * from './protocol/actions.js';
export * from './protocol/common.js';
export * from './protocol/compare.js';
export * from './protocol/pages.js';
export * from './protocol/preview.js';

/**
 * What the client and the server say to each other beyond LSP, some of it by subject in `protocol/`. Plain types and method names only: the
 * client imports this file for its types.
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

/** Request: documents of the format made of something else. Parameters: {@link ImportParams}; the answer is an {@link ImportResult}. */
export const importRequest = 'xen-notes/import';
export interface ImportParams {
  /** What it is called, without folder and extension. */
  readonly name: string;
  /** Its bytes, in Base64. */
  readonly content: string;
  /** `wikitext`, `rendered`, `mail` or `text`; left out where the text tells it. */
  readonly from?: string;
}
export interface ImportResult {
  readonly documents: readonly { readonly path: string; readonly text: string }[];
  /** Markdown: what to look at, and what was left out; empty when there is nothing to tell. */
  readonly report: string;
  readonly leads: readonly ReportLead[];
}

/** A line of a report that leads to a line of a document; lines count from 0. */
export interface ReportLead {
  readonly reportLine: number;
  /** Which of the documents, from 0. */
  readonly document: number;
  readonly line: number;
  /** What stands on that line. */
  readonly text: string;
}

/** Request: an open document in another form. Parameters: {@link ExportParams}; `null` for a document that is not open. */
export const exportRequest = 'xen-notes/export';
export interface ExportParams extends DocumentParams {
  /** As `xen-notes export --to` has it. */
  readonly to: string;
}
export type ExportResult =
  | {
      readonly text: string;
      /** Of a file, with its dot. */
      readonly extension: string;
      /** What the form cannot say. */
      readonly uncertain: readonly string[];
    }
  | { readonly problem: string };
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

/** Of a session's notes: `notes` are those that were posted, a `draft` is in the archive and was not. */
export type SessionStatus = 'draft' | 'notes' | 'none' | 'todo' | 'unknown';

export interface ArchiveView {
  /** Whether the first indexing has ended. */
  readonly ready: boolean;
  /** Whether a folder is an archive by a configuration of its own; others are read as one, and only open documents are checked. */
  readonly configured: boolean;
  /** Number of documents of our kinds in the opened folders; 0 means that there is no archive here. */
  readonly documents: number;
  readonly people: number;
  readonly events: readonly EventView[];
  /** Minutes. */
  readonly meetings: readonly MeetingView[];
  /** Notes of no session that is among the events. */
  readonly notes: readonly NotesView[];
  /** Those to be done, the overdue ones first. */
  readonly actions: readonly ActionView[];
}

export interface EventView extends Place {
  readonly title: string;
  /** As written; left out when not stated. */
  readonly date?: string;
  readonly place?: string;
  /** Sessions outside any group stand in a group without a name. */
  readonly groups: readonly GroupView[];
  /** Groups and sections of the page that speak of a topic or of somebody and are no sessions. */
  readonly sections: readonly SectionView[];
}

export interface SectionView extends Place {
  readonly title: string;
  readonly topics: readonly string[];
  readonly people: readonly string[];
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
  /** Notes of it that the archive has. */
  readonly documents: readonly NotesView[];
  /** Whether it has taken place and nobody has said what became of its notes. */
  readonly owed: boolean;
  /** `[[Page#Title]]`, to be pasted. */
  readonly reference: string;
}

export interface MeetingView extends Place {
  readonly title: string;
  readonly date?: string;
  /** What it speaks of. */
  readonly topics: readonly string[];
  readonly actions: number;
}

export interface NotesView extends MeetingView {
  readonly posted: boolean;
}

/** Request: what stands in the way of posting the notes of the archive that were not posted yet. Parameters: none; answers {@link DraftView}s. */
export const draftsRequest = 'xen-notes/drafts';

export interface DraftView extends NotesView {
  /** What is found when they are checked as notes to be posted, the weightiest first. */
  readonly findings: readonly PostingFinding[];
}

/** Request: the mail to the list that an open document makes. Parameters: {@link MailParams}; answers {@link MailView} or {@link Problem}. */
export const mailRequest = 'xen-notes/mail';

export interface MailParams extends DocumentParams {
  /** Addresses that get a copy, as `Name <name@host>`. */
  readonly cc?: readonly string[];
  /** The mail it answers: a Message-ID, or an address in the list's archive that has one. */
  readonly inReplyTo?: string;
}

export interface MailView {
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  /** Message-ID of the mail it answers, with its angle brackets. */
  readonly inReplyTo?: string;
  /** As the list shows it; lines end with LF. */
  readonly text: string;
  /** The whole mail as a mail program opens it; left out where none can be made. */
  readonly file?: string;
  /** Opens the mail in a mail program; left out when it is too long for that. */
  readonly mailto?: string;
  /** People it names whose address is known: they may want a copy. */
  readonly offered: readonly string[];
  /** What stands in the way of posting, by the line (from 0) it is on. */
  readonly errors: readonly Remark[];
  /** What the mail cannot say. */
  readonly lost: readonly Remark[];
}

export interface Remark {
  readonly line: number;
  readonly message: string;
}

/** Request: edits that tell where notes were posted. Parameters: {@link PostedParams}; answers {@link PostedView} or {@link Problem}. */
export const markPostedRequest = 'xen-notes/markPosted';

export interface PostedParams extends DocumentParams {
  /** Address of the message in the list's archive. */
  readonly url: string;
}

export interface PostedView {
  /** Title of the session that gets the address as well; left out when the notes name none of the archive. */
  readonly session?: string;
}

/** Request: a document that is begun, to be made by the client. Parameters: {@link NewDocumentParams}; answers {@link NewDocumentView} or {@link Problem}. */
export const newDocumentRequest = 'xen-notes/newDocument';

export type NewDocumentKind = 'notes' | 'proposal' | 'minutes' | 'event';

export interface NewDocumentParams {
  readonly kind: NewDocumentKind;
  /** A document or folder of the archive it belongs to; the first archive where it is left out. */
  readonly near?: string;
  readonly title?: string;
  /** The session that notes are of, as `[[Page#Title]]` or by its title. */
  readonly session?: string;
  /** The page of the event that a proposal is for. */
  readonly event?: string;
  /** Minutes of the meeting before. */
  readonly previous?: string;
  /** As YYYY-MM-DD. */
  readonly date?: string;
  /** Who writes. */
  readonly writer?: string;
}

export interface NewDocumentView {
  /** Folder of the archive. */
  readonly folder: string;
  /** Its place below that folder, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with places to write at, as a snippet. */
  readonly snippet: string;
}

/** Request: a session on the page of an event. Parameters: {@link NewSessionParams}; answers {@link NewSessionView} or {@link Problem}. */
export const newSessionRequest = 'xen-notes/newSession';

export interface NewSessionParams extends DocumentParams {
  readonly title: string;
  /** Line, from 0, of the heading of its group. */
  readonly line?: number;
}

export interface NewSessionView {
  readonly position: Position;
  readonly snippet: string;
}

/** Request: the name git knows the writer by. Parameters: {@link WriterParams}; answers a name, or `null`. */
export const writerRequest = 'xen-notes/writer';

export interface WriterParams {
  readonly near?: string;
}

/** Request to our own extension: the files of a folder that documents and configurations are in. Parameters: {@link FileParams}; answers {@link ListedFiles} or {@link Unread}. */
export const listFilesRequest = 'xen-notes/listFiles';

/** Request to our own extension: the text of a file. Parameters: {@link FileParams}; answers {@link ReadFile} or {@link Unread}. */
export const readFileRequest = 'xen-notes/readFile';

export interface FileParams extends DocumentParams {
  /** Bytes above which a file is not read. */
  readonly limit: number;
}

export interface ListedFiles {
  readonly uris: readonly string[];
  /** Folders that could not be listed. */
  readonly unread: readonly (DocumentParams & Unread)[];
}

export interface ReadFile {
  readonly text: string;
}

export interface Unread {
  readonly failed: {
    readonly message: string;
    /** As systems name it, such as `ENOENT`. */
    readonly code?: string;
    /** Of a file that is too large, in bytes. */
    readonly size?: number;
  };
}

/** Request: words in the texts of all archives. Parameters: {@link SearchParams}; the answer is {@link SearchAnswer}. */
export const searchRequest = 'xen-notes/search';
export interface SearchParams {
  /** Words, and filters such as `person:jan`. */
  readonly query: string;
}
export interface SearchAnswer {
  /** The best first. */
  readonly places: readonly FoundPlace[];
  /** Whole queries that may be meant by the filter at the end of this one. */
  readonly completions: readonly string[];
}
/** A section that was found. */
export interface FoundPlace {
  readonly uri: string;
  readonly position: Position;
  readonly title: string;
  /** Title of its document. */
  readonly page: string;
  readonly kind: string;
  readonly year?: number;
  /** What stands around the words, on one line. */
  readonly excerpt: string;
}
