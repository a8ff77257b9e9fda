import { yearOf } from '../document/dates.js';
import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { wikiPlace } from '../document/schema.js';
import type { SessionFact } from '../document/sessions.js';
import { memo } from '../text/memo.js';
import type { Archive, SessionEntry } from './archive.js';
import { decoded, foldTitle, slug } from './names.js';
import { formerTitles } from './pages.js';
import { foldersAbove, join, type Paths } from './paths.js';
import { sectionAnchored, sectionTitled } from './sectionNames.js';

/** A document of the archive, and the section or session in it. */
export interface Found {
  readonly kind: 'found';
  readonly document: DocumentFacts;
  readonly section?: PlacedFacts;
  readonly session?: SessionFact;
  /** The title of today, when the reference uses a former one of the session or of the page. */
  readonly renamed?: string;
}

/** Where a reference leads. */
export type Resolution =
  | Found
  /** An address outside the archive. */
  | { readonly kind: 'external'; readonly url: string }
  /** The page is there, the section is not. */
  | { readonly kind: 'noSection'; readonly document: DocumentFacts }
  | { readonly kind: 'noPage' }
  /** Nothing the archive could know: another kind of file, or a path that leaves the archive. */
  | { readonly kind: 'beyond' };

/** Resolves a reference of `from`; `wiki` references by page title, links by path. */
export function resolveReference(archive: Archive, reference: Reference, from: DocumentFacts): Resolution {
  if (reference.kind === 'xsa') return { kind: 'external', url: reference.target };
  if (reference.kind === 'wiki') return resolveWiki(archive, reference.page, reference.section, from);
  return resolveLink(archive, reference.target, from);
}

/** `[[Page#Section]]`; an empty page is the document itself. */
export function resolveWiki(
  archive: Archive,
  page: string,
  section: string | undefined,
  from: DocumentFacts,
): Resolution {
  const documents = page === '' ? [from] : archive.pages(page);
  const [first] = documents;
  if (!first) return { kind: 'noPage' };
  const renamed = page === '' || foldTitle(first.title) === foldTitle(page) ? undefined : first.title;
  if (section === undefined) return { kind: 'found', document: first, ...(renamed !== undefined && { renamed }) };
  for (const document of documents) {
    const found = sectionByTitle(document, section);
    if (found) return renamed === undefined ? found : { renamed, ...found };
  }
  return { kind: 'noSection', document: first };
}

/** `Page#Title` without the brackets, when there is such a page; a title may have a `#` of its own. */
export function namedSession(
  archive: Archive,
  value: string,
  from: DocumentFacts,
): { readonly page: string; readonly section: string; readonly resolution: Resolution } | undefined {
  const [, page = '', section = ''] = /^([^#]+)#(.+)$/.exec(value)?.map((part) => part.trim()) ?? [];
  if (page === '' || archive.pages(page).length === 0) return undefined;
  return { page, section, resolution: resolveWiki(archive, page, section, from) };
}

/** Known sessions of a title that a document may be about: none of another year than its own. */
export function sessionsCalled(archive: Archive, title: string, from: DocumentFacts): SessionEntry[] {
  const year = yearOf(from.date?.iso);
  return archive.sessionsTitled(title).filter(({ document }) => {
    const theirs = yearOf(document.date?.iso);
    return document.path !== from.path && (year === undefined || theirs === undefined || year === theirs);
  });
}

/** The session that a `Session` field means without referring to it; `undefined` when none is known or several are. */
export function resolveSession(archive: Archive, value: string, from: DocumentFacts): Resolution | undefined {
  const named = namedSession(archive, value, from);
  if (named) return named.resolution;
  const [entry, another] = sessionsCalled(archive, value, from);
  const section = entry?.document.sections[entry.session.section];
  return entry && section && !another
    ? { kind: 'found', document: entry.document, section, session: entry.session }
    : undefined;
}

/** The page of the archive that an address of the wiki is that of, and the section; `undefined` when the archive lacks it. */
export function resolveWikiAddress(archive: Archive, url: string, from: DocumentFacts): Found | undefined {
  const { page = '', section } = wikiPlace(url) ?? {};
  if (page === '') return undefined;
  const title = (text: string): string => decoded(text).replace(/_/g, ' ');
  const resolution = resolveWiki(archive, title(page), section === undefined ? undefined : title(section), from);
  return resolution.kind === 'found' ? resolution : undefined;
}

function sectionByTitle(document: DocumentFacts, title: string): Found | undefined {
  const key = foldTitle(title);
  const section = sectionTitled(document, key);
  if (section) return found(document, section);
  return renamedSection(document, (former) => foldTitle(former) === key);
}

/** The session that had a title before. */
function renamedSection(document: DocumentFacts, isFormer: (title: string) => boolean): Found | undefined {
  for (const session of document.sessions) {
    const section = document.sections[session.section];
    if (section && formerTitles(section).some(isFormer)) return { ...found(document, section), renamed: session.title };
  }
  return undefined;
}

function found(document: DocumentFacts, section: PlacedFacts): Found {
  const session = document.sessions.find((each) => each.section === section.index);
  return { kind: 'found', document, section, ...(session && { session }) };
}

/** Whether a reference may lead to a document or section of the archive, as far as the reference alone tells. */
export function mayLeadIntoArchive(reference: Reference): boolean {
  return reference.kind === 'wiki' || (reference.kind === 'link' && !isExternal(reference.target));
}

/** Whether a link's target is an address and no path. */
export function isExternal(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//');
}

function resolveLink(archive: Archive, target: string, from: DocumentFacts): Resolution {
  if (isExternal(target)) return { kind: 'external', url: target };
  const [path = '', fragment] = target.split('#', 2);
  const document = path === '' ? from : linkedDocument(archive, path, from);
  if (document === 'beyond') return { kind: 'beyond' };
  if (!document) return { kind: 'noPage' };
  if (fragment === undefined || fragment === '') return { kind: 'found', document };
  return sectionByAnchor(document, decoded(fragment).toLowerCase()) ?? { kind: 'noSection', document };
}

/** `beyond` what an archive may know, or no document. */
function linkedDocument(archive: Archive, path: string, from: DocumentFacts): DocumentFacts | 'beyond' | undefined {
  const at = linkedPath(archive.paths, archive.fallback, from.path, path);
  return at === undefined || at === 'beyond' ? at : archive.document(at);
}

/** The path of the document that a link leads to. It is another one only where the archive has other documents. */
const linkedPath = memo((paths: Paths, fallback: Archive | undefined, from: string, path: string) => {
  if (!/\.(?:md|markdown)$/i.test(path)) return 'beyond';
  const places = { paths, fallback };
  if (path.startsWith('/')) return pathFromRoot(places, path, from);
  return knownPath(places, path, from) ?? (join(from, path).startsWith(paths.root) ? undefined : 'beyond');
});

/** Where documents may be that links lead to. */
type Places = Pick<Archive, 'paths' | 'fallback'>;

function knownPath({ paths, fallback }: Places, path: string, from: string): string | undefined {
  const target = join(from, path);
  return [target, decoded(target), join(from, encoded(path))].find(
    (each) => paths.all.has(each) || fallback?.documents.has(each),
  );
}

/**
 * A link such as `/minutes/2013-02.md` counts from a root that no document names: the archive's, or that of the repository
 * around it. It is the outermost folder in which the file is there.
 */
function pathFromRoot(places: Places, path: string, from: string): string | undefined {
  for (const folder of foldersAbove(from)) {
    const known = knownPath(places, path.slice(1), folder);
    if (known !== undefined) return known;
  }
  return rootOf(places.paths, path, from) === undefined ? 'beyond' : undefined;
}

/** The folder that a link from the root counts from: one below which the archive has documents where the link leads. */
export function rootOf({ folders }: Paths, path: string, from: string): string | undefined {
  const below = decoded(path.slice(1, path.lastIndexOf('/') + 1));
  return below === '' ? undefined : foldersAbove(from).find((folder) => folders.has(folder + below));
}

function sectionByAnchor(document: DocumentFacts, anchor: string): Found | undefined {
  const section = sectionAnchored(document, anchor);
  if (section) return found(document, section);
  return renamedSection(document, (former) => slug(former) === anchor);
}

/** A path as the canonical form of a URI writes it, for archives whose paths are URIs. */
function encoded(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)).replace(/[!'()*]/g, percentEncoded))
    .join('/');
}

function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
