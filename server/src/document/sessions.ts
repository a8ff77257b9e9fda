import { overlaps, type Span } from '../text/span.js';
import type { PlacedFacts } from './document.js';
import type { Field, PersonMention } from './facts.js';
import { fieldNamed } from './reading/section.js';
import { isArchiveUrl, proposalLabels, statedNone, statedTodo, statedUnknown, type DocumentKind } from './schema.js';

export type SessionStatus = 'notes' | 'none' | 'todo' | 'unknown';

/** A design session as its event page or proposal states it. */
export interface SessionFact {
  readonly title: string;
  readonly formerly: readonly string[];
  /** The heading it stands under on an event page. */
  readonly group?: string;
  /** Whether that group says that notes were published, or that none were. */
  readonly grouped?: 'published' | 'unpublished';
  readonly status: SessionStatus;
  /** People named as host, owner or technical contact, and the index of the section that names them. */
  readonly hosts: readonly { readonly mention: PersonMention; readonly section: number }[];
  readonly topics: readonly string[];
  /** Addresses of the notes. */
  readonly notes: readonly string[];
  /** What is written where the notes' address is expected; absent when nothing is. */
  readonly notesText?: string;
  readonly summary?: string;
  /** Index of the session's own section, and of the sections below it. */
  readonly section: number;
  readonly below: readonly number[];
  /** Span of the title in the document. */
  readonly titleSpan: Span;
}

/** A document's title, and the section whose heading it is; front matter may state it as well. */
export interface StatedTitle {
  readonly title: string;
  readonly titleSpan: Span;
  readonly titleIndex?: number;
}

/** The sessions of an event page (headings below a group, or with a session's fields) or of a proposal. */
export function readSessions(
  kind: DocumentKind | undefined,
  sections: readonly PlacedFacts[],
  title: StatedTitle,
): SessionFact[] {
  if (kind === 'proposal') return proposed(sections, title);
  return kind === 'event' ? listed(sections, title) : [];
}

function proposed(sections: readonly PlacedFacts[], title: StatedTitle): SessionFact[] {
  const section = sections[title.titleIndex ?? 0];
  if (!section || (title.titleIndex === undefined && title.title === '')) return [];
  return [{ ...session(section, sections, undefined), title: title.title, titleSpan: title.titleSpan }];
}

function listed(sections: readonly PlacedFacts[], { titleIndex }: StatedTitle): SessionFact[] {
  const titleDepth = titleIndex === undefined ? 1 : (sections[titleIndex]?.facts.heading?.depth ?? 1);
  const found: SessionFact[] = [];
  let group: PlacedFacts | undefined;
  for (const section of sections.slice((titleIndex ?? -1) + 1)) {
    const heading = section.facts.heading;
    if (!heading || heading.field || heading.role === 'attendees' || heading.role === 'apologies') continue;
    const depth = heading.depth - titleDepth;
    if (depth <= 1 && !isSessionItself(section, sections)) group = section;
    else if (depth <= 2) {
      if (depth <= 1) group = undefined;
      found.push(session(section, sections, group));
    }
  }
  return found;
}

/** Outcomes are told of a whole group as well. */
const sessionLabels = new Set<Field['label']>([
  ...proposalLabels.filter((label) => label !== 'Outcomes'),
  'Notes',
  'Host',
  'Owner',
  'Formerly',
  'Schedule',
  'Slot',
]);

/** A heading right below the page's title is a group unless its own fields make it a session. */
function isSessionItself(section: PlacedFacts, sections: readonly PlacedFacts[]): boolean {
  if (section.facts.heading?.mark || section.facts.notesLinks.length > 0) return true;
  if (section.facts.heading?.role) return false;
  if (section.facts.fields.some((field) => sessionLabels.has(field.label))) return true;
  return childrenOf(section, sections).some(
    (child) => child.facts.heading?.field !== undefined && sessionLabels.has(child.facts.heading.field),
  );
}

function childrenOf(section: PlacedFacts, sections: readonly PlacedFacts[]): PlacedFacts[] {
  const depth = section.facts.heading?.depth ?? 0;
  const after = sections.slice(section.index + 1);
  const end = after.findIndex((other) => (other.facts.heading?.depth ?? 0) <= depth);
  return end < 0 ? after : after.slice(0, end);
}

function session(section: PlacedFacts, sections: readonly PlacedFacts[], group: PlacedFacts | undefined): SessionFact {
  const { facts } = section;
  const heading = facts.heading;
  const below = childrenOf(section, sections);
  const role = group?.facts.heading?.role;
  const grouped = role === 'published' || role === 'unpublished' ? role : undefined;
  const notesField = fieldNamed(facts, 'Notes');
  const links = [
    ...(notesField?.urls ?? []),
    ...linksInTitle(facts),
    ...facts.notesLinks.flatMap((link) => link.url ?? []),
    ...below.flatMap(linksOfNotes),
  ];
  const notesText = notesField?.value ?? (facts.notesLinks.length > 0 ? (links[0] ?? '') : undefined);
  const description =
    fieldNamed(facts, 'Description')?.value ?? below.find((child) => child.facts.heading?.field)?.facts.summary;
  const summary = facts.summary ?? (description === undefined ? undefined : description.slice(0, 400));
  return {
    title: heading?.title ?? '',
    formerly: fieldNamed(facts, 'Formerly')?.items.map((item) => item.text) ?? [],
    ...(group?.facts.heading && { group: group.facts.heading.title }),
    ...(grouped && { grouped }),
    status: statusOf(links, notesText, heading?.mark, grouped),
    hosts: hostsOf(section, below),
    topics: [section, ...below].flatMap(
      (each) => fieldNamed(each.facts, 'Topics')?.items.map((item) => item.text) ?? [],
    ),
    notes: links.length > 1 ? links.filter((url, index) => isArchiveUrl(url) || index === 0) : links,
    ...(notesText !== undefined && { notesText }),
    ...(summary !== undefined && { summary }),
    section: section.index,
    below: below.map((child) => child.index),
    titleSpan: heading
      ? { start: section.start + heading.titleSpan.start, end: section.start + heading.titleSpan.end }
      : { start: section.start, end: section.start },
  };
}

/** A title may itself be a link to the notes, as on the page of 2017. */
function linksInTitle({ heading, references }: PlacedFacts['facts']): string[] {
  if (!heading) return [];
  return references.flatMap(({ kind, span, target }) =>
    kind === 'link' && overlaps(span, heading.span) && isArchiveUrl(target) ? [target] : [],
  );
}

/** Addresses in a section `Notes` below a session, the field's long form. */
function linksOfNotes({ facts }: PlacedFacts): string[] {
  if (facts.heading?.field !== 'Notes') return [];
  return facts.references.flatMap((reference) => (reference.kind === 'link' ? [reference.target] : []));
}

function hostsOf(section: PlacedFacts, below: readonly PlacedFacts[]): SessionFact['hosts'] {
  const inHeading = section.facts.heading?.people.map((mention) => ({ mention, section: section.index })) ?? [];
  const inFields = [section, ...below].flatMap((each) =>
    each.facts.fields
      .filter((field) => field.label === 'Host' || field.label === 'Technical contact' || field.label === 'Owner')
      .flatMap((field) => field.people.map((mention) => ({ mention, section: each.index }))),
  );
  return [...inHeading, ...inFields];
}

/** A link settles it; then what is written; then what the group says. */
function statusOf(
  links: readonly string[],
  written: string | undefined,
  mark: 'todo' | 'noNotes' | undefined,
  grouped: SessionFact['grouped'],
): SessionStatus {
  if (links.length > 0) return 'notes';
  if (mark === 'todo' || (written !== undefined && statedTodo.test(written))) return 'todo';
  if (mark === 'noNotes' || (written !== undefined && statedNone.test(written))) return 'none';
  if (written !== undefined && statedUnknown.test(written)) return 'unknown';
  if (grouped === 'published') return 'notes';
  return grouped === 'unpublished' ? 'none' : 'unknown';
}
