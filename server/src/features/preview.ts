import { mentionsIn, type Archive } from '../archive/archive.js';
import { affiliationIn } from '../archive/people.js';
import { resolveReference } from '../archive/references.js';
import { anchorOf } from '../archive/sectionNames.js';
import { yearOf } from '../document/dates.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Action, Decision, PersonMention, Reference } from '../document/facts.js';
import { xsaAddress, type markers } from '../document/schema.js';
import { say } from '../text/say.js';
import type { Span } from '../text/span.js';
import type { FeatureContext } from './context.js';

/** A part of a document that a preview shows otherwise than its Markdown alone. */
export interface PreviewPart {
  readonly span: Span;
  readonly as: 'reference' | 'action' | 'done' | 'decision' | 'person';
  /** What is shown in its place; absent where it stays as written. Where the span is empty it is put in. */
  readonly text?: string;
  readonly title?: string;
  /** Where a reference leads: to a heading of a document, or to an address. */
  readonly to?: { readonly path: string; readonly anchor: string } | { readonly url: string };
}

/** References that lead somewhere, actions, decisions, and people who are known, in their order, none in another; nothing for Markdown of no kind of ours. */
export function previewParts({ document: { facts }, archive }: FeatureContext): PreviewPart[] {
  if (!facts.kind) return [];
  const parts = facts.sections.flatMap((section) =>
    [
      ...section.facts.references.flatMap((each) => referencePart(archive, facts, each)),
      ...section.facts.actions.flatMap(actionPart),
      ...section.facts.decisions.flatMap(decisionPart),
      ...mentionsIn(section).flatMap((each) => personPart(archive, facts, each)),
    ].map((part): PreviewPart => ({ ...part, span: place(section, part.span) })),
  );
  return apart(parts);
}

function referencePart(archive: Archive, facts: DocumentFacts, reference: Reference): PreviewPart[] {
  const { span, kind } = reference;
  if (kind === 'link') return [];
  if (kind === 'xsa') {
    // One that is a Markdown link already leads somewhere.
    const bare = reference.text === undefined;
    const to = { url: xsaAddress(reference.number) };
    return bare ? [{ span, as: 'reference', title: say`Xen Security Advisory`, to }] : [];
  }
  const resolution = resolveReference(archive, reference, facts);
  if (resolution.kind !== 'found') return [];
  const { document, section } = resolution;
  const heading = section?.facts.heading?.title;
  const text = reference.text ?? reference.section ?? reference.page;
  const title = heading === undefined || heading === document.title ? document.title : `${document.title}: ${heading}`;
  return [{ span, as: 'reference', text, title, to: { path: document.path, anchor: anchorTo(document, section) } }];
}

function anchorTo(document: DocumentFacts, section: PlacedFacts | undefined): string {
  return section?.facts.heading ? anchorOf(document, section) : '';
}

type Marker = (typeof markers)[number];

/** The items of a list of actions have no marker of their own. */
function actionPart({ markerSpan, textSpan, owners, done }: Action): PreviewPart[] {
  const as = done ? 'done' : 'action';
  const title = done ? say`an action that is done` : say`an open action`;
  if (markerSpan.end > markerSpan.start) return [{ span: markerSpan, as, title }];
  const start = Math.min(textSpan.start, ...owners.map(({ span }) => span.start));
  const text: Marker = 'ACTION';
  return [{ span: { start, end: start }, as, text, title }];
}

function decisionPart({ markerSpan, span: { start } }: Decision): PreviewPart[] {
  const title = say`a decision`;
  if (markerSpan.end > markerSpan.start) return [{ span: markerSpan, as: 'decision', title }];
  const text: Marker = 'DECISION';
  return [{ span: { start, end: start }, as: 'decision', text, title }];
}

/** A word that names nobody who is known may be no name at all. */
function personPart(archive: Archive, facts: DocumentFacts, { name, nameSpan, unnamed }: PersonMention): PreviewPart[] {
  const resolution = archive.person(name, facts);
  if (unnamed || resolution.kind === 'unknown') return [];
  const part = { span: nameSpan, as: 'person' } as const;
  if (resolution.kind === 'ambiguous') return [part];
  if (resolution.kind === 'present') return [resolution.name === name ? part : { ...part, title: resolution.name }];
  const { person } = resolution;
  const company = affiliationIn(person, yearOf(facts.date?.iso))?.name;
  return [{ ...part, title: company === undefined ? person.name : `${person.name} (${company})` }];
}

/** In the order of the text; of those that share a character the first one. */
function apart(parts: readonly PreviewPart[]): PreviewPart[] {
  const kept: PreviewPart[] = [];
  for (const part of [...parts].sort(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  ))
    if (part.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(part);
  return kept;
}
