import type { Span } from '../text/span.js';
import type { StatedDate } from './dates.js';
import type { ActionState, Attendance, DecisionKind, FieldLabel, MotionResult, SectionRole } from './schema.js';

/**
 * What a section says, as plain data. Spans are UTF-16 offsets from the section's start, so that facts hold wherever the
 * section moves to.
 */
export interface SectionFacts {
  /** Absent in what stands before the first heading. */
  readonly heading?: HeadingFact;
  readonly fields: readonly Field[];
  /** People on an attendee or apologies list, in a people field, or who own or speak, stand with that fact. */
  readonly people: readonly PersonMention[];
  /** Entries of attendee lists that nobody can read. */
  readonly unread: readonly UnreadEntry[];
  readonly actions: readonly Action[];
  readonly speeches: readonly Speech[];
  readonly decisions: readonly Decision[];
  readonly clarifications: readonly Clarification[];
  readonly references: readonly Reference[];
  /** Notes links in prose: `For notes, see <URL>`; a field `Notes:` is among the fields. */
  readonly notesLinks: readonly NotesLink[];
  /** `[TODO Title]` or `TODO …` at the start of a list item or paragraph. */
  readonly todos: readonly Todo[];
  /** The first paragraph that is no field list, for hovers; at most 400 characters. */
  readonly summary?: string;
  /** Whether anything stands under the heading. */
  readonly empty: boolean;
}

export interface HeadingFact {
  readonly depth: number;
  /** Text without markup, and without `[TODO …]` or `(NO NOTES)` around it. */
  readonly title: string;
  /** The heading's text as written, markup included. */
  readonly text: string;
  readonly span: Span;
  readonly titleSpan: Span;
  readonly role?: SectionRole;
  /** The field whose long form this section is. */
  readonly field?: FieldLabel;
  readonly mark?: 'todo' | 'noNotes';
  /** Set where it stands below a list of those present and names a part of them: `### Observers`. */
  readonly group?: ListGroup;
  /** Hosts in parentheses behind `[TODO Title]`. */
  readonly people: readonly PersonMention[];
}

/** A part of a list of people that has a heading of its own. */
export interface ListGroup {
  readonly list: Attendance;
  /** Level of the heading of the whole list. */
  readonly depth: number;
  /** What those of the group are there as; absent where its name tells none. */
  readonly role?: string;
  /** Whether the heading is none: a line of dashes below the names made it one. */
  readonly underlined?: true;
}

export interface Field {
  /** Canonical label; absent when the label is not known. */
  readonly label?: FieldLabel;
  /** The label as written. */
  readonly written: string;
  readonly labelSpan: Span;
  /** Value without markup; empty when nothing stands behind the colon. */
  readonly value: string;
  readonly valueSpan: Span;
  /** The whole entry, without the list marker. */
  readonly span: Span;
  /** For people fields. */
  readonly people: readonly PersonMention[];
  /** For fields that list names, topics or titles. */
  readonly items: readonly { readonly text: string; readonly span: Span }[];
  /** For date fields; absent when the value is no date. */
  readonly date?: StatedDate;
  /** Addresses in the value. */
  readonly urls: readonly string[];
}

export type PersonRole = 'attendee' | 'apology' | 'field' | 'owner' | 'speaker' | 'clarifier' | 'host';

export interface PersonMention {
  /** As written, without company and roles; empty for an unnamed attendee. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The mention with its parentheses. */
  readonly span: Span;
  readonly text: string;
  readonly affiliation?: string;
  /** What somebody is called on the web, without its `@`. */
  readonly handle?: string;
  /** As given behind the name or before it, such as `JB`; speakers may go by them. */
  readonly initials?: string;
  /** What else is said behind the name: `left early`, `he/him`. */
  readonly remark?: string;
  /** Chair, scribe, remote, absent … in lower case, and bodies such as `TSC` as they are written. */
  readonly roles: readonly string[];
  readonly as: PersonRole;
  /** `+ another from X?` */
  readonly unnamed: boolean;
}

/** An item of an attendee list that names nobody as far as can be told. */
export interface UnreadEntry {
  readonly span: Span;
  /** As written. */
  readonly text: string;
}

export interface Action {
  /** All of it: marker, owners, text. */
  readonly span: Span;
  /** The word ACTION, or empty for an item of a list of actions. It stands behind the text where a sentence ends with it. */
  readonly markerSpan: Span;
  readonly owners: readonly PersonMention[];
  /** What stands where owners do, as written. */
  readonly ownersText: string;
  /** Whether the document says that the owner is not known. */
  readonly ownerStatedUnknown: boolean;
  readonly text: string;
  readonly textSpan: Span;
  readonly due?: DueDate;
  /** How it went; absent where nothing is said of it. */
  readonly state?: ActionState;
  readonly done: boolean;
  /** An item under "Previous actions": given at an earlier meeting. */
  readonly previous: boolean;
  /** Whether sub-items, a tick or a state say how it went. */
  readonly progress: boolean;
  /** The line's head in canonical form (`ACTION Name, Name (by D): `), when it is written otherwise. */
  readonly canonicalHead?: { readonly span: Span; readonly text: string };
}

export interface DueDate {
  /** Without "by". */
  readonly text: string;
  readonly span: Span;
  readonly date?: StatedDate;
  /** Set where a sentence says it at its end; at the head a date is expected. */
  readonly inText?: true;
}

export interface Speech {
  readonly speakers: readonly PersonMention[];
  readonly span: Span;
}

export interface Decision {
  readonly kind: DecisionKind;
  /** Empty where nothing stands behind the marker. */
  readonly text: string;
  /** What became of a motion, where its own line says so. */
  readonly result?: MotionResult;
  readonly span: Span;
  readonly markerSpan: Span;
}

export interface Clarification {
  readonly by?: PersonMention;
  readonly text: string;
  readonly span: Span;
}

export type Reference = {
  readonly span: Span;
  /** Text shown, where it differs from the target. */
  readonly text?: string;
} & (
  | { readonly kind: 'wiki'; readonly page: string; readonly section?: string; readonly target: string }
  /** A Markdown link: address or path with fragment. */
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'xsa'; readonly target: string; readonly number: number }
);

export interface NotesLink {
  readonly span: Span;
  /** Absent when nothing follows "For notes, see". */
  readonly url?: string;
}

export interface Todo {
  readonly span: Span;
  readonly title: string;
}
