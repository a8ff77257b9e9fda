import type { Archive } from '../archive/archive.js';
import { mentionsIn } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import type { Person, PersonResolution } from '../archive/people.js';
import { resolveReference, resolveSession, resolveWikiAddress, type Resolution } from '../archive/references.js';
import type { Topic } from '../archive/topics.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Field, PersonMention, Reference } from '../document/facts.js';
import { fieldType } from '../document/schema.js';
import { sectionAt } from '../document/sections.js';
import type { SessionFact } from '../document/sessions.js';
import { touches, type Span } from '../text/span.js';
import type { FeatureContext } from './context.js';

/** What stands at a place of a document; `span` is its range there. */
export type Target = { readonly span: Span } & (
  | { readonly kind: 'reference'; readonly reference: Reference; readonly resolution: Resolution }
  | { readonly kind: 'person'; readonly mention: PersonMention; readonly resolution: PersonResolution }
  /** A name in the register itself. */
  | { readonly kind: 'registered'; readonly person: Person }
  /** `topic` is absent when no register has the name. */
  | { readonly kind: 'topic'; readonly name: string; readonly topic?: Topic }
  | { readonly kind: 'heading'; readonly section: PlacedFacts; readonly session?: SessionFact }
  | { readonly kind: 'label'; readonly field: Field }
  | { readonly kind: 'marker'; readonly marker: string }
);

/** What stands at an offset of the document; `undefined` where there is plain text. */
export function targetAt({ document, archive }: FeatureContext, offset: number): Target | undefined {
  const section = document.facts.sections[sectionAt(document.cut, offset)];
  if (!section) return undefined;
  const at: At = { archive, facts: document.facts, text: document.text, section, offset: offset - section.start };
  return (
    referenceAt(at) ?? registeredAt(at) ?? personAt(at) ?? topicAt(at) ?? labelAt(at) ?? markerAt(at) ?? headingAt(at)
  );
}

interface At {
  readonly archive: Archive;
  readonly facts: DocumentFacts;
  readonly text: string;
  readonly section: PlacedFacts;
  /** From the section's start. */
  readonly offset: number;
}

function referenceAt({ archive, facts, section, offset }: At): Target | undefined {
  // Of references that stand in one another, such as an advisory named in a link's text, the inner one is meant.
  const [reference] = section.facts.references
    .filter((each) => touches(each.span, offset))
    .sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start));
  if (reference) {
    const resolution = resolveAnywhere(archive, reference, facts);
    return { kind: 'reference', span: place(section, reference.span), reference, resolution };
  }
  const field = section.facts.fields.find((each) => touches(each.valueSpan, offset));
  return field && sessionField(archive, facts, section, field);
}

/** An address of the wiki leads to the archive's copy of the page, when there is one. */
function resolveAnywhere(archive: Archive, reference: Reference, facts: DocumentFacts): Resolution {
  const resolution = resolveReference(archive, reference, facts);
  const inArchive = resolution.kind === 'external' && resolveWikiAddress(archive, resolution.url, facts);
  return inArchive || resolution;
}

/** A session that is named without the brackets of a reference. */
function sessionField(archive: Archive, facts: DocumentFacts, section: PlacedFacts, field: Field): Target | undefined {
  if (fieldType(field) !== 'session') return undefined;
  const resolution = resolveSession(archive, field.value, facts);
  if (!resolution) return undefined;
  const reference: Reference = {
    kind: 'wiki',
    span: field.valueSpan,
    page: '',
    section: field.value,
    target: field.value,
  };
  return { kind: 'reference', span: place(section, field.valueSpan), reference, resolution };
}

/** A heading of a register, or an alias below it: the person or topic that it declares. */
function registeredAt({ archive, facts, section, offset }: At): Target | undefined {
  if (facts.kind !== 'people' && facts.kind !== 'topics') return undefined;
  const heading = section.facts.heading;
  const aliases = section.facts.fields
    .filter((field) => field.label === 'Also known as')
    .flatMap((field) => field.items);
  const span =
    heading && touches(heading.titleSpan, offset)
      ? heading.titleSpan
      : aliases.find((each) => touches(each.span, offset))?.span;
  if (!heading || !span) return undefined;
  const at = place(section, span);
  if (facts.kind === 'people') {
    const person = archive.people.byName.get(foldName(heading.title))?.find((each) => each.path === facts.path);
    return person && { kind: 'registered', span: at, person };
  }
  const topic = archive.topics.byName.get(foldName(heading.title));
  return topic && foldName(topic.name) === foldName(heading.title)
    ? { kind: 'topic', span: at, name: topic.name, topic }
    : undefined;
}

function personAt({ archive, facts, section, offset }: At): Target | undefined {
  const mention = mentionsIn(section).find((each) => !each.unnamed && touches(each.nameSpan, offset));
  if (!mention) return undefined;
  return {
    kind: 'person',
    span: place(section, mention.nameSpan),
    mention,
    resolution: archive.person(mention.name, facts),
  };
}

function topicAt({ archive, section, offset }: At): Target | undefined {
  const item = topicItems(section).find((each) => touches(each.span, offset));
  if (!item) return undefined;
  const topic = archive.topic(item.text);
  return { kind: 'topic', span: place(section, item.span), name: item.text, ...(topic && { topic }) };
}

/** Topics a section names in its fields. */
export function topicItems({ facts }: Pick<PlacedFacts, 'facts'>): { readonly text: string; readonly span: Span }[] {
  return facts.fields.flatMap((field) => (fieldType(field) === 'topics' ? field.items : []));
}

function labelAt({ section, offset }: At): Target | undefined {
  const field = section.facts.fields.find((each) => each.label !== undefined && touches(each.labelSpan, offset));
  return field && { kind: 'label', span: place(section, field.labelSpan), field };
}

function markerAt({ section, offset, text }: At): Target | undefined {
  const { actions, decisions } = section.facts;
  const marked = [...actions, ...decisions].find(
    ({ markerSpan }) => markerSpan.end > markerSpan.start && touches(markerSpan, offset),
  );
  if (!marked) return undefined;
  const span = place(section, marked.markerSpan);
  return { kind: 'marker', span, marker: text.slice(span.start, span.end).toUpperCase() };
}

function headingAt({ facts, section, offset }: At): Target | undefined {
  const heading = section.facts.heading;
  if (!heading || !touches(heading.span, offset)) return undefined;
  const session = facts.sessions.find((each) => each.section === section.index);
  return { kind: 'heading', span: place(section, heading.titleSpan), section, ...(session && { session }) };
}
