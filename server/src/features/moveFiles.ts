import type { Archive } from '../archive/archive.js';
import { join, relative } from '../archive/paths.js';
import { isExternal, resolveReference, rootOf } from '../archive/references.js';
import { place, type Document, type DocumentFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { filesOf, type Renamed } from './rename/renamed.js';

/** A file or folder that gets another path, without a slash at its end. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Paths of own documents in which a link may have to be another when files are moved. */
export function linkingTo({ documents }: Archive, moves: readonly Move[]): string[] {
  const isMoved = (path: string): boolean => movedPath(path, moves) !== path;
  const links = (document: DocumentFacts): boolean =>
    isMoved(document.path) ||
    document.sections.some(({ facts }) => facts.references.some((each) => each.kind === 'link' && isPath(each.target)));
  return [...documents.values()].filter(links).map(({ path }) => path);
}

/** Edits, in documents as they are before it, that keep links leading where they lead when files and folders are moved. */
export function moveFiles(archive: Archive, moves: readonly Move[], documents: readonly Document[]): Renamed['files'] {
  return filesOf(documents, ({ facts, text }) =>
    facts.sections.flatMap((section) =>
      section.facts.references.flatMap((reference) => {
        const now = targetAfter(reference, facts, moves, archive);
        if (now === undefined) return [];
        const { start, end } = place(section, reference.span);
        const at = text.slice(start, end).lastIndexOf(reference.target);
        return at < 0 ? [] : [{ span: { start: start + at, end: start + at + reference.target.length }, text: now }];
      }),
    ),
  );
}

/** A link's target once files are moved; `undefined` when it stays. */
function targetAfter(
  reference: Reference,
  from: DocumentFacts,
  moves: readonly Move[],
  archive: Archive,
): string | undefined {
  if (reference.kind !== 'link' || !isPath(reference.target)) return undefined;
  const [path = '', ...anchor] = reference.target.split(/(?=#)/, 2);
  if (path === '') return undefined;
  const to = resolveReference(archive, reference, from);
  const known = 'document' in to ? to.document.path : path.startsWith('/') ? undefined : join(from.path, path);
  if (known === undefined) return undefined;
  const [here, there] = [movedPath(from.path, moves), movedPath(known, moves)];
  if (here === from.path && there === known) return undefined;
  const now = path.startsWith('/') ? fromRoot(path, from, there, archive) : fromHere(path, here, there);
  return now === path || now === undefined ? undefined : now + anchor.join('');
}

function isPath(target: string): boolean {
  return !isExternal(target) && !target.startsWith('#');
}

function fromHere(path: string, here: string, there: string): string {
  const way = relative(here, there);
  return path.startsWith('./') && !way.startsWith('..') ? `./${way}` : way;
}

/** A link from the root goes on counting from it, as long as the file stays below. */
function fromRoot(path: string, from: DocumentFacts, there: string, archive: Archive): string | undefined {
  const root = rootOf(archive.paths, path, from.path);
  return root !== undefined && there.startsWith(root) ? `/${there.slice(root.length)}` : undefined;
}

function movedPath(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move ? move.to + path.slice(move.from.length) : path;
}
