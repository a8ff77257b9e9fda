import type { Action, Field, HeadingFact, NotesLink, PersonMention, Reference, SectionFacts } from '../facts.js';
import type { Block, LeafBlock, ListItem } from '../model.js';
import { contains } from '../../text/span.js';
import { originOf } from '../moving.js';
import type { Definitions } from '../remark.js';
import { fieldOf, noNotesTitle, sectionRole, statedNone, todoTitle, type SectionRole } from '../schema.js';
import { announcedList, labelledPeople, listedPeople, namesOnly, roleIn } from './attendance.js';
import { readFields, type FieldList } from './fields.js';
import { leafText, oneLine, type LeafText } from './leafText.js';
import { markedPieces, readMarked, type Marked } from './markers.js';
import { readPeople } from './people.js';
import { previousAction } from './previousAction.js';
import { moveSpans } from './moveSpans.js';
import { readReferences, referringLeaves } from './references.js';

interface Draft {
  readonly role: SectionRole | undefined;
  readonly taken: FieldList['taken'];
  readonly people: PersonMention[];
  readonly marked: Marked[];
  readonly previous: Action[];
  readonly references: Reference[];
  readonly notesLinks: NotesLink[];
  summary: string | undefined;
  /** Whether what list items say is kept for when they are read again. */
  readonly keep: boolean;
  /** Those of them that nothing was kept of. */
  readonly anew: Unit[];
}

function emptyDraft(role: SectionRole | undefined, taken: Draft['taken']): Draft {
  return {
    role,
    taken,
    people: [],
    marked: [],
    previous: [],
    references: [],
    notesLinks: [],
    summary: undefined,
    keep: false,
    anew: [],
  };
}

/** The leaf blocks of a section whose inline nodes {@link readSection} will ask for. */
export function leavesRead(blocks: readonly Block[]): LeafBlock[] {
  const first = blocks.find((block) => block.type === 'paragraph');
  return [...(first?.type === 'paragraph' ? [first] : []), ...referringLeaves(blocks).filter((leaf) => leaf !== first)];
}

/** The facts of one section's blocks; offsets are those of the blocks. With `keep` list items are remembered for the next time. */
export function readSection(
  blocks: readonly Block[],
  definitions: Definitions,
  { keep }: { readonly keep: boolean },
): SectionFacts {
  const [first] = blocks;
  const heading = first?.type === 'heading' ? readHeading(first, definitions) : undefined;
  const body = heading ? blocks.slice(1) : blocks;
  const head = heading === undefined || heading.depth === 1;
  const { fields, taken } = readFields(body, definitions, { head });
  const draft = { ...emptyDraft(heading?.role, taken), keep };
  if (heading && first?.type === 'heading') draft.references.push(...readReferences(leafText(first, definitions)));
  body.forEach((block, index) => {
    const list = block.type === 'list' ? announcedList(body[index - 1], { head }) : undefined;
    readBlock(block, list ? { ...draft, role: list } : draft, definitions);
  });
  const empty = body.every((block) => block.type === 'html' || block.type === 'thematicBreak');
  const facts = { ...(heading && { heading }), fields, ...stated(draft), empty };
  const [unit, another] = draft.anew;
  if (unit && !another) onlyAnew.set(facts, unit);
  return facts;
}

function stated(draft: Draft): Omit<SectionFacts, 'heading' | 'fields' | 'empty'> {
  const of = <T extends Marked['type']>(type: T) =>
    draft.marked.filter((each) => each.type === type).map((each) => each.fact as Extract<Marked, { type: T }>['fact']);
  return {
    people: draft.people,
    actions: [...of('action'), ...draft.previous].sort((one, other) => one.span.start - other.span.start),
    speeches: of('speech'),
    decisions: of('decision'),
    clarifications: of('clarification'),
    references: draft.references,
    notesLinks: draft.notesLinks,
    todos: of('todo'),
    ...(draft.summary !== undefined && { summary: draft.summary }),
  };
}

/** A paragraph or list item of a section, and what it says by itself. */
export interface Part {
  readonly unit: Unit;
  /** With the section's heading; spans are the section's. */
  readonly facts: SectionFacts;
}

const onlyAnew = new WeakMap<SectionFacts, Unit>();

/** The only part of a section that was not known already when its facts were read; all else of them is as it was. */
export function partReadAnew(facts: SectionFacts): Part | undefined {
  const unit = onlyAnew.get(facts);
  const kept = unit && keptUnits.get(unit);
  if (!kept) return undefined;
  const { heading, empty } = facts;
  const fields = facts.fields.filter(({ span }) => contains(unit.span, span));
  return { unit, facts: { ...(heading && { heading }), fields, ...stated(kept), empty } };
}

const headings = new WeakMap<Block, { readonly definitions: Definitions; readonly fact: HeadingFact }>();

/** A section's heading stays the same block while what stands below it is written. */
function readHeading(block: Extract<Block, { type: 'heading' }>, definitions: Definitions): HeadingFact {
  const known = headings.get(block);
  if (known?.definitions === definitions) return known.fact;
  const fact = headingFact(block, definitions);
  headings.set(block, { definitions, fact });
  return fact;
}

function headingFact(block: Extract<Block, { type: 'heading' }>, definitions: Definitions): HeadingFact {
  const text = leafText(block, definitions);
  const shown = text.visible(0, text.raw.length);
  const todo = todoTitle.exec(shown);
  const noNotes = noNotesTitle.exec(shown);
  const title = oneLine(todo?.[1] ?? noNotes?.[1] ?? shown);
  const role = sectionRole(title);
  const field = fieldOf(title.replace(/:$/, ''));
  const at = text.raw.indexOf(title);
  const hosts = /^\s*\((.+)\)\s*$/.exec(todo?.[2] ?? '');
  const hostsAt = hosts ? text.raw.lastIndexOf(hosts[1] ?? '') : 0;
  return {
    depth: block.depth,
    title,
    text: text.raw,
    span: block.span,
    titleSpan: at < 0 ? text.span(0, text.raw.length) : text.span(at, at + title.length),
    ...(role && { role }),
    ...(field && !role && { field: field.label }),
    ...(todo ? { mark: 'todo' as const } : noNotes ? { mark: 'noNotes' as const } : {}),
    people: hosts ? readHosts(hosts[1] ?? '', hostsAt, text) : [],
  };
}

/** `(Paul Durrant, Citrix)` behind a title: a person and the company. */
function readHosts(hosts: string, at: number, text: LeafText): PersonMention[] {
  const [person, company] = readPeople({ text: hosts, span: (from, to) => text.span(at + from, at + to) }, 'host');
  if (!person) return [];
  return [{ ...person, ...(company && { affiliation: company.name }) }];
}

function readBlock(block: Block, draft: Draft, definitions: Definitions): void {
  if (block.type === 'list') for (const item of block.children) readKept(item, draft, definitions);
  else if (block.type === 'paragraph') readKept(block, draft, definitions);
  else if (block.type === 'heading' || block.type === 'table')
    draft.references.push(...readReferences(leafText(block, definitions)));
  else if (block.type === 'blockquote' || block.type === 'footnoteDefinition')
    for (const child of block.children) readQuoted(child, draft, definitions);
}

export type Unit = ListItem | Extract<Block, { type: 'paragraph' }>;

/** What was read of a unit, with the surroundings it was read in; spans are those of the unit's origin. */
interface Kept extends Draft {
  readonly definitions: Definitions;
  readonly field: boolean;
}

const keptUnits = new WeakMap<Unit, Kept>();

/** A list item or paragraph that has only moved says what it said before. */
function readKept(unit: Unit, draft: Draft, definitions: Definitions): void {
  if (!draft.keep) {
    readUnit(unit, draft, definitions);
    return;
  }
  const origin = originOf(unit);
  const field = draft.taken.has(unit);
  const known = keptUnits.get(origin);
  const holds = known?.definitions === definitions && known.role === draft.role && known.field === field;
  if (!holds) draft.anew.push(unit);
  const own = holds ? known : readAlone(origin, draft.role, field, definitions);
  const by = unit.span.start - origin.span.start;
  addMoved(draft.people, own.people, by);
  addMoved(draft.marked, own.marked, by);
  addMoved(draft.previous, own.previous, by);
  addMoved(draft.references, own.references, by);
  addMoved(draft.notesLinks, own.notesLinks, by);
  draft.summary ??= own.summary;
}

function addMoved<Fact>(facts: Fact[], own: readonly Fact[], by: number): void {
  // Most items have no more than one kind of fact.
  if (own.length > 0) facts.push(...moveSpans(own, by));
}

function readAlone(unit: Unit, role: SectionRole | undefined, field: boolean, definitions: Definitions): Kept {
  const own: Kept = { ...emptyDraft(role, new Set(field ? [unit] : [])), definitions, field };
  readUnit(unit, own, definitions);
  keptUnits.set(unit, own);
  return own;
}

function readUnit(unit: Unit, draft: Draft, definitions: Definitions): void {
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

/** Fields by label; the first of several wins. */
export function fieldNamed(facts: SectionFacts, label: Field['label']): Field | undefined {
  return facts.fields.find((field) => field.label === label);
}
