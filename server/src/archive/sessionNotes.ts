import type { DocumentFacts } from '../document/document.js';
import { titleSection } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact, SessionStatus } from '../document/sessions.js';
import type { Archive, SessionEntry } from './archive.js';
import { resolveReference, resolveSession, resolveWikiAddress, type Resolution } from './references.js';

/** What is known of a session's notes: what its page states, or that the archive has notes that were not posted yet. */
export type NotesStatus = SessionStatus | 'draft';

/** A session's notes, as its page and the documents of the archive tell of them. */
export interface SessionNotes {
  readonly status: NotesStatus;
  /** Own documents that are the notes of it. */
  readonly documents: readonly DocumentFacts[];
  /** Where they were posted: as the page states, else as the documents do. */
  readonly addresses: readonly string[];
}

/** The session that the `Session` field of notes leads to; `undefined` when there is none, or it leads nowhere. */
export function sessionOfNotes(archive: Archive, notes: DocumentFacts): SessionEntry | undefined {
  const section = notes.sections.find(({ facts }) => fieldNamed(facts, 'Session'));
  const field = section && fieldNamed(section.facts, 'Session');
  if (!section || !field) return undefined;
  const { start, end } = field.valueSpan;
  const reference = section.facts.references.find(({ span }) => start <= span.start && span.end <= end);
  const resolution = reference
    ? resolveReference(archive, reference, notes)
    : resolveSession(archive, field.value, notes);
  return sessionAt(resolution?.kind === 'external' ? resolveWikiAddress(archive, resolution.url, notes) : resolution);
}

/** A proposal is a page and its session in one. */
function sessionAt(resolution: Resolution | undefined): SessionEntry | undefined {
  if (resolution?.kind !== 'found') return undefined;
  const { document, section, session } = resolution;
  const own = document.kind === 'proposal' && !section ? document.sessions[0] : session;
  return own && { document, session: own };
}

/** Addresses that notes state for themselves. */
export function postedAt(notes: DocumentFacts): readonly string[] {
  const head = titleSection(notes) ?? notes.sections[0];
  return head ? (fieldNamed(head.facts, 'Notes')?.urls ?? []) : [];
}

/** Whether notes say that they were posted, by their address or the Message-ID of the mail. */
export function isPosted(notes: DocumentFacts): boolean {
  const head = titleSection(notes) ?? notes.sections[0];
  const id = head && fieldNamed(head.facts, 'Message-ID')?.value;
  return postedAt(notes).length > 0 || (id !== undefined && id !== '');
}

type NotesBySession = ReadonlyMap<SessionFact, readonly DocumentFacts[]>;

const indexes = new WeakMap<Archive, NotesBySession>();

/** Own notes by the session they lead to; kept with the archive, which is never another. */
function notesBySession(archive: Archive): NotesBySession {
  const known = indexes.get(archive);
  if (known) return known;
  const index = new Map<SessionFact, DocumentFacts[]>();
  for (const document of archive.documents.values()) {
    const entry = document.kind === 'notes' ? sessionOfNotes(archive, document) : undefined;
    if (!entry) continue;
    const notes = index.get(entry.session);
    if (notes) notes.push(document);
    else index.set(entry.session, [document]);
  }
  indexes.set(archive, index);
  return index;
}

/** What is known of a session's notes. */
export function sessionNotes(archive: Archive, session: SessionFact): SessionNotes {
  const documents = notesBySession(archive).get(session) ?? [];
  const addresses = session.notes.length > 0 ? session.notes : documents.flatMap(postedAt);
  if (documents.length === 0 || session.notes.length > 0) return { status: session.status, documents, addresses };
  return { status: documents.some(isPosted) ? 'notes' : 'draft', documents, addresses };
}
