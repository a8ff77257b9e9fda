import { slug } from '../archive/names.js';
import { relative, type Paths } from '../archive/paths.js';
import { rootOf, type Resolution } from '../archive/references.js';
import { headingsOf, type Headings } from '../archive/sectionNames.js';
import type { Document, DocumentFacts } from '../document/document.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import type { Problem } from './brokenReference.js';
import { indexNames, nearest, nearestIn } from './nearest.js';
import type { DocumentContext } from './rule.js';
import { say } from '../text/say.js';

/** What is wrong with a Markdown link, given where it leads. */
export function problemOfLink(target: string, to: Resolution, context: DocumentContext): Problem | undefined {
  if (to.kind === 'noSection') return noAnchor(target, to.document, context);
  return to.kind === 'noPage' ? noFile(target, context) : undefined;
}

function noAnchor(target: string, document: DocumentFacts, context: DocumentContext): Problem | undefined {
  const [path = '', anchor = ''] = target.split('#', 2);
  const own = document.path === context.document.path;
  if (/^L\d+/.test(anchor) || (own && hasHtmlAnchor(context.document, anchor))) return undefined;
  const message = say`no heading has the anchor "${anchor}"; link to one that is there`;
  return {
    message,
    instead: nearestAnchors(headingsOf(document), anchor).map((near) => link(target, `${path}#${near}`)),
  };
}

const anchorsOf = memo((all: Headings) => indexNames(all.flatMap((heading) => (heading ? slug(heading.title) : []))));

/** Anchors of a document that a slip could have made. */
const nearestAnchors = memo((all: Headings, anchor: string): readonly string[] => nearestIn(anchor, anchorsOf(all)));

function hasHtmlAnchor({ cut }: Document, anchor: string): boolean {
  return cut.sections.some((section) => htmlAnchors(section).has(anchor));
}

const htmlAnchors = memo(({ text }: Section): ReadonlySet<string> => {
  const found = text.matchAll(/(?:id|name)=(?:"([^"]*)"|'([^']*)')/g);
  return new Set([...found].map(([, double, single]) => double ?? single ?? ''));
});

/** A document that stands alone, with nothing known around it, may link to any file. */
function noFile(target: string, { archive, document }: DocumentContext): Problem | undefined {
  if (archive.documents.size < 2) return undefined;
  const [path = '', anchor] = target.split('#', 2);
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  const message = say`there is no file "${path}"; link to one that is there`;
  const near = nearestPaths(archive.paths, document.path, path);
  return { message, instead: near.map((each) => link(target, `${each}${fragment}`)) };
}

/** Paths of the archive that a slip could have made of the one that a document links to, in its form. */
const nearestPaths = memo((paths: Paths, here: string, path: string): readonly string[] => {
  const root = path.startsWith('/') ? rootOf(paths, path, here) : undefined;
  return nearest(path, root === undefined ? fromHere(paths, here) : fromRoot(paths, root));
});

function fromHere({ all }: Paths, here: string): string[] {
  return [...all].map((each) => relative(here, each));
}

function fromRoot({ all }: Paths, root: string): string[] {
  return [...all].flatMap((each) => (each.startsWith(root) ? `/${each.slice(root.length)}` : []));
}

function link(target: string, shown: string): Problem['instead'][number] {
  return { shown, old: target, text: shown };
}
