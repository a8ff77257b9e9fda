import { isMap, parseDocument } from 'yaml';
import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';
import { dateInTitle, type StatedDate } from './dates.js';
import type { Field, SectionFacts } from './facts.js';
import type { Block, ListItem } from './model.js';
import { readAhead } from './inline.js';
import { nearestLabel } from './reading/fields.js';
import { fieldNamed, leavesRead, readSection } from './reading/section.js';
import type { Definitions } from './remark.js';
import { documentKinds, foldLabel, proposalLabels, type DocumentKind } from './schema.js';
import { cut, lineStartsOf, recut, type Cut, type Section } from './sections.js';
import { readSessions, type SessionFact } from './sessions.js';

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
  readonly title: string;
  readonly titleSpan: Span;
  /** From the Date field, else from the title. */
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
  const definitions = definitionsOf(at.sections, before?.definitions);
  const unread = at.sections.filter((section) => factsMemo.get(section)?.definitions !== definitions);
  // One section is what a keystroke costs; its few leaves are read as they are asked for.
  if (unread.length > 1)
    readAhead(
      unread.flatMap((section) => leavesRead(section.blocks)),
      definitions,
    );
  const sections = at.sections.map((section, index): PlacedFacts => {
    const start = at.starts[index] ?? 0;
    return {
      index,
      start,
      end: start + section.text.length,
      facts: sectionFacts(section, definitions, options.open === true),
    };
  });
  const title = sections.find((section) => section.facts.heading);
  const kind = frontMatterKind(at.sections[0]) ?? options.kind ?? kindOf(path, sections);
  const titleText = title?.facts.heading?.title ?? '';
  const date = fieldAnywhere(sections, 'Date')?.date ?? dateInTitle(titleText);
  let lines: readonly number[] | undefined;
  const facts: DocumentFacts = {
    path,
    ...(kind && { kind }),
    title: titleText,
    titleSpan: title?.facts.heading ? place(title, title.facts.heading.titleSpan) : { start: 0, end: 0 },
    ...(date && { date }),
    sections,
    sessions: readSessions(kind, sections),
    get lineStarts() {
      return (lines ??= lineStartsOf(at));
    },
  };
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

/** A span of a section's facts as a span of the document. */
export function place(section: { readonly start: number }, span: Span): Span {
  return { start: section.start + span.start, end: section.start + span.end };
}

const factsMemo = new WeakMap<Section, { readonly definitions: Definitions; readonly facts: SectionFacts }>();

function sectionFacts(section: Section, definitions: Definitions, keep: boolean): SectionFacts {
  const known = factsMemo.get(section);
  if (known?.definitions === definitions) return known.facts;
  const facts = readSection(section.blocks, definitions, { keep });
  factsMemo.set(section, { definitions, facts });
  return facts;
}

const none: Definitions = { labels: [], footnotes: [] };

/** All definitions of a document; the object of before when nothing changed, so that memoised facts stay good. */
function definitionsOf(sections: readonly Section[], before: Definitions | undefined): Definitions {
  const known = before ?? none;
  const own = sections.map(labelsIn).filter((each) => each !== none);
  const labels = own.flatMap((each) => each.labels);
  const footnotes = own.flatMap((each) => each.footnotes);
  const same = labels.join('\n') === known.labels.join('\n') && footnotes.join('\n') === known.footnotes.join('\n');
  return same ? known : { labels, footnotes };
}

const labelsMemo = new WeakMap<Section, Definitions>();

/** The labels a section defines; most define none. */
function labelsIn(section: Section): Definitions {
  const known = labelsMemo.get(section);
  if (known) return known;
  const own: { labels: string[]; footnotes: string[] } = { labels: [], footnotes: [] };
  if (section.text.includes(']:')) collectLabels(section, section.blocks, own);
  const labels = own.labels.length + own.footnotes.length === 0 ? none : own;
  labelsMemo.set(section, labels);
  return labels;
}

function collectLabels(
  section: Section,
  blocks: readonly (Block | ListItem)[],
  own: { labels: string[]; footnotes: string[] },
): void {
  for (const block of blocks) {
    if (block.type === 'definition') own.labels.push(normalLabel(block.leaf.text, 1));
    if (block.type === 'footnoteDefinition') own.footnotes.push(normalLabel(section.text.slice(block.span.start), 2));
    if ('children' in block) collectLabels(section, block.children, own);
  }
}

/** A label as micromark compares labels. */
function normalLabel(text: string, from: number): string {
  const label = /^(?:\\[\s\S]|[^\\\]])*/.exec(text.slice(from))?.[0] ?? '';
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** The first field of a label in the document's head: what stands before the second heading below the title. */
function fieldAnywhere(sections: readonly PlacedFacts[], label: Field['label']): Field | undefined {
  for (const section of sections.slice(0, 4)) {
    const field = fieldNamed(section.facts, label);
    if (field) return field;
  }
  return undefined;
}

/** First match wins: register file names, then what the title, the headings and the fields tell. */
function kindOf(path: string, sections: readonly PlacedFacts[]): DocumentKind | undefined {
  const name = path.replace(/^.*[\\/]/, '').toLowerCase();
  if (name === 'people.md' || name === 'topics.md') return name === 'people.md' ? 'people' : 'topics';
  const headings = sections.flatMap((section) => section.facts.heading ?? []);
  const title = headings[0]?.title ?? '';
  if (/^design session notes?\b/i.test(title) || fieldAnywhere(sections, 'Session')) return 'notes';
  if (
    /^design sessions\b/i.test(title) ||
    headings.some((each) => each.role === 'published' || each.role === 'unpublished')
  )
    return 'event';
  if (fieldAnywhere(sections, 'Event') && !sections.slice(0, 3).some(isProposalHead)) return 'event';
  if (/\bminutes$|^minutes\b/i.test(title)) return 'minutes';
  if (
    sections.slice(0, 4).some(isProposalHead) ||
    headings.slice(0, 4).some((each) => each.field && proposalLabels.includes(each.field))
  )
    return 'proposal';
  return headings.some((each) => each.role === 'attendees' && /^attend/i.test(each.title)) ? 'minutes' : undefined;
}

/** Only the wiki's own label or a slip of it tells: "Contact:" stands in many documents that are none of ours. */
function isProposalHead(section: PlacedFacts): boolean {
  return section.facts.fields.some((field) => {
    const written = nearestLabel(field.written) ?? foldLabel(field.written);
    return proposalLabels.some((label) => label !== 'Outcomes' && foldLabel(label) === written);
  });
}

function frontMatterKind(head: Section | undefined): DocumentKind | undefined {
  const front = head?.blocks[0];
  if (!head || front?.type !== 'yaml') return undefined;
  const source = head.text.slice(front.span.start, front.span.end).replace(/^---.*|---\s*$/g, '');
  const { contents } = parseDocument(source);
  const kind: unknown = isMap(contents) ? contents.get('kind') : undefined;
  return documentKinds.find((known) => known === kind);
}
