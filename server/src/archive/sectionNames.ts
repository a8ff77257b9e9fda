import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { HeadingFact } from '../document/facts.js';
import { memo } from '../text/memo.js';
import { foldTitle, slug } from './names.js';

/** The headings of a document's sections, in their order; a section without one has none. */
export type Headings = readonly (HeadingFact | undefined)[];

const headings = new WeakMap<DocumentFacts, Headings>();
const lastHeadings = new Map<string, Headings>();
const lastLimit = 64;

/** The headings of a document; the same list for as long as they are the same, so that what is made of them is kept. */
export function headingsOf(document: DocumentFacts): Headings {
  const known = headings.get(document);
  if (known) return known;
  const now = document.sections.map(({ facts }) => facts.heading);
  const last = lastHeadings.get(document.path);
  const same = last?.length === now.length && now.every((heading, index) => isSame(heading, last[index])) ? last : now;
  if (lastHeadings.size >= lastLimit) lastHeadings.clear();
  lastHeadings.set(document.path, same);
  headings.set(document, same);
  return same;
}

function isSame(one: HeadingFact | undefined, other: HeadingFact | undefined): boolean {
  return one === other || (one?.text === other?.text && one?.title === other?.title);
}

/** Positions of sections by a name. */
type Names = ReadonlyMap<string, number>;

const titlesIn = memo((all: Headings): Names => {
  const names = new Map<string, number>();
  all.forEach((heading, index) => {
    if (heading) addFirst(names, foldTitle(heading.title), index);
  });
  return names;
});

/** The first section of a document that has a folded title. */
export function sectionTitled(document: DocumentFacts, title: string): PlacedFacts | undefined {
  return document.sections[titlesIn(headingsOf(document)).get(title) ?? -1];
}

/** The section of a document that has an anchor, as GitHub and VS Code count them, or that of the title alone. */
export function sectionAnchored(document: DocumentFacts, anchor: string): PlacedFacts | undefined {
  return document.sections[anchorsIn(headingsOf(document)).get(anchor) ?? -1];
}

/** The anchor that leads to a section of a document. */
export function anchorOf(document: DocumentFacts, { index }: PlacedFacts): string {
  return [...anchorsIn(headingsOf(document))].find(([, at]) => at === index)?.[0] ?? '';
}

const anchorsIn = memo((all: Headings): Names => {
  const names = new Map<string, number>();
  const seen = new Map<string, number>();
  all.forEach((heading, index) => {
    if (!heading) return;
    const base = slug(
      heading.text
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replace(/[*_`]/g, '')
        .replace(/\[([^[\]]*)\]\([^)]{0,2000}\)/g, '$1'),
    );
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    addFirst(names, count === 0 ? base : `${base}-${count}`, index);
    addFirst(names, slug(heading.title), index);
  });
  return names;
});

function addFirst(names: Map<string, number>, name: string, index: number): void {
  if (!names.has(name)) names.set(name, index);
}
