import type { Archive } from '../archive/archive.js';
import { decoded, foldName, foldTitle } from '../archive/names.js';
import { formerTitlesOfPage } from '../archive/pages.js';
import { resolveReference } from '../archive/references.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import type { Span } from '../text/span.js';
import { meaning, mentionsInSection } from './people.js';
import type { Subject } from './subject.js';
import { topicItems } from './target.js';

/** A place that speaks of a subject, or declares it; `span` is in the document. */
export interface Occurrence {
  readonly document: DocumentFacts;
  readonly section?: PlacedFacts;
  readonly span: Span;
  readonly declaration: boolean;
}

/** Every place of the given documents that speaks of a subject, in their order; the declaration is among them. */
export function occurrences(archive: Archive, subject: Subject, documents: Iterable<DocumentFacts>): Occurrence[] {
  const find = finder(archive, subject);
  return [...documents].flatMap((document) => [
    ...declarationIn(document, subject),
    ...document.sections.flatMap((section) =>
      find(document, section).map((span): Occurrence => ({
        document,
        section,
        span: place(section, span),
        declaration: false,
      })),
    ),
  ]);
}

function declarationIn(document: DocumentFacts, subject: Subject): Occurrence[] {
  if (subject.kind !== 'section') {
    const { declaration } = subject;
    return declaration?.path === document.path ? [{ document, span: declaration.span, declaration: true }] : [];
  }
  if (subject.document.path !== document.path) return [];
  const { section } = subject;
  if (!section) return [{ document, span: document.titleSpan, declaration: true }];
  const heading = section.facts.heading;
  return heading ? [{ document, section, span: place(section, heading.titleSpan), declaration: true }] : [];
}

/** Finds the spans in a section, from its start. */
type Finder = (document: DocumentFacts, section: PlacedFacts) => readonly Span[];

function finder(archive: Archive, subject: Subject): Finder {
  if (subject.kind === 'person') {
    const means = meaning(archive, subject.wanted);
    return (document, section) => mentionsInSection(document, section, means).map(({ mention }) => mention.nameSpan);
  }
  if (subject.kind === 'topic') {
    const names = new Set([subject.name, ...subject.aliases].map(foldName));
    return (_document, section) =>
      topicItems(section).flatMap((item) => (names.has(foldName(item.text)) ? [item.span] : []));
  }
  const leads = leadingTo(archive, subject);
  return (document, section) =>
    section.facts.references.flatMap((reference) => (leads(reference, document) ? [reference.span] : []));
}

/** Tests whether a reference leads to a section, or into a page. Only one that names the page is resolved. */
function leadingTo(archive: Archive, { document: to, section }: Extract<Subject, { kind: 'section' }>) {
  const titles = new Set([to.title, ...formerTitlesOfPage(to)].map(foldTitle));
  const file = fileName(to.path);
  const names = (reference: Reference, from: DocumentFacts): boolean => {
    if (reference.kind === 'wiki')
      return reference.page === '' ? from.path === to.path : titles.has(foldTitle(reference.page));
    if (reference.kind === 'xsa') return false;
    return reference.target.startsWith('#')
      ? from.path === to.path
      : fileName(reference.target.replace(/#.*/s, '')) === file;
  };
  return (reference: Reference, from: DocumentFacts): boolean => {
    if (!names(reference, from)) return false;
    const resolution = resolveReference(archive, reference, from);
    if (resolution.kind !== 'found' || resolution.document.path !== to.path) return false;
    return section === undefined || resolution.section?.index === section.index;
  };
}

/** Last part of a path or address; a link may write it encoded. */
function fileName(path: string): string {
  return decoded(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
