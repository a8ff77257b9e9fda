import type { Action, NotesLink, PersonMention, Reference } from '../facts.js';
import type { Block, LeafBlock, ListItem } from '../model.js';
import type { Definitions } from '../remark.js';
import { statedNone, type SectionRole } from '../schema.js';
import { labelledPeople, listedPeople, namesOnly, roleIn } from './attendance.js';
import type { FieldList } from './fields.js';
import { leafText, type LeafText } from './leafText.js';
import { markedPieces, readMarked, type Marked } from './markers.js';
import { previousAction } from './previousAction.js';
import { readReferences } from './references.js';

/** What blocks of a section say, as they are read one after the other. */
export interface Draft {
  readonly role: SectionRole | undefined;
  readonly taken: FieldList['taken'];
  readonly people: PersonMention[];
  readonly marked: Marked[];
  readonly previous: Action[];
  readonly references: Reference[];
  readonly notesLinks: NotesLink[];
  summary: string | undefined;
}

export function emptyDraft(role: SectionRole | undefined, taken: Draft['taken']): Draft {
  return {
    role,
    taken,
    people: [],
    marked: [],
    previous: [],
    references: [],
    notesLinks: [],
    summary: undefined,
  };
}

/** What is read at one go: a paragraph, or an item of a list with all that it holds. */
export type Unit = ListItem | Extract<Block, { type: 'paragraph' }>;

/** The units of a block; `undefined` for one that has none. */
export function unitsOf(block: Block): readonly Unit[] | undefined {
  if (block.type === 'list') return block.children;
  return block.type === 'paragraph' ? [block] : undefined;
}

export function readBlock(block: Block, draft: Draft, definitions: Definitions): void {
  const units = unitsOf(block);
  if (units) for (const unit of units) readUnit(unit, draft, definitions);
  else if (block.type === 'heading' || block.type === 'table')
    draft.references.push(...readReferences(leafText(block, definitions)));
  else if (block.type === 'blockquote' || block.type === 'footnoteDefinition')
    for (const child of block.children) readQuoted(child, draft, definitions);
}

export function readUnit(unit: Unit, draft: Draft, definitions: Definitions): void {
  if (unit.type === 'paragraph') readParagraph(unit, draft, definitions);
  else readItem(unit, draft, definitions, 0);
}

/** Quoted text is somebody else's: its references count, its markers and speakers do not. */
function readQuoted(block: Block, draft: Draft, definitions: Definitions): void {
  if ('leaf' in block && block.type !== 'definition')
    draft.references.push(...readReferences(leafText(block, definitions)));
  else if (block.type === 'list')
    for (const item of block.children) for (const child of item.children) readQuoted(child, draft, definitions);
  else if ('children' in block) for (const child of block.children) readQuoted(child, draft, definitions);
}

const mayBeNotesLink = /^[\W_]*(?:For notes|See)\b/i;
const notesForm = /^(?:For notes,?\s+see|See)\b:?\s*(.*)$/i;

function readParagraph(block: LeafBlock, draft: Draft, definitions: Definitions): void {
  const text = leafText(block, definitions);
  draft.references.push(...readReferences(text));
  if (draft.taken.has(block)) return;
  // Only the first paragraph and one that may be a notes link are read for their markup.
  const link = mayBeNotesLink.test(text.raw) ? notesLink(text, text.visible(0, text.raw.length)) : undefined;
  const present = draft.role === undefined ? labelledPeople(text) : undefined;
  if (link) draft.notesLinks.push(link);
  else if (present) draft.people.push(...present);
  else draft.summary ??= text.visible(0, text.raw.length).slice(0, 400) || undefined;
  if (draft.role === 'attendees' || draft.role === 'apologies') draft.people.push(...namesOnly(text, draft.role));
  else for (const piece of markedPieces(text)) readPiece(piece, draft);
}

function readPiece(piece: LeafText, draft: Draft): void {
  const marked = readMarked(piece, { checked: undefined, progress: false });
  if (marked) draft.marked.push(marked);
}

/** `For notes, see <URL>`, or nothing but "See" and an address. A sentence that goes on is prose. */
function notesLink(text: LeafText, visible: string): NotesLink | undefined {
  const form = notesForm.exec(visible);
  if (!form) return undefined;
  const target = (form[1] ?? '').replace(/[.\s]+$/, '');
  const announced = /^for notes/i.test(visible);
  const span = text.span(0, text.raw.trimEnd().length);
  if (/^https?:\/\/\S+$/.test(target)) return { span, url: target };
  const linked = text.nodes().find((node) => node.type === 'link')?.url;
  if (announced && linked !== undefined) return { span, url: linked };
  return target === '' ? { span } : undefined;
}

function readItem(item: ListItem, draft: Draft, definitions: Definitions, depth: number): void {
  const [first, ...rest] = item.children;
  const field = draft.taken.has(item);
  if (first?.type === 'paragraph') {
    const text = leafText(first, definitions);
    draft.references.push(...readReferences(text));
    if (!field) readItemText(text, item, rest, draft, depth);
  } else if (first) readNested(first, draft, definitions, depth, field);
  for (const block of rest) readNested(block, draft, definitions, depth + 1, field);
}

/** `of` a field: its further blocks are its value, and only what they refer to counts. */
function readNested(block: Block, draft: Draft, definitions: Definitions, depth: number, field: boolean): void {
  if (field) readQuoted(block, draft, definitions);
  else if (block.type === 'list') for (const item of block.children) readItem(item, draft, definitions, depth);
  else if (block.type === 'paragraph') readParagraph(block, draft, definitions);
  else readBlock(block, draft, definitions);
}

function readItemText(text: LeafText, item: ListItem, rest: readonly Block[], draft: Draft, depth: number): void {
  if (draft.role === 'attendees' || draft.role === 'apologies') {
    // Names stand in an attendee list's own items; what hangs below one is a remark.
    if (depth === 0) draft.people.push(...listedPeople(text, roleIn(draft.role)));
    return;
  }
  const task = { checked: item.checked, progress: rest.length > 0 || item.checked === true };
  const [own = text, ...pieces] = markedPieces(text);
  const marked = readMarked(own, task);
  if (draft.role === 'previousActions' && depth === 0) {
    const action = marked?.type === 'action' ? marked.fact : undefined;
    if (!statedNone.test(text.raw)) draft.previous.push(previousAction(own, item, action));
  } else if (marked) draft.marked.push(marked);
  for (const piece of pieces) readPiece(piece, draft);
}
