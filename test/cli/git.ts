import { spawnSync } from 'node:child_process';

/** Runs git in a folder, as nobody in particular and whatever the machine configures. */
export function git(cwd: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Makes a repository of a folder, with all it holds committed. */
export function repositoryIn(cwd: string): void {
  git(cwd, 'init', '--quiet');
  git(cwd, 'config', 'user.name', 'Somebody');
  git(cwd, 'config', 'user.email', 'somebody@example.org');
  commitAll(cwd);
}

export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', 'Change', '--allow-empty');
}
