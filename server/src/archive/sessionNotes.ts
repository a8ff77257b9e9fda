import { titleSection, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact, SessionStatus } from '../document/sessions.js';
import { memo } from '../text/memo.js';
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
  const resolution = sessionNamed(archive, notes, section, field);
  return sessionAt(resolution?.kind === 'external' ? resolveWikiAddress(archive, resolution.url, notes) : resolution);
}

/** Where a `Session` field leads, by the reference in it or by the title alone. */
export function sessionNamed(
  archive: Archive,
  document: DocumentFacts,
  { facts }: PlacedFacts,
  { value, valueSpan: { start, end } }: Field,
): Resolution | undefined {
  const reference = facts.references.find(({ span }) => start <= span.start && span.end <= end);
  return reference ? resolveReference(archive, reference, document) : resolveSession(archive, value, document);
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

/** Own notes by the session they lead to; kept with the archive, which is never another. */
const notesBySession = memo((archive: Archive): NotesBySession => {
  const index = new Map<SessionFact, DocumentFacts[]>();
  for (const document of archive.documents.values()) {
    const entry = document.kind === 'notes' ? sessionOfNotes(archive, document) : undefined;
    if (!entry) continue;
    const notes = index.get(entry.session);
    if (notes) notes.push(document);
    else index.set(entry.session, [document]);
  }
  return index;
});

/** What is known of a session's notes. */
export function sessionNotes(archive: Archive, session: SessionFact): SessionNotes {
  const documents = notesBySession(archive).get(session) ?? [];
  const addresses = session.notes.length > 0 ? session.notes : documents.flatMap(postedAt);
  if (documents.length === 0 || session.notes.length > 0) return { status: session.status, documents, addresses };
  return { status: documents.some(isPosted) ? 'notes' : 'draft', documents, addresses };
}
