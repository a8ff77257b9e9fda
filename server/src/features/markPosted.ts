import type { SessionEntry } from '../archive/archive.js';
import { sessionOfNotes } from '../archive/sessionNotes.js';
import { place, type Document, type PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import { messageIdOf, type FieldLabel } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import { insertField } from '../rules/insertField.js';
import { moveToGroup } from '../rules/moveToGroup.js';
import { plainTitle } from '../rules/plainTitle.js';
import { applyEdits, type TextEdit } from '../text/edits.js';
import { shift } from '../text/span.js';
import type { FeatureContext } from './context.js';

/** The session that notes are of, in their own archive; `undefined` when they name none that is there. */
export function postedSession({ document, archive }: FeatureContext): SessionEntry | undefined {
  const entry = sessionOfNotes(archive, document.facts);
  return entry && archive.documents.has(entry.document.path) ? entry : undefined;
}

/** Edits of notes that tell where they were posted. */
export function markNotes(document: Document, url: string): TextEdit[] {
  const { sections, titleSpan } = document.facts;
  const head = sections.find((section) => section.start <= titleSpan.start && titleSpan.start < section.end);
  if (!head) return [];
  const id = messageIdOf(url);
  const notes = setField(document, head, 'Notes', `<${url}>`);
  const known = id === undefined ? undefined : fieldNamed(head.facts, 'Message-ID');
  if (id === undefined || known?.value.includes(id)) return notes;
  return together(notes, setField(document, head, 'Message-ID', `\`<${id}>\``));
}

/**
 * Edits of an event's page that give a session the address of its notes, take `[TODO …]` or `(NO NOTES)` from its title, and
 * move it to the sessions with published notes where the page has that group.
 */
export function markSession(document: Document, session: SessionFact, url: string): TextEdit[] {
  const section = document.facts.sections[session.section];
  if (!section) return [];
  const edits = [...plainTitle(document, section), ...setField(document, section, 'Notes', `<${url}>`)];
  if (session.grouped !== 'unpublished') return edits;
  const [cut, paste] = moveToGroup('published', session, document);
  if (!cut || !paste) return edits;
  // What is moved is what the other edits make of it.
  const moved = document.text.slice(cut.span.start, cut.span.end);
  const own = applyEdits(
    moved,
    edits.map((edit) => ({ ...edit, span: shift(edit.span, -cut.span.start) })),
  );
  return [cut, { ...paste, text: paste.text.replace(moved.trimStart(), () => own.trimStart()) }];
}

/** The edits that give a field a value; none when it has it. An address is added to others that stand there. */
function setField(document: Document, section: PlacedFacts, label: FieldLabel, value: string): TextEdit[] {
  const field = fieldNamed(section.facts, label);
  if (!field) return [insertField(document, section, `${label}: ${value}`)];
  if (field.urls.some((url) => value.includes(url)) || field.value === value) return [];
  const span = place(section, field.valueSpan);
  if (span.start === span.end) {
    const end = place(section, field.span).end;
    const blank = document.text.charAt(end - 1) === ' ' ? '' : ' ';
    return [{ span: { start: end, end }, text: blank + value }];
  }
  return [{ span, text: field.urls.length > 0 ? `${document.text.slice(span.start, span.end)}, ${value}` : value }];
}

/** Two insertions at one place are one, the first before the second. */
function together(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const [one] = first;
  const [other] = second;
  if (!one || !other || one.span.start !== other.span.start || one.span.end !== other.span.end)
    return [...first, ...second];
  // Below a heading the first entry begins the list, and the second follows in it.
  const next = other.text.replace(/^(?:\r\n|\n){2}/, (gap) => gap.slice(gap.length / 2));
  return [{ span: one.span, text: one.text + next }];
}

/** The session of a page that has been read anew. */
export function sessionIn(document: Document, { session }: SessionEntry): SessionFact | undefined {
  return document.facts.sessions.find((each) => each.title === session.title && each.group === session.group);
}
