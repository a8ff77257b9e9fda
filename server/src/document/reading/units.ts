import type { Decision, NotesLink, PersonMention, Reference, UnreadEntry } from '../facts.js';
import type { Block, LeafBlock, ListItem } from '../model.js';
import type { Definitions } from '../remark.js';
import { isAttendance, listRoles, sectionRole, statedNone, type SectionRole } from '../schema.js';
import { asPrevious, type Task } from './actionOf.js';
import { labelledPeople, listedIn, namesOnly, roleIn, unreadIn, withRole } from './attendance.js';
import { peopleOfTable } from './attendanceTable.js';
import type { FieldList } from './fields.js';
import { leafText, type LeafText } from './leafText.js';
import { listedAction } from './listedAction.js';
import { linesOf, markedPieces, readMarked, type Marked } from './markers.js';
import { namesPeople, ownersAhead, readOwners } from './owners.js';
import { readReferences } from './references.js';

/** What a unit's surroundings tell of it. */
export interface UnitContext {
  readonly role: SectionRole | undefined;
  /** What those listed are there as, where the heading says so. */
  readonly listedAs?: string | undefined;
  /** Whether a marker below "Previous actions" gives a new action: where the old ones have none. */
  readonly markedIsNew?: boolean;
  /** Names in small letters that somebody listed above is called by: `jan: …` is what Jan says. */
  readonly called?: readonly string[] | undefined;
}

/** What blocks of a section say, as they are read one after the other. */
export interface Draft extends UnitContext {
  readonly taken: FieldList['taken'];
  readonly people: PersonMention[];
  readonly unread: UnreadEntry[];
  readonly marked: Marked[];
  readonly references: Reference[];
  readonly notesLinks: NotesLink[];
  summary: string | undefined;
  /** Whose actions the items are, where somebody's name stands above them. */
  readonly owners?: readonly PersonMention[];
}

export function emptyDraft({ role, listedAs, markedIsNew = false, called }: UnitContext, taken: Draft['taken']): Draft {
  return {
    role,
    listedAs,
    markedIsNew,
    called,
    taken,
    people: [],
    unread: [],
    marked: [],
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
  else if (block.type === 'heading' || block.type === 'table') {
    const text = leafText(block, definitions);
    draft.references.push(...readReferences(text));
    if (block.type === 'table' && isAttendance(draft.role)) addListed(peopleOfTable(text, roleIn(draft.role)), draft);
  } else if (block.type === 'blockquote' || block.type === 'footnoteDefinition')
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
const notesForm = /^(?:For notes,?\s+see|See)\b:?\s*(?!\s)(.*)$/i;

function readParagraph(block: LeafBlock, draft: Draft, definitions: Definitions): void {
  const text = leafText(block, definitions);
  draft.references.push(...readReferences(text));
  if (draft.taken.has(block)) return;
  // Only the first paragraph and one that may be a notes link are read for their markup.
  const link = mayBeNotesLink.test(text.raw) ? notesLink(text, text.visible(0, text.raw.length)) : undefined;
  const present = draft.role === undefined || isAttendance(draft.role) ? labelledPeople(text) : undefined;
  if (link) draft.notesLinks.push(link);
  else if (present) draft.people.push(...present);
  else draft.summary ??= text.visible(0, text.raw.length).slice(0, 400) || undefined;
  if (present) return;
  const listed = isAttendance(draft.role) ? namesOnly(text, draft.role) : [];
  if (listed.length > 0) addListed(listed, draft);
  else readLines(text, draft);
}

function addListed(people: readonly PersonMention[], { people: all, listedAs }: Draft): void {
  for (const person of people) all.push(listedAs === undefined ? person : withRole(person, listedAs));
}

const noTask: Task = { checked: undefined, reports: [] };

function readPiece(piece: LeafText, draft: Draft): void {
  draft.marked.push(...readMarked(piece, noTask, draft.called));
}

/** The pieces of a paragraph: below `TODO:` or a heading "Actions" lines are actions, below "Decisions" the text is one. */
function readLines(text: LeafText, draft: Draft): void {
  const steps = listedLines(text) ?? (draft.role === 'actions' ? shortLines(text) : undefined);
  if (steps) for (const step of steps) readListed(step, noTask, { ...draft, role: 'actions' });
  else
    for (const piece of markedPieces(text)) {
      const marked = readMarked(piece, noTask, draft.called);
      const listed = draft.role === 'decisions' || (draft.role === 'actions' && ownersAhead(piece.raw) !== undefined);
      if (marked.length > 0 && draft.role === 'previousActions') addPrevious(marked, draft);
      else if (listed) readListed(piece, noTask, draft);
      else draft.marked.push(...marked);
    }
}

/** The lines below a label such as `TODO:` that is a paragraph's first line; `undefined` where none is. */
function listedLines(text: LeafText): LeafText[] | undefined {
  if (!/[\r\n]/.test(text.raw)) return undefined;
  const label = /^[^\r\n]*:[*_]{0,2}[ \t]*(?=[\r\n])/.exec(text.raw)?.[0];
  return label !== undefined && sectionRole(label) === 'actions' ? linesOf(text).slice(1) : undefined;
}

/** Lines that end long before a mail would be wrapped are meant as lines; `undefined` for what may be a wrapped sentence. */
function shortLines(text: LeafText): LeafText[] | undefined {
  const lines = linesOf(text);
  const short = lines.slice(0, -1).every(({ raw }) => raw.length <= longestStep && !/[,;]$/.test(raw));
  return lines.length > 1 && short ? lines : undefined;
}

const longestStep = 50;

/** Marked lines below "Previous actions": actions there are those of last time, unless these have no marker. */
function addPrevious(marked: readonly Marked[], { markedIsNew, marked: all }: Draft): void {
  for (const each of marked)
    all.push(each.type === 'action' && !markedIsNew ? { ...each, fact: asPrevious(each.fact) } : each);
}

/** An item, or a line, of a list that says what its items are; those of other lists are what their markers say. */
function readListed(text: LeafText, task: Task, draft: Draft): void {
  const marked = readMarked(text, task, draft.called);
  const kinds = marked.filter(({ type }) => type !== 'speech' && type !== 'todo');
  const previous = draft.role === 'previousActions' || draft.role === 'closedActions';
  if (kinds.length > 0 && previous)
    addPrevious(
      kinds.map((each) => ended(each, draft)),
      draft,
    );
  else if (
    kinds.length > 0 ||
    /^(?:nothing|no (?:new |open |further )?actions?)\W*$/i.test(text.raw) ||
    statedNone.test(text.raw)
  )
    draft.marked.push(...kinds);
  else if (draft.role === 'decisions') draft.marked.push({ type: 'decision', fact: listedDecision(text) });
  else {
    const action = listedAction(text, task);
    const fact = draft.owners && action.owners.length === 0 ? { ...action, owners: draft.owners } : action;
    draft.marked.push(ended({ type: 'action', fact: previous ? asPrevious(fact) : fact }, draft));
  }
}

/** What stands below "Closed actions" is done, unless it says how it went. */
function ended(marked: Marked, { role }: Draft): Marked {
  if (role !== 'closedActions' || marked.type !== 'action' || marked.fact.state !== undefined) return marked;
  return { ...marked, fact: { ...marked.fact, state: 'done', done: true, progress: true } };
}

function listedDecision(text: LeafText): Decision {
  const span = text.span(0, text.raw.trimEnd().length);
  return {
    kind: 'decision',
    text: text.visible(0, text.raw.length),
    span,
    markerSpan: { start: span.start, end: span.start },
  };
}

/** `For notes, see <URL>`, or nothing but "See" and an address. A sentence that goes on is prose. */
function notesLink(text: LeafText, visible: string): NotesLink | undefined {
  const form = notesForm.exec(visible);
  if (!form) return undefined;
  const target = (form[1] ?? '').replace(/(?<![.\s])[.\s]+$/, '');
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
    const owners = depth === 0 && !field ? ownersOfItems(item, text, draft) : undefined;
    if (owners) {
      for (const block of rest) readNested(block, { ...draft, owners }, definitions, depth, field);
      return;
    }
    if (!field) readItemText(text, item, draft, definitions, depth);
  } else if (first) readNested(first, draft, definitions, depth, field);
  for (const block of rest) readNested(block, draft, definitions, depth + 1, field);
}

/** Whose actions stand below an item of a list of actions that is nothing but names. */
function ownersOfItems(item: ListItem, { raw, span }: LeafText, { role }: Draft): PersonMention[] | undefined {
  if (role === undefined || !listRoles.has(role) || role === 'decisions') return undefined;
  // Without a colon, a handle or bold print it may be a topic.
  const [, bold, names = ''] = /^([*_]{0,2})(.*?)(?::[*_]{0,2}|\1)$/.exec(raw.trimEnd()) ?? [];
  const sure = bold !== '' || /^@|:[*_]{0,2}$/.test(raw.trimEnd());
  const at = raw.indexOf(names);
  if (!sure || !item.children.some(({ type }) => type === 'list') || !namesPeople(names)) return undefined;
  return readOwners(names, (from, to) => span(at + from, at + to));
}

/** `of` a field: its further blocks are its value, and only what they refer to counts. */
function readNested(block: Block, draft: Draft, definitions: Definitions, depth: number, field: boolean): void {
  if (field) readQuoted(block, draft, definitions);
  else if (block.type === 'list') for (const item of block.children) readItem(item, draft, definitions, depth);
  else if (block.type === 'paragraph') readParagraph(block, draft, definitions);
  else readBlock(block, draft, definitions);
}

function readItemText(text: LeafText, item: ListItem, draft: Draft, definitions: Definitions, depth: number): void {
  const rest = item.children.slice(1);
  if (isAttendance(draft.role)) {
    // What hangs below an item is a remark, or the people of a company: the item tells.
    if (depth > 0) return;
    const entry = listedIn(item, roleIn(draft.role), definitions);
    addListed(entry.people, draft);
    draft.unread.push(...unreadIn(entry, text));
    if (entry.people.length > 0 || entry.unread !== undefined) return;
  }
  const task = { checked: item.checked, reports: rest.flatMap(reportsIn) };
  const [own = text, ...pieces] = markedPieces(text);
  const listed = depth === 0 && draft.role !== undefined && listRoles.has(draft.role);
  if (listed) readListed(own, task, draft);
  else draft.marked.push(...readMarked(own, task, draft.called).map((each) => ended(each, draft)));
  for (const piece of pieces) readPiece(piece, draft);
}

/** Texts of what stands below an item. */
function reportsIn(block: Block): string[] {
  if (block.type === 'list') return block.children.flatMap(({ children: [first] }) => (first ? reportsIn(first) : []));
  return 'leaf' in block ? [block.leaf.text] : [''];
}
