import { contains } from '../../text/span.js';
import type { Field, HeadingFact, ListGroup, PersonMention, SectionFacts } from '../facts.js';
import type { Block, LeafBlock } from '../model.js';
import { originOf } from '../moving.js';
import type { Definitions } from '../remark.js';
import { fieldOf, isAttendance, noNotesTitle, sectionRole, todoHeading, type SectionRole } from '../schema.js';
import { announcedList, listsOthers, namesOnly } from './attendance.js';
import { groupOf, headingOf } from './attendanceGroup.js';
import { leavesOfFields, readFields } from './fields.js';
import { leafText, oneLine, type LeafText } from './leafText.js';
import { beginsWithMarker, type Marked } from './markers.js';
import { moveSpans } from './moveSpans.js';
import { readPeople } from './people.js';
import { referringLeaves } from './references.js';
import { emptyDraft, readBlock, readUnit, unitsOf, type Draft, type Unit, type UnitContext } from './units.js';

/** The leaf blocks of a section whose inline nodes {@link readSection} will ask for. */
export function leavesRead(blocks: readonly Block[]): LeafBlock[] {
  const [first] = blocks;
  const heading = first?.type === 'heading' ? first : undefined;
  const head = heading === undefined || heading.depth === 1;
  const summary = blocks.find((block) => block.type === 'paragraph');
  const fields = leavesOfFields(heading ? blocks.slice(1) : blocks, { head });
  return [...new Set([heading ?? [], summary ?? [], fields, referringLeaves(blocks)].flat())];
}

export interface SectionOptions {
  /** Whether somebody writes in it: then its list items and paragraphs are remembered for the next time. */
  readonly keep: boolean;
  /** The list of people it may be a part of, as the section before it tells. */
  readonly list?: ListGroup | undefined;
  /** Those of {@link calledIn} who are listed above it: they speak. */
  readonly called?: readonly string[] | undefined;
}

/** The facts of one section's blocks; offsets are those of the blocks. */
export function readSection(
  blocks: readonly Block[],
  definitions: Definitions,
  { keep, list, called }: SectionOptions,
): SectionFacts {
  const [first] = blocks;
  const own = first?.type === 'heading' ? (keep ? keptHeading : headingFact)(first, definitions) : undefined;
  const body = own ? blocks.slice(1) : blocks;
  const group = own && list && groupOf(own, blocks, list, definitions);
  const heading = own && group ? headingOf(own, group) : own;
  const head = heading === undefined || heading.depth === 1;
  const { fields, taken } = readFields(body, definitions, { head });
  const empty = body.every((block) => block.type === 'html' || block.type === 'thematicBreak');
  const told = { heading, fields, empty };
  const context = {
    role: heading?.role,
    listedAs: group?.role,
    markedIsNew: heading?.role === 'previousActions' && beginsUnmarked(body),
    called,
  };
  const above = emptyDraft(context, taken);
  if (heading && first) readBlock(first, above, definitions);
  if (first?.type === 'heading' && group?.underlined)
    above.people.push(...namesOnly(leafText(first, definitions), group.list));
  const roles = body.map((block, index): BlockRole => {
    const list =
      block.type === 'list' || block.type === 'paragraph' ? announcedList(body[index - 1], { head }) : undefined;
    // Names may stand below a label as lines; what else stands there are sentences.
    if (list && (block.type === 'list' || isAttendance(list))) return { role: list, announced: true };
    const isOther = index > 1 && listsOthers(block, body[index - 1], heading?.role, definitions);
    return { role: isOther ? undefined : heading?.role, announced: false };
  });
  if (keep) return readApart(body, { told, above, roles, definitions });
  body.forEach((block, index) => {
    const role = roles[index]?.role;
    // What is read of a block is added to the draft; only what announced blocks say is no summary.
    readBlock(block, role === above.role ? above : { ...above, role }, definitions);
  });
  return factsOf(told, above);
}

/** What a block lists, by the text above it or else by the section's heading. */
interface BlockRole {
  readonly role: SectionRole | undefined;
  readonly announced: boolean;
}

/** Whether the first item or line of a list of actions has no marker. */
function beginsUnmarked(body: readonly Block[]): boolean {
  const first = body.find(({ type }) => type === 'list' || type === 'paragraph');
  const leaf = first?.type === 'list' ? first.children[0]?.children[0] : first;
  return leaf?.type === 'paragraph' && !beginsWithMarker(leaf.leaf.text.replace(/^\W+/, ''));
}

interface Told {
  readonly heading: HeadingFact | undefined;
  readonly fields: readonly Field[];
  readonly empty: boolean;
}

type Writable<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] };
type ByType = { readonly [Type in Marked['type']]: Extract<Marked, { type: Type }>['fact'][] };

function factsOf({ heading, fields, empty }: Told, draft: Draft): SectionFacts {
  const of: ByType = { action: [], speech: [], decision: [], clarification: [], todo: [] };
  for (const { type, fact } of draft.marked) (of[type] as (typeof fact)[]).push(fact);
  const facts: Writable<SectionFacts> = {
    fields,
    people: draft.people,
    unread: draft.unread,
    actions: of.action,
    speeches: of.speech,
    decisions: of.decision,
    clarifications: of.clarification,
    references: draft.references,
    notesLinks: draft.notesLinks,
    todos: of.todo,
    empty,
  };
  if (heading) facts.heading = heading;
  if (draft.summary !== undefined) facts.summary = draft.summary;
  return facts;
}

/** Something that was read of a section before, and how far it has moved since. */
interface Said {
  readonly own: Draft;
  readonly by: number;
}

interface Surroundings {
  readonly told: Told;
  /** What the heading says. */
  readonly above: Draft;
  readonly roles: readonly BlockRole[];
  readonly definitions: Definitions;
}

/** A list item or paragraph that has only moved says what it said before. */
function readApart(body: readonly Block[], { told, above, roles, definitions }: Surroundings): SectionFacts {
  const said: Said[] = [{ own: above, by: 0 }];
  const anew: Unit[] = [];
  let summary: string | undefined;
  body.forEach((block, index) => {
    const { role, announced } = roles[index] ?? { role: above.role, announced: false };
    const units = unitsOf(block);
    if (!units) {
      const own = emptyDraft({ ...above, role }, above.taken);
      readBlock(block, own, definitions);
      said.push({ own, by: 0 });
    }
    for (const unit of units ?? []) {
      const origin = originOf(unit);
      const field = above.taken.has(unit);
      const known = keptUnits.get(origin);
      const holds =
        known?.definitions === definitions && isSameContext(known, { ...above, role }) && known.field === field;
      if (!holds) anew.push(unit);
      const own = holds ? known : readAlone(origin, { ...above, role }, field, definitions);
      said.push({ own, by: unit.span.start - origin.span.start });
      if (!announced) summary ??= own.summary;
    }
  });
  const facts = whenAsked(told, said, summary);
  const [unit, another] = anew;
  if (unit && !another) onlyAnew.set(facts, unit);
  return facts;
}

/** Facts that are put together when somebody asks for them: for most keystrokes nobody does. */
function whenAsked(told: Told, said: readonly Said[], summary: string | undefined): SectionFacts {
  const people: PersonMention[] = [];
  for (const { own, by } of said) addMoved(people, own.people, by);
  let known: SectionFacts | undefined;
  const all = (): SectionFacts => (known ??= factsOf(told, joined(said)));
  const { heading, fields, empty } = told;
  return {
    ...(heading && { heading }),
    fields,
    empty,
    people,
    get unread() {
      return all().unread;
    },
    get actions() {
      return all().actions;
    },
    get speeches() {
      return all().speeches;
    },
    get decisions() {
      return all().decisions;
    },
    get clarifications() {
      return all().clarifications;
    },
    get references() {
      return all().references;
    },
    get notesLinks() {
      return all().notesLinks;
    },
    get todos() {
      return all().todos;
    },
    ...(summary !== undefined && { summary }),
  };
}

function joined(said: readonly Said[]): Draft {
  const all = emptyDraft({ role: undefined }, new Set());
  for (const { own, by } of said) {
    addMoved(all.marked, own.marked, by);
    addMoved(all.unread, own.unread, by);
    addMoved(all.references, own.references, by);
    addMoved(all.notesLinks, own.notesLinks, by);
  }
  return all;
}

function addMoved<Fact>(facts: Fact[], own: readonly Fact[], by: number): void {
  // Most items have no more than one kind of fact.
  if (own.length > 0) facts.push(...moveSpans(own, by));
}

/** What was read of a unit, with the surroundings it was read in; spans are those of the unit's origin. */
interface Kept extends Draft {
  readonly definitions: Definitions;
  readonly field: boolean;
}

const keptUnits = new WeakMap<Unit, Kept>();

function isSameContext(one: UnitContext, other: UnitContext): boolean {
  return (
    one.role === other.role &&
    one.listedAs === other.listedAs &&
    one.markedIsNew === other.markedIsNew &&
    one.called?.join() === other.called?.join()
  );
}

function readAlone(unit: Unit, context: UnitContext, field: boolean, definitions: Definitions): Kept {
  const own: Kept = { ...emptyDraft(context, new Set(field ? [unit] : [])), definitions, field };
  readUnit(unit, own, definitions);
  keptUnits.set(unit, own);
  return own;
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
  const fields = facts.fields.filter(({ span }) => contains(unit.span, span));
  return { unit, facts: factsOf({ heading: facts.heading, fields, empty: facts.empty }, kept) };
}

const headings = new WeakMap<Block, { readonly definitions: Definitions; readonly fact: HeadingFact }>();

/** A section's heading stays the same block while what stands below it is written. */
function keptHeading(block: Extract<Block, { type: 'heading' }>, definitions: Definitions): HeadingFact {
  const known = headings.get(block);
  if (known?.definitions === definitions) return known.fact;
  const fact = headingFact(block, definitions);
  headings.set(block, { definitions, fact });
  return fact;
}

function headingFact(block: Extract<Block, { type: 'heading' }>, definitions: Definitions): HeadingFact {
  const text = leafText(block, definitions);
  const shown = text.visible(0, text.raw.length);
  const todo = todoHeading(shown);
  const noNotes = noNotesTitle.exec(shown);
  const title = oneLine(todo?.title ?? noNotes?.[1] ?? shown);
  const role = sectionRole(title);
  const field = fieldOf(title.replace(/:$/, ''));
  const at = text.raw.indexOf(title);
  const hosts = /^\s*\((.+)\)\s*$/.exec(todo?.behind ?? '');
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

/** Fields by label; the first of several wins. */
export function fieldNamed(facts: SectionFacts, label: Field['label']): Field | undefined {
  return facts.fields.find((field) => field.label === label);
}
