import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The working folder; the project's root when left out. */
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** Whoever runs the tests may force colours for what they print themselves. */
const { FORCE_COLOR: _forced, ...plainEnv } = process.env;

/** Runs the built command line. */
export function xenNotes(args: readonly string[], { cwd = root, input = '', env = plainEnv }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], {
    cwd,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

/** What a command prints as JSON. */
export function json<Row>(args: readonly string[], options?: RunOptions): Row[] {
  const run = xenNotes(args, options);
  expect(run.err.split('\n').filter((line) => line.startsWith('xen-notes:'))).toEqual([]);
  return JSON.parse(run.out) as Row[];
}

const folders: string[] = [];

/** A folder with files, by their paths in it; it is gone when the test file is done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'xen-notes-cli-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The environment of somebody who has installed the command line. */
export function withCommand(): NodeJS.ProcessEnv {
  const cli = path.join(root, 'dist/cli.cjs');
  const bin = folderOf({ 'xen-notes': `#!/bin/sh\nexec ${process.execPath} ${cli} "$@"\n` });
  chmodSync(path.join(bin, 'xen-notes'), 0o755);
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
}
