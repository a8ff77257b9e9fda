import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';
import { dateInTitle, readDateIn, yearOf, type StatedDate } from './dates.js';
import type { Field, ListGroup, SectionFacts } from './facts.js';
import { frontMatterOf } from './frontMatter.js';
import type { Block, ListItem } from './model.js';
import { comparedLabel, readAhead } from './inline.js';
import { namesNobody } from './reading/attendance.js';
import { isStrong } from './reading/attendanceEntry.js';
import { calledIn, namesListed } from './reading/called.js';
import { listBehind } from './reading/attendanceGroup.js';
import { nearestLabel } from './reading/fields.js';
import { looksLikeName } from './reading/people.js';
import { fieldNamed, leavesRead, readSection, type SectionOptions } from './reading/section.js';
import type { FrontMatter } from './readFrontMatter.js';
import type { Definitions } from './remark.js';
import { foldLabel, isMinutesTitle, proposalLabels, type DocumentKind } from './schema.js';
import { cut, lineStartsOf, recut, type Cut, type EditedSection, type Section } from './sections.js';
import { readSessions, type SessionFact, type StatedTitle } from './sessions.js';

/** A section's facts and where the section stands in its document. */
export interface PlacedFacts {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly facts: SectionFacts;
}

/** What a document says, as plain JSON: all that the archive keeps of a document that is not open. */
export interface DocumentFacts {
  /** Path or URI the host knows the document by. */
  readonly path: string;
  /** Absent for Markdown that is none of our kinds. */
  readonly kind?: DocumentKind;
  /** Of the first heading, unless that is none of level 1 and the front matter states a title. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Index of the section whose heading is the title; absent when none is. */
  readonly titleIndex?: number;
  /** From the Date field, else from the front matter, else from the title; the year may stand in another of them. */
  readonly date?: StatedDate;
  readonly sections: readonly PlacedFacts[];
  readonly sessions: readonly SessionFact[];
  /** Offset of each line, so that places can be told without the text. */
  readonly lineStarts: readonly number[];
}

/** A document that is open or being checked: its text and blocks beside its facts. */
export interface Document {
  readonly path: string;
  /** Put together when it is asked for; a section's own text is always at hand. */
  readonly text: string;
  readonly cut: Cut;
  readonly definitions: Definitions;
  readonly facts: DocumentFacts;
  readonly options: ReadOptions;
}

/** What is known of a document beside its text. */
export interface ReadOptions {
  /** The kind its archive's configuration gives it; what its own front matter says comes first. */
  readonly kind?: DocumentKind;
  /** Whether somebody is writing in it: then what its parts say is kept for the next keystroke. */
  readonly open?: boolean;
}

/** Reads a text from scratch. Total: any text gives a document. */
export function readDocument(path: string, text: string, options: ReadOptions = {}): Document {
  return assemble(path, cut(text), options, undefined);
}

/** The document after an edit. */
export function updateDocument(before: Document, edit: TextEdit): Document {
  return assemble(before.path, recut(before.cut, edit), before.options, before);
}

/** The one edit that makes a text another one. */
export function difference(before: string, after: string): TextEdit {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < least - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}

function assemble(path: string, at: Cut, options: ReadOptions, before: Document | undefined): Document {
  const written = before && at.edited ? { before, edited: at.edited } : undefined;
  // An edit within a line defines no link.
  const definitions = written?.before.definitions ?? definitionsOf(at.sections, options, before?.definitions);
  const sections = written ? placedAfter(written.before, at, written.edited) : placedFacts(at, definitions, options);
  const frontMatter = frontMatterOf(at.sections[0]);
  const title = titleOf(sections, frontMatter);
  const kind =
    written && keepsKind(written.before, sections, written.edited)
      ? written.before.facts.kind
      : (frontMatter.kind ?? options.kind ?? kindOf(path, title.title, sections));
  const date = dateOf(fieldAnywhere(sections, 'Date'), frontMatter.date, title.title);
  const told = {
    path,
    ...(kind && { kind }),
    ...title,
    ...(date && { date }),
    sections,
    sessions: readSessions(kind, sections, title),
  };
  const facts = options.open ? withLines(told, at) : { ...told, lineStarts: lineStartsOf(at) };
  return {
    path,
    get text() {
      return at.text;
    },
    cut: at,
    definitions,
    facts,
    options,
  };
}

/** The day that a document states; a field or a title that leaves the year open is read in the one that the other states. */
function dateOf(field: Field | undefined, front: StatedDate | undefined, title: string): StatedDate | undefined {
  if (field?.date?.precision === 'year') return dateInTitle(title, yearOf(field.date.iso)) ?? field.date;
  if (field?.date) return field.date;
  const other = front ?? dateInTitle(title);
  const year = yearOf(other?.iso);
  return (field && year !== undefined ? readDateIn(field.value, year) : undefined) ?? other;
}

/** Facts that count their lines when somebody asks: few keystrokes do. They hold on to the text. */
function withLines(told: Omit<DocumentFacts, 'lineStarts'>, at: Cut): DocumentFacts {
  let known: readonly number[] | undefined;
  return {
    ...told,
    get lineStarts() {
      return (known ??= lineStartsOf(at));
    },
  };
}

function placedFacts(at: Cut, definitions: Definitions, { open }: ReadOptions): PlacedFacts[] {
  const unread = at.sections.filter((section) => factsMemo.get(section)?.definitions !== definitions);
  // One section is what a keystroke costs; its few leaves are read as they are asked for.
  if (unread.length > 1)
    readAhead(
      unread.flatMap((section) => leavesRead(section.blocks)),
      definitions,
    );
  const above: SectionFacts[] = [];
  return at.sections.map((section, index) => {
    const start = at.starts[index] ?? 0;
    const facts = sectionFacts(section, definitions, { keep: open === true, ...surroundings(section, above) });
    above.push(facts);
    return { index, start, end: start + section.text.length, facts };
  });
}

/** What the sections above one tell of it. */
type Surroundings = Pick<SectionOptions, 'list' | 'called'>;

function surroundings(section: Section, above: readonly SectionFacts[]): Surroundings {
  const last = above.at(-1);
  const said = calledIn(section);
  const called =
    said.length === 0 ? said : said.filter((name) => above.some((facts) => namesListed(facts).includes(name)));
  return { list: last && listBehind(last), called };
}

function isSameSurroundings(one: Surroundings, other: Surroundings): boolean {
  return isSameList(one.list, other.list) && one.called?.join() === other.called?.join();
}

/** The facts after an edit within a line: all but one section's are as they were, and those behind it have moved. */
function placedAfter({ facts, definitions, options }: Document, at: Cut, edited: EditedSection): PlacedFacts[] {
  const own = at.sections[edited.index];
  const above = facts.sections.slice(0, edited.index).map((section) => section.facts);
  const keep = options.open === true;
  const now = own && sectionFacts(own, definitions, { keep, ...surroundings(own, above) });
  // A list that begins or ends here may take in the section behind it, or let it go; and those it lists may speak below.
  const before = facts.sections[edited.index]?.facts;
  const tells = (told: SectionFacts): string => namesListed(told).join();
  if (now && before && (!isSameList(listBehind(now), listBehind(before)) || tells(now) !== tells(before)))
    return placedFacts(at, definitions, options);
  return facts.sections.map((section) => {
    const { index, start, end } = section;
    if (index < edited.index || !now) return section;
    if (index > edited.index) return { index, start: start + edited.by, end: end + edited.by, facts: section.facts };
    return { index, start, end: end + edited.by, facts: now };
  });
}

function isSameList(one: ListGroup | undefined, other: ListGroup | undefined): boolean {
  return one?.list === other?.list && one?.depth === other?.depth && one?.underlined === other?.underlined;
}

/** Whether an edit within a line leaves a document of the kind it was: fields tell the kind, and who is listed as present. */
function keepsKind({ facts }: Document, now: readonly PlacedFacts[], { index }: EditedSection): boolean {
  const [before, after] = [facts.sections[index]?.facts, now[index]?.facts];
  const tells = (facts: SectionFacts | undefined): boolean =>
    facts === undefined || facts.fields.length > 0 || facts.people.length > 0 || facts.heading?.role === 'attendees';
  return !tells(before) && !tells(after);
}

function titleOf(sections: readonly PlacedFacts[], { title }: FrontMatter): StatedTitle {
  const section = sections.find((each) => each.facts.heading);
  const heading = section?.facts.heading;
  if (title && heading?.depth !== 1) return { title: title.text, titleSpan: title.span };
  if (!section || !heading) return { title: '', titleSpan: { start: 0, end: 0 } };
  return { title: heading.title, titleSpan: place(section, heading.titleSpan), titleIndex: section.index };
}

/** The section whose heading is the document's title; `undefined` when none is. */
export function titleSection({ sections, titleIndex }: DocumentFacts): PlacedFacts | undefined {
  return titleIndex === undefined ? undefined : sections[titleIndex];
}

/** Level of the heading that is the title: what stands right below it has the next one. */
export function titleDepth(document: DocumentFacts): number {
  return titleSection(document)?.facts.heading?.depth ?? 1;
}

/** A span of a section's facts as a span of the document. */
export function place(section: { readonly start: number }, span: Span): Span {
  return { start: section.start + span.start, end: section.start + span.end };
}

interface KeptFacts {
  readonly definitions: Definitions;
  readonly around: Surroundings;
  readonly facts: SectionFacts;
}

const factsMemo = new WeakMap<Section, KeptFacts>();

function sectionFacts(section: Section, definitions: Definitions, { keep, ...around }: SectionOptions): SectionFacts {
  const known = factsMemo.get(section);
  if (known?.definitions === definitions && isSameSurroundings(known.around, around)) return known.facts;
  const facts = readSection(section.blocks, definitions, { keep, ...around });
  if (keep) factsMemo.set(section, { definitions, around, facts });
  return facts;
}

const none: Definitions = { labels: [], footnotes: [] };

/** All definitions of a document; the object of before when nothing changed, so that memoised facts stay good. */
function definitionsOf(
  sections: readonly Section[],
  { open }: ReadOptions,
  before: Definitions | undefined,
): Definitions {
  const known = before ?? none;
  const own = sections.map((section) => labelsIn(section, open === true)).filter((each) => each !== none);
  const labels = own.flatMap((each) => each.labels);
  const footnotes = own.flatMap((each) => each.footnotes);
  const same = labels.join('\n') === known.labels.join('\n') && footnotes.join('\n') === known.footnotes.join('\n');
  return same ? known : { labels, footnotes };
}

const labelsMemo = new WeakMap<Section, Definitions>();

/** The labels a section defines; most define none. */
function labelsIn(section: Section, keep: boolean): Definitions {
  const known = labelsMemo.get(section);
  if (known) return known;
  const own: { labels: string[]; footnotes: string[] } = { labels: [], footnotes: [] };
  if (section.text.includes(']:')) collectLabels(section, section.blocks, own);
  const labels = own.labels.length + own.footnotes.length === 0 ? none : own;
  if (keep) labelsMemo.set(section, labels);
  return labels;
}

function collectLabels(
  section: Section,
  blocks: readonly (Block | ListItem)[],
  own: { labels: string[]; footnotes: string[] },
): void {
  for (const block of blocks) {
    if (block.type === 'definition') own.labels.push(labelFrom(block.leaf.text, 1));
    if (block.type === 'footnoteDefinition') own.footnotes.push(labelFrom(section.text.slice(block.span.start), 2));
    if ('children' in block) collectLabels(section, block.children, own);
  }
}

/** The label at an offset, up to its bracket. */
function labelFrom(text: string, from: number): string {
  return comparedLabel(/^(?:\\[\s\S]|[^\\\]])*/.exec(text.slice(from))?.[0] ?? '');
}

/** The first field of a label in the document's head: what stands before the second heading below the title. */
function fieldAnywhere(sections: readonly PlacedFacts[], label: Field['label']): Field | undefined {
  for (const section of sections.slice(0, 4)) {
    const field = fieldNamed(section.facts, label);
    if (field) return field;
  }
  return undefined;
}

/**
 * First match wins: register file names, then what the title, the headings and the fields tell. A word that many documents
 * have, such as a heading "Problem" or a field "Session", tells only together with another sign.
 */
function kindOf(path: string, title: string, sections: readonly PlacedFacts[]): DocumentKind | undefined {
  const name = path.replace(/^.*[\\/]/, '').toLowerCase();
  if (name === 'people.md' || name === 'topics.md') return name === 'people.md' ? 'people' : 'topics';
  const head = sections.slice(0, 4);
  if (/^design session notes?\b/i.test(title) || head.some((section) => isNotesHead(section, sections))) return 'notes';
  if (/^design sessions\b/i.test(title) || sections.some(isGroup)) return 'event';
  if (head.some(isEventHead) && !sections.slice(0, 3).some(isProposalHead)) return 'event';
  if (isMinutesTitle(title)) return 'minutes';
  // What stands before the first heading has none.
  const headings = sections.slice(0, 5).flatMap((section) => section.facts.heading ?? []);
  if (head.some(isProposalHead) || headings.slice(0, 4).some((heading) => isProposalLabel(heading.title)))
    return 'proposal';
  return sections.some((section) => listsAttendees(section, title)) ? 'minutes' : undefined;
}

function isGroup({ facts: { heading } }: PlacedFacts): boolean {
  return heading?.role === 'published' || heading?.role === 'unpublished';
}

/** The session as a reference, or with what else stands at the head of notes. */
function isNotesHead({ facts }: PlacedFacts, sections: readonly PlacedFacts[]): boolean {
  const session = fieldNamed(facts, 'Session');
  if (!session) return false;
  const more = (['Date', 'Scribe', 'Participants'] as const).some((label) => fieldNamed(facts, label));
  const named = /^\W*\[\[/.test(session.value) || namesNobody(session.value);
  return named || more || sections.some((each) => listsAttendees(each, ''));
}

function isEventHead({ facts }: PlacedFacts): boolean {
  return (
    fieldNamed(facts, 'Event') !== undefined &&
    (['Date', 'Place'] as const).some((label) => fieldNamed(facts, label) !== undefined)
  );
}

/** Only the wiki's own label or a slip of it tells: "Contact:" stands in many documents that are none of ours. */
function isProposalHead({ facts }: PlacedFacts): boolean {
  return facts.fields.some((field) => isProposalLabel(field.written));
}

const proposalForms = new Set(proposalLabels.filter((label) => label !== 'Outcomes').map(foldLabel));

function isProposalLabel(label: string): boolean {
  return proposalForms.has(nearestLabel(label) ?? foldLabel(label));
}

/**
 * A heading such as "Attendees" with people below it, or nothing yet: an interface's description has one too, with prose. "Present" and
 * "Participants" are words of other documents as well, so two people have to stand below them, or one where the title has a date.
 */
function listsAttendees({ facts }: PlacedFacts, title: string): boolean {
  const { heading, people, fields, summary } = facts;
  const present = [...people, ...fields.flatMap((field) => field.people)].filter(({ as }) => as === 'attendee');
  if (heading?.role !== 'attendees') return people.length > 1 && present.length > 1 && people.some(isStrong);
  if (/^\W*attend/i.test(heading.title)) {
    if (people.length > 0 || summary === undefined || namesNobody(summary)) return true;
    return looksLikeName(summary.split(/[\s,;&]+/, 2).join(' '));
  }
  if (dateInTitle(title)?.precision === 'day') return people.length > 0 || summary === undefined;
  return present.filter(isStrong).length > 1 || (present.length > 1 && dateInTitle(title) !== undefined);
}
