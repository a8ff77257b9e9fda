import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../analysis.js';
import { commitOf, git } from './git.js';
import { maxSourceSize } from './limits.js';
import { repositoryAround } from './repository.js';

/** A commit that a file was changed in. */
export interface Revision {
  readonly id: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** Why something cannot be had of git, as a sentence without a full stop. */
interface Refused {
  readonly problem: string;
}

/** Where a file is for git. */
interface Kept {
  readonly top: string;
  readonly name: string;
}

/** The commits a file was changed in, the last one first; under other names as well. */
export async function historyOf(file: string): Promise<{ readonly revisions: readonly Revision[] } | Refused> {
  const kept = await keptIn(file);
  if ('problem' in kept) return kept;
  const found = await namedRevisions(kept);
  return 'problem' in found ? found : { revisions: found.map(({ name: _, ...revision }) => revision) };
}

/** What a file was in a commit, or whatever else git names one by. */
export async function textAt(
  file: string,
  revision: string,
): Promise<{ readonly text: string; readonly revision: Revision | undefined } | Refused> {
  const kept = await keptIn(file);
  if ('problem' in kept) return kept;
  const commit = await commitOf(kept.top, revision);
  if ('problem' in commit)
    return { problem: say`git knows no revision "${revision}"; name a commit, a branch or a tag` };
  const history = await namedRevisions(kept);
  if ('problem' in history) return history;
  const own = history.find(({ id }) => id === commit.out);
  const names = new Set([own?.name ?? kept.name, ...history.map(({ name }) => name)]);
  for (const name of names) {
    // Neither filters nor converters are run for what is kept.
    const blob = await git(kept.top, ['cat-file', 'blob', `${commit.out}:${name}`]);
    if ('problem' in blob) continue;
    if (blob.out.length > maxSourceSize) return { problem: say`the page is too large in that revision` };
    return {
      text: blob.out,
      revision: own && { id: own.id, date: own.date, author: own.author, subject: own.subject },
    };
  }
  return { problem: say`the page is not in the revision "${revision}"; choose a later one` };
}

async function keptIn(file: string): Promise<Kept | Refused> {
  const real = await realpath(file).catch(() => path.resolve(file));
  const top = repositoryAround(path.dirname(real));
  if (top === undefined) return { problem: say`the page is in no git repository; compare with a file` };
  return { top, name: path.relative(top, real).split(path.sep).join('/') };
}

const mostRevisions = 300;
/** Marks that no name of an author and no subject has. */
const [record, unit] = ['\u001e', '\u001f'];
const log = [
  ...['--literal-pathspecs', '-c', 'core.quotePath=false', '-c', 'diff.renames=true', 'log', '-z', '--follow'],
  ...['--name-only', '--no-ext-diff', '--no-textconv', '--no-show-signature', '--no-color', '--no-decorate'],
  ...[`--max-count=${mostRevisions}`, '--date=short', '--format=%x1e%H%x1f%ad%x1f%an%x1f%s%x1f'],
];

/** The commits, with what the file was called in each. */
async function namedRevisions({ top, name }: Kept): Promise<(Revision & { readonly name: string })[] | Refused> {
  const found = await git(top, [...log, '--', name]);
  if ('problem' in found) {
    const { words } = found;
    return {
      problem:
        words === undefined ? say`git is not installed; install it, or compare with a file` : say`git says "${words}"`,
    };
  }
  const revisions = found.out.split(record).flatMap((entry) => {
    const [id = '', date = '', author = '', subject = '', rest = ''] = entry.split(unit);
    const called = rest.replace(/^[\0\n]+/, '').split('\0')[0] ?? '';
    return /^[0-9a-f]{40,64}$/.test(id) && called !== '' ? [{ id, date, author, subject, name: called }] : [];
  });
  return revisions.length > 0 ? revisions : { problem: say`git has no earlier state of the page; commit it first` };
}
