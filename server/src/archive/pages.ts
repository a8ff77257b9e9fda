import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionEntry } from './archive.js';
import { foldTitle } from './names.js';

/** Paths of pages by their title, and by the titles they had before. */
export interface Pages {
  readonly byTitle: ReadonlyMap<string, readonly string[]>;
  readonly byFormerTitle: ReadonlyMap<string, readonly string[]>;
  readonly titles: readonly string[];
}

export function indexPages(documents: Iterable<DocumentFacts>): Pages {
  const byTitle = new Map<string, string[]>();
  const byFormerTitle = new Map<string, string[]>();
  const titles: string[] = [];
  for (const document of documents) {
    if (document.title === '' || document.kind === undefined) continue;
    titles.push(document.title);
    add(byTitle, document.title, document.path);
    for (const former of formerTitlesOfPage(document)) add(byFormerTitle, former, document.path);
  }
  return { byTitle, byFormerTitle, titles };
}

function add<Value>(index: Map<string, Value[]>, title: string, value: Value): void {
  const key = foldTitle(title);
  const known = index.get(key);
  if (!known) index.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** Whether two states of a document are the same page to references. */
export function isSamePage(one: DocumentFacts, other: DocumentFacts): boolean {
  return (
    one.title === other.title &&
    one.kind === other.kind &&
    formerTitlesOfPage(one).join('\n') === formerTitlesOfPage(other).join('\n')
  );
}

/** Titles a document had before. */
export function formerTitlesOfPage(document: DocumentFacts): string[] {
  const section = document.sections.find(({ facts }) => facts.heading);
  return section ? formerTitles(section) : [];
}

/** Titles a section had before. Those may hold commas, so the whole of the field counts beside its parts. */
export function formerTitles({ facts }: Pick<PlacedFacts, 'facts'>): string[] {
  const field = fieldNamed(facts, 'Formerly');
  if (!field || field.value === '') return [];
  const parts = field.items.map(({ text }) => text);
  return parts.includes(field.value) ? parts : [...parts, field.value];
}

/** Sessions by their titles of today and of before. */
export function indexSessions(entries: readonly SessionEntry[]): ReadonlyMap<string, readonly SessionEntry[]> {
  const byTitle = new Map<string, SessionEntry[]>();
  for (const entry of entries) {
    const section = entry.document.sections[entry.session.section];
    for (const title of [entry.session.title, ...(section ? formerTitles(section) : [])]) add(byTitle, title, entry);
  }
  return byTitle;
}
