import { slug } from '../archive/names.js';
import { relative, type Paths } from '../archive/paths.js';
import { rootOf, type Resolution } from '../archive/references.js';
import type { DocumentFacts } from '../document/document.js';
import type { Problem } from './brokenReference.js';
import { nearest } from './nearest.js';
import type { DocumentContext } from './rule.js';

/** What is wrong with a Markdown link, given where it leads. */
export function problemOfLink(target: string, to: Resolution, context: DocumentContext): Problem | undefined {
  if (to.kind === 'noSection') return noAnchor(target, to.document, context);
  return to.kind === 'noPage' ? noFile(target, context) : undefined;
}

function noAnchor(target: string, document: DocumentFacts, context: DocumentContext): Problem | undefined {
  const [path = '', anchor = ''] = target.split('#', 2);
  const own = document.path === context.document.path;
  if (/^L\d+/.test(anchor) || (own && hasHtmlAnchor(context.document.text, anchor))) return undefined;
  const anchors = document.sections.flatMap(({ facts }) => (facts.heading ? slug(facts.heading.title) : []));
  const message = `no heading has the anchor "${anchor}"; link to one that is there`;
  return { message, instead: nearest(anchor, anchors).map((near) => link(target, `${path}#${near}`)) };
}

function hasHtmlAnchor(text: string, anchor: string): boolean {
  const forms = ['id="', "id='", 'name="', "name='"];
  return forms.some((form) => text.includes(`${form}${anchor}${form.at(-1) ?? ''}`));
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
