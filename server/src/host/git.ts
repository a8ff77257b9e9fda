import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FileProblem } from '../analysis.js';
import { repositoryAround } from './repository.js';
import { say } from '../analysis.js';

export type GitAnswer =
  | { readonly out: string }
  /** `words` are the first line of what git said; none where it was not there to say anything. */
  | { readonly problem: FileProblem; readonly words?: string };

/** Most that is read of an answer, in bytes. */
const maxAnswer = 512 * 1024 * 1024;

const run = promisify(execFile);

/**
 * A repository's own configuration may name programs that git runs whatever it is asked: it comes with the repository, and who only
 * looks at the notes in one did not agree to them.
 */
const runsNothing = Object.entries({
  'core.fsmonitor': 'false',
  'core.hooksPath': devNull,
  'core.pager': 'cat',
  'core.sshCommand': 'false',
  'core.alternateRefsCommand': 'true',
  'safe.bareRepository': 'explicit',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** What git prints in a folder; no shell is between, and nothing runs that the repository names. */
export async function git(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const env = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
  const whole = [...runsNothing, ...args];
  try {
    const { stdout } = await run('git', whole, { cwd: folder, env, maxBuffer: maxAnswer, windowsHide: true });
    return { out: stdout };
  } catch (error) {
    const words = wordsOf(error);
    const message =
      words === undefined
        ? say`cannot be compared, git is not installed; install it, or leave out --changed-since`
        : say`cannot be compared, git says "${words}"; mend that and run again`;
    return { problem: { path: folder, message }, ...(words !== undefined && { words }) };
  }
}

/** The name that git signs changes in a folder with; `undefined` where it has none, or is not there. */
export async function gitUser(folder: string): Promise<string | undefined> {
  const answer = await git(folder, ['config', 'user.name']);
  const name = 'out' in answer ? answer.out.trim() : '';
  return name === '' ? undefined : name;
}

function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return undefined;
  const words = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : error.message;
  return words.split('\n')[0] ?? '';
}

/** The commit that a revision names. */
export async function commitOf(top: string, revision: string): Promise<GitAnswer> {
  const message = say`has no revision "${revision}"; name a commit, a branch or a tag, and fetch it first if it is elsewhere`;
  const unknown = { problem: { path: top, message } };
  // Otherwise git would take it for an option.
  if (revision.startsWith('-')) return unknown;
  const found = await git(top, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if ('out' in found) return { out: found.out.trim() };
  // Told to be quiet, git says nothing of a name that it does not know.
  return found.words === '' ? unknown : found;
}

/** Options that keep the filters from running which a configuration names for some files. */
export async function withoutFilters(folder: string): Promise<string[]> {
  const found = await git(folder, ['config', '--null', '--name-only', '--get-regexp', '^filter[.]']);
  const names = 'out' in found ? found.out.split('\0') : [];
  const filters = new Set(names.flatMap((name) => /^filter\.([\s\S]+)\.[^.]+$/.exec(name)?.[1] ?? []));
  const off = (filter: string): string[] => [
    `${filter}.clean=`,
    `${filter}.smudge=`,
    `${filter}.process=`,
    `${filter}.required=false`,
  ];
  return [...filters].flatMap((filter) => off(filter).flatMap((setting) => ['-c', `filter.${setting}`]));
}

/** Files of a repository: by what git calls them, from its top folder, with slashes. */
export type Members = ReadonlyMap<string, string>;

/** Files by the top folder of their repository. Symbolic links are followed, as git would not; a problem is the first file in none. */
export async function byRepository(
  files: readonly string[],
): Promise<{ readonly repositories: ReadonlyMap<string, Members> } | { readonly problem: FileProblem }> {
  const repositories = new Map<string, Map<string, string>>();
  const known = new Map<string, string | undefined>();
  const topOf = (folder: string): string | undefined => {
    const top = known.has(folder) ? known.get(folder) : repositoryAround(folder);
    known.set(folder, top);
    return top;
  };
  for (const file of files) {
    const real = await realpath(file).catch(() => path.resolve(file));
    const top = topOf(path.dirname(real));
    if (top === undefined) {
      return { problem: { path: file, message: say`is in no git repository; leave out --changed-since for it` } };
    }
    const members = repositories.get(top) ?? new Map<string, string>();
    repositories.set(top, members);
    members.set(path.relative(top, real).split(path.sep).join('/'), file);
  }
  return { repositories };
}
