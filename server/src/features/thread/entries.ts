import { actionsOf, isOpen, type ActionEntry } from '../../archive/actions.js';
import type { Archive } from '../../archive/archive.js';
import { sessionNotes, type NotesStatus } from '../../archive/sessionNotes.js';
import { place, type DocumentFacts, type PlacedFacts } from '../../document/document.js';
import type { Decision } from '../../document/facts.js';
import type { DecisionKind, DocumentKind } from '../../document/schema.js';
import type { SessionFact } from '../../document/sessions.js';
import { lineAt, type ArchivedDocument } from '../context.js';
import { shownName } from '../people.js';

/** Something that a thread through the years runs by; what is told of it depends on what it is. */
export interface ThreadEntry {
  readonly kind: 'session' | 'group' | 'section' | 'decision' | 'action' | DocumentKind;
  /** Its title, or its words. */
  readonly title: string;
  /** Of the document, as precise as stated. */
  readonly date?: string;
  /** Title of the document. */
  readonly page: string;
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  /** Of a session's notes. */
  readonly status?: NotesStatus;
  /** Of an action. */
  readonly owners?: readonly string[];
  readonly open?: boolean;
  readonly due?: string;
  readonly decision?: DecisionKind;
  /** What somebody was there as, or did there. */
  readonly roles?: readonly string[];
}

/** What all entries of a document have in common. */
export function placed(document: DocumentFacts, offset: number): Pick<ThreadEntry, 'date' | 'page' | 'path' | 'line'> {
  const { date, title: page, path } = document;
  return { ...(date && { date: date.iso }), page, path, line: lineAt(document, offset) };
}

export function sessionEntry({ archive, document }: ArchivedDocument, session: SessionFact): ThreadEntry {
  const { status } = sessionNotes(archive, session);
  return { kind: 'session', title: session.title, ...placed(document, session.titleSpan.start), status };
}

export function actionEntry(archive: Archive, { document, section, action }: ActionEntry): ThreadEntry {
  const due = action.due?.date?.iso ?? action.due?.text;
  const named = action.owners.filter((owner) => !owner.unnamed);
  return {
    kind: 'action',
    title: action.text,
    ...placed(document, place(section, action.span).start),
    owners: [...new Set(named.map((owner) => shownName(archive, owner, document)))],
    open: isOpen(action),
    ...(due !== undefined && { due }),
  };
}

/** The actions that documents give; what they carry over counts where it was given. */
export function actionsGiven(document: DocumentFacts): ActionEntry[] {
  return actionsOf(document).filter(({ action }) => !action.previous);
}

export function decisionEntry(document: DocumentFacts, section: PlacedFacts, decision: Decision): ThreadEntry {
  const { kind, text, span, result } = decision;
  return {
    kind: 'decision',
    title: text,
    ...placed(document, place(section, span).start),
    decision: result ?? kind,
  };
}

/** Entries by date, those of one document as they stand in it; what has no date comes last. */
export function byDate(entries: readonly ThreadEntry[]): readonly ThreadEntry[] {
  const key = ({ date }: ThreadEntry): string => date ?? '9999';
  return [...entries].sort(
    (one, other) => compared(key(one), key(other)) || compared(one.path, other.path) || one.line - other.line,
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
