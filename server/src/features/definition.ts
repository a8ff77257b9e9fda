import { sessionNotes, sessionOfNotes } from '../archive/sessionNotes.js';
import { place, titleSection, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Span } from '../text/span.js';
import type { FeatureContext, PlaceIn } from './context.js';
import { targetAt, type Target } from './target.js';

/** Where a thing is declared. */
export interface Definition extends PlaceIn {
  /** The whole of it, `span` being its name. */
  readonly whole: Span;
}

/** Where what stands at an offset is declared, with its range at the offset; several places when it may be one of several. */
export function definition(
  context: FeatureContext,
  offset: number,
): { readonly span: Span; readonly places: readonly Definition[] } | undefined {
  const target = targetAt(context, offset);
  const places = target ? placesOf(context, target) : [];
  return target && places.length > 0 ? { span: target.span, places } : undefined;
}

function placesOf(context: FeatureContext, target: Target): Definition[] {
  const { archive, document } = context;
  switch (target.kind) {
    case 'reference':
      return target.resolution.kind === 'found'
        ? [sectionPlace(target.resolution.document, target.resolution.section)]
        : [];
    case 'heading':
      return sessionPlaces(context, target) ?? [sectionPlace(document.facts, target.section)];
    case 'registered':
      return [registerPlace(context, target.person)];
    case 'topic':
      return target.topic ? [registerPlace(context, target.topic)] : [];
    case 'person': {
      const { resolution } = target;
      if (resolution.kind === 'person') return [registerPlace(context, resolution.person)];
      if (resolution.kind === 'present') return presentPlace(document.facts, resolution.name);
      const names = resolution.kind === 'ambiguous' ? resolution.candidates : [];
      return names.flatMap((name) => {
        const found = archive.person(name);
        return found.kind === 'person' ? [registerPlace(context, found.person)] : presentPlace(document.facts, name);
      });
    }
    case 'label':
    case 'marker':
      return [];
  }
}

/** The title of notes leads to their session, and that of a session to its notes. */
function sessionPlaces(
  { document: { facts }, archive }: FeatureContext,
  { section, session }: Extract<Target, { kind: 'heading' }>,
): Definition[] | undefined {
  if (session) {
    const { documents } = sessionNotes(archive, session);
    return documents.length > 0 ? documents.map((each) => sectionPlace(each, titleSection(each))) : undefined;
  }
  const entry = facts.kind === 'notes' && section.index === facts.titleIndex && sessionOfNotes(archive, facts);
  return entry ? [sectionPlace(entry.document, entry.document.sections[entry.session.section])] : undefined;
}

function sectionPlace(document: DocumentFacts, section: PlacedFacts | undefined): Definition {
  const heading = section?.facts.heading;
  if (!section || !heading) return { path: document.path, span: document.titleSpan, whole: document.titleSpan };
  return {
    path: document.path,
    span: place(section, heading.titleSpan),
    whole: { start: section.start, end: section.end },
  };
}

/** Place of a name in a register, with the section below it. */
function registerPlace({ archive }: FeatureContext, { path, span }: PlaceIn): Definition {
  const section = archive.document(path)?.sections.find((each) => each.start <= span.start && span.end <= each.end);
  return { path, span, whole: section ? { start: section.start, end: section.end } : span };
}

/** Somebody in no register is declared where the document's attendees or fields name them. */
function presentPlace(document: DocumentFacts, name: string): Definition[] {
  for (const section of document.sections) {
    const { facts } = section;
    const named = [
      ...facts.people,
      ...facts.fields.flatMap((field) => field.people),
      ...(facts.heading?.people ?? []),
    ].find((mention) => mention.name === name);
    if (named)
      return [{ path: document.path, span: place(section, named.nameSpan), whole: place(section, named.span) }];
  }
  return [];
}
