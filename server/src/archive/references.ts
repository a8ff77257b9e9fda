import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import type { SessionFact } from '../document/sessions.js';
import type { Archive } from './archive.js';
import { foldTitle, slug } from './names.js';

/** Where a reference leads. */
export type Resolution =
  /** A document of the archive, and the section or session in it. */
  | {
      readonly kind: 'found';
      readonly document: DocumentFacts;
      readonly section?: PlacedFacts;
      readonly session?: SessionFact;
      /** Set when the reference uses a former title. */ readonly renamed?: string;
    }
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
  if (section === undefined) return { kind: 'found', document: first };
  for (const document of documents) {
    const found = sectionByTitle(document, section);
    if (found) return found;
  }
  return { kind: 'noSection', document: first };
}

function sectionByTitle(document: DocumentFacts, title: string): Resolution | undefined {
  const key = foldTitle(title);
  const section = document.sections.find((each) => each.facts.heading && foldTitle(each.facts.heading.title) === key);
  if (section) return found(document, section);
  const renamed = document.sessions.find((session) => session.formerly.some((former) => foldTitle(former) === key));
  const now = renamed && document.sections[renamed.section];
  return now && { kind: 'found', document, section: now, session: renamed, renamed: renamed.title };
}

function found(document: DocumentFacts, section: PlacedFacts): Resolution {
  const session = document.sessions.find((each) => each.section === section.index);
  return { kind: 'found', document, section, ...(session && { session }) };
}

function resolveLink(archive: Archive, target: string, from: DocumentFacts): Resolution {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return { kind: 'external', url: target };
  const [path = '', fragment] = target.split('#', 2);
  const document = path === '' ? from : linkedDocument(archive, path, from);
  if (document === 'beyond') return { kind: 'beyond' };
  if (!document) return { kind: 'noPage' };
  if (fragment === undefined || fragment === '') return { kind: 'found', document };
  const section = sectionByAnchor(document, decode(fragment));
  return section ? found(document, section) : { kind: 'noSection', document };
}

function linkedDocument(archive: Archive, path: string, from: DocumentFacts): DocumentFacts | 'beyond' | undefined {
  if (!/\.(?:md|markdown)$/i.test(path)) return 'beyond';
  const target = join(from.path, path);
  const document =
    archive.document(target) ?? archive.document(decode(target)) ?? archive.document(join(from.path, encoded(path)));
  if (document) return document;
  const root = commonFolder([...archive.documents.keys()]);
  return target.startsWith(root) ? undefined : 'beyond';
}

function sectionByAnchor(document: DocumentFacts, anchor: string): PlacedFacts | undefined {
  const seen = new Map<string, number>();
  return document.sections.find((section) => {
    const heading = section.facts.heading;
    if (!heading) return false;
    const base = slug(heading.text.replace(/[*_`]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    const own = count === 0 ? base : `${base}-${count}`;
    return own === anchor.toLowerCase() || slug(heading.title) === anchor.toLowerCase();
  });
}

/** A relative path or URI against the folder of another. */
export function join(from: string, relative: string): string {
  const parts = relative.startsWith('/') ? [] : from.replace(/\\/g, '/').split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The way from a document to another path of the archive, as a link writes it. */
export function relative(from: string, to: string): string {
  const here = from.replace(/\\/g, '/').split('/').slice(0, -1);
  const there = to.replace(/\\/g, '/').split('/');
  let common = 0;
  while (common < Math.min(here.length, there.length - 1) && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  return folders.reduce((common, folder) => {
    let length = Math.min(common.length, folder.length);
    while (length > 0 && (common.slice(0, length) !== folder.slice(0, length) || common.charAt(length - 1) !== '/'))
      length--;
    return common.slice(0, length);
  }, folders[0] ?? '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path as the canonical form of a URI writes it, for archives whose paths are URIs. */
function encoded(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(decode(part)).replace(/[!'()*]/g, percentEncoded))
    .join('/');
}

function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
