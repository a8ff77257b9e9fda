import { slug } from '../archive/names.js';
import { relative, type Paths } from '../archive/paths.js';
import { rootOf, type Resolution } from '../archive/references.js';
import { headingsOf, type Headings } from '../archive/sectionNames.js';
import type { Document, DocumentFacts } from '../document/document.js';
import type { Section } from '../document/sections.js';
import type { Problem } from './brokenReference.js';
import { indexNames, nearest, nearestIn, type NameIndex } from './nearest.js';
import type { DocumentContext } from './rule.js';

/** What is wrong with a Markdown link, given where it leads. */
export function problemOfLink(target: string, to: Resolution, context: DocumentContext): Problem | undefined {
  if (to.kind === 'noSection') return noAnchor(target, to.document, context);
  return to.kind === 'noPage' ? noFile(target, context) : undefined;
}

function noAnchor(target: string, document: DocumentFacts, context: DocumentContext): Problem | undefined {
  const [path = '', anchor = ''] = target.split('#', 2);
  const own = document.path === context.document.path;
  if (/^L\d+/.test(anchor) || (own && hasHtmlAnchor(context.document, anchor))) return undefined;
  const message = `no heading has the anchor "${anchor}"; link to one that is there`;
  return { message, instead: nearestAnchors(anchor, document).map((near) => link(target, `${path}#${near}`)) };
}

const anchorsMemo = new WeakMap<Headings, { readonly all: NameIndex; readonly near: Map<string, readonly string[]> }>();

/** Anchors of a document that a slip could have made; kept for as long as its headings are the same. */
function nearestAnchors(anchor: string, document: DocumentFacts): readonly string[] {
  const headings = headingsOf(document);
  const known = anchorsMemo.get(headings) ?? {
    all: indexNames(headings.flatMap((heading) => (heading ? slug(heading.title) : []))),
    near: new Map<string, readonly string[]>(),
  };
  anchorsMemo.set(headings, known);
  const near = known.near.get(anchor) ?? nearestIn(anchor, known.all);
  known.near.set(anchor, near);
  return near;
}

const htmlAnchors = new WeakMap<Section, ReadonlySet<string>>();

function hasHtmlAnchor({ cut }: Document, anchor: string): boolean {
  return cut.sections.some((section) => {
    const known = htmlAnchors.get(section) ?? new Set(anchorsIn(section.text));
    htmlAnchors.set(section, known);
    return known.has(anchor);
  });
}

function anchorsIn(text: string): string[] {
  return [...text.matchAll(/(?:id|name)=(?:"([^"]*)"|'([^']*)')/g)].map(([, double, single]) => double ?? single ?? '');
}

/** A document that stands alone, with nothing known around it, may link to any file. */
function noFile(target: string, context: DocumentContext): Problem | undefined {
  if (context.archive.documents.size < 2) return undefined;
  const [path = '', anchor] = target.split('#', 2);
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  const message = `there is no file "${path}"; link to one that is there`;
  return { message, instead: nearestPaths(path, context).map((near) => link(target, `${near}${fragment}`)) };
}

const nearestMemo = new WeakMap<Paths, Map<string, readonly string[]>>();

/** Paths of the archive that a slip could have made of `path`, in its form; kept for as long as the archive has the same. */
function nearestPaths(path: string, { archive, document }: DocumentContext): readonly string[] {
  const { paths } = archive;
  const known = nearestMemo.get(paths) ?? new Map<string, readonly string[]>();
  nearestMemo.set(paths, known);
  const key = `${document.path}\n${path}`;
  const root = path.startsWith('/') ? rootOf(archive, path, document.facts) : undefined;
  const found =
    known.get(key) ?? nearest(path, root === undefined ? fromHere(paths, document.path) : fromRoot(paths, root));
  known.set(key, found);
  return found;
}

function fromHere({ all }: Paths, here: string): string[] {
  return all.map((each) => relative(here, each));
}

function fromRoot({ all }: Paths, root: string): string[] {
  return all.flatMap((each) => (each.startsWith(root) ? `/${each.slice(root.length)}` : []));
}

function link(target: string, shown: string): Problem['instead'][number] {
  return { shown, old: target, text: shown };
}
