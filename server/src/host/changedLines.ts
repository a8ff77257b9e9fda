import { parsePatch } from 'diff';
import type { FileProblem, Span } from '../analysis.js';
import { byRepository, commitOf, git, withoutFilters } from './git.js';
import { say } from '../analysis.js';

/** Lines of a file that changed, from 0; `all` where the revision has no such file. Lines end with LF, as for git. */
export type ChangedLines = 'all' | readonly Span[];
export type Changes = ReadonlyMap<string, ChangedLines>;

type Outcome = { readonly changes: Changes } | { readonly problem: FileProblem };

/**
 * The lines of files that changed since a git revision, by path; what is not committed counts as well. Files that git does
 * not keep have changed wholly. A problem is why git cannot tell.
 */
export async function changedLines(revision: string, files: readonly string[]): Promise<Outcome> {
  const sorted = await byRepository(files);
  if ('problem' in sorted) return sorted;
  const changes = new Map<string, ChangedLines>();
  for (const [top, members] of sorted.repositories) {
    const found = await changesIn(top, revision, [...members.keys()]);
    if ('problem' in found) return found;
    for (const [name, file] of members) changes.set(file, found.changes.get(name) ?? []);
  }
  return { changes };
}

/** Nothing that a user or a repository configures may change the form of a patch. */
const diff = [
  ...['-c', 'core.quotePath=false', 'diff', '--unified=0', '--inter-hunk-context=0', '--find-renames', '--text'],
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules'],
  ...['--src-prefix=a/', '--dst-prefix=b/'],
];

/** Changes by name in the repository; those of files that have none are absent. */
async function changesIn(top: string, revision: string, names: readonly string[]): Promise<Outcome> {
  const commit = await commitOf(top, revision);
  // Before the first commit there is nothing that anything could be held against.
  if ('problem' in commit && revision === 'HEAD' && (await isUnborn(top)))
    return { changes: new Map(names.map((name) => [name, 'all'] as const)) };
  if ('problem' in commit) return commit;
  // All Markdown rather than the files asked for, so that one that was renamed is held against what it was.
  const others = names.filter((name) => !/\.(?:md|markdown)$/i.test(name));
  const specs = ['--', ':(icase)*.md', ':(icase)*.markdown', ...others.map((name) => `:(literal)${name}`)];
  const kept = await git(top, ['ls-files', '-z', ...specs]);
  if ('problem' in kept) return kept;
  const patch = await git(top, [...(await withoutFilters(top)), ...diff, commit.out, ...specs]);
  if ('problem' in patch) return patch;
  const tracked = new Set(kept.out.split('\0'));
  const changed = readPatch(patch.out);
  if (!changed)
    return { problem: { path: top, message: say`has changes that cannot be read; run git diff to see them` } };
  const untracked = names.filter((name) => !tracked.has(name)).map((name) => [name, 'all'] as const);
  return { changes: new Map<string, ChangedLines>([...changed, ...untracked]) };
}

/** Whether a repository has no commit yet. */
async function isUnborn(top: string): Promise<boolean> {
  const any = await git(top, ['rev-list', '--max-count=1', '--all']);
  return 'out' in any && any.out === '';
}

/** The lines each file of a patch has and had not before; nothing when it is no patch. */
function readPatch(patch: string): (readonly [string, ChangedLines])[] | undefined {
  try {
    return parsePatch(patch).flatMap(({ newFileName = '', isCreate, hunks }) => {
      const lines = hunks.map(({ newStart, newLines }) => ({ start: newStart - 1, end: newStart - 1 + newLines }));
      const added = lines.filter(({ start, end }) => start < end);
      return newFileName.startsWith('b/') ? [[newFileName.slice(2), isCreate ? 'all' : added] as const] : [];
    });
  } catch {
    return undefined;
  }
}
