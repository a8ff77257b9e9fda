import { spawnSync } from 'node:child_process';

/** Whether a program of this machine can be run; where not, it is said what is left out. */
export function hasProgram(name: string, leftOut: string): boolean {
  const { error } = spawnSync(name, ['--version'], { stdio: 'ignore' });
  if (error) console.warn(`${name} is not installed: ${leftOut}`);
  return error === undefined;
}

/** What a program prints; it has to end well. */
export function printed(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
