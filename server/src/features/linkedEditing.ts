import { foldTitle } from '../archive/names.js';
import { place, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import { sectionAt } from '../document/sections.js';
import { touches, type Span } from '../text/span.js';

/**
 * Where the title of a heading stands in its document, when it is being written: in the heading, and in references of the same document that
 * lead to it. What stands in others, and what is to be kept as a former title, is for renaming. Empty where only one place has it.
 */
export function linkedEditing(document: Document, offset: number): Span[] {
  const { facts, cut, text } = document;
  const section = facts.sections[sectionAt(cut, offset)];
  if (!facts.kind || !section) return [];
  const here = [...headingOf(section), ...referring(section, text, facts)].find((span) => touches(span, offset));
  const title = here && text.slice(here.start, here.end);
  if (title === undefined) return [];
  const isTitle = (span: Span): boolean => text.slice(span.start, span.end) === title;
  const headings = facts.sections.filter((each) => foldTitle(each.facts.heading?.title ?? '') === foldTitle(title));
  const [declared] = headings.flatMap(headingOf).filter(isTitle);
  // Of two headings with one title nobody knows which one a reference means.
  if (headings.length !== 1 || !declared) return [];
  const places = [declared, ...facts.sections.flatMap((each) => referring(each, text, facts)).filter(isTitle)];
  return places.length > 1 ? places : [];
}

function headingOf(section: PlacedFacts): Span[] {
  const { heading } = section.facts;
  return heading ? [place(section, heading.titleSpan)] : [];
}

/** Titles in references to sections of the same document: `[[#Title]]`, or with the title of the document itself. */
function referring(section: PlacedFacts, text: string, { title: page }: DocumentFacts): Span[] {
  return section.facts.references.flatMap((reference) => {
    if (reference.kind !== 'wiki' || reference.section === undefined) return [];
    if (reference.page !== '' && foldTitle(reference.page) !== foldTitle(page)) return [];
    const span = place(section, reference.span);
    const form = /^\[\[[^#\]|\n]*#(?=([^\]|\n]+))/.exec(text.slice(span.start, span.end));
    const [before, title = ''] = form ?? [''];
    const start = span.start + before.length;
    return title === '' ? [] : [{ start, end: start + title.length }];
  });
}
