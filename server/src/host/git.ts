import { execFile } from 'node:child_process';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FileProblem } from '../analysis.js';

export type GitAnswer =
  | { readonly out: string }
  /** `words` are the first line of what git said; none where it was not there to say anything. */
  | { readonly problem: FileProblem; readonly words?: string };

/** Most that is read of an answer, in bytes. */
const maxAnswer = 512 * 1024 * 1024;

const run = promisify(execFile);

/** What git prints in a folder; no shell is between. */
export async function git(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  try {
    const { stdout } = await run('git', [...args], { cwd: folder, env, maxBuffer: maxAnswer, windowsHide: true });
    return { out: stdout };
  } catch (error) {
    const words = wordsOf(error);
    const message =
      words === undefined
        ? 'cannot be compared, git is not installed; install it, or leave out --changed-since'
        : `cannot be compared, git says "${words}"; mend that and run again`;
    return { problem: { path: folder, message }, ...(words !== undefined && { words }) };
  }
}

function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return undefined;
  const words = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : error.message;
  return words.split('\n')[0] ?? '';
}

/** Files of a repository: by what git calls them, from its top folder, with slashes. */
export type Members = ReadonlyMap<string, string>;

/** Files by the top folder of their repository. Symbolic links are followed, as git would not; a problem is the first file in none. */
export async function byRepository(
  files: readonly string[],
): Promise<{ readonly repositories: ReadonlyMap<string, Members> } | { readonly problem: FileProblem }> {
  const repositories = new Map<string, Map<string, string>>();
  const known = new Map<string, string | undefined>();
  for (const file of files) {
    const real = await realpath(file).catch(() => path.resolve(file));
    const top = await topOf(path.dirname(real), known);
    if (top === undefined) {
      return { problem: { path: file, message: 'is in no git repository; leave out --changed-since for it' } };
    }
    const members = repositories.get(top) ?? new Map<string, string>();
    repositories.set(top, members);
    members.set(path.relative(top, real).split(path.sep).join('/'), file);
  }
  return { repositories };
}

/** The nearest folder around with a `.git`, which in a worktree or a submodule is a file. */
async function topOf(folder: string, known: Map<string, string | undefined>): Promise<string | undefined> {
  if (known.has(folder)) return known.get(folder);
  const isTop = await lstat(path.join(folder, '.git')).then(
    () => true,
    () => false,
  );
  const above = path.dirname(folder);
  const top = isTop ? folder : above === folder ? undefined : await topOf(above, known);
  known.set(folder, top);
  return top;
}
