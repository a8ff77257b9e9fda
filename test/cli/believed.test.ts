import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { describe, expect, it, test } from 'vitest';
import { git, repositoryIn } from './git.js';
import { folderOf, json, xenNotes } from './run.js';

const minutes = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION: ask\n';
const root = path.join(import.meta.dirname, '../..');

describe('reports name files from the top of the repository, from whatever folder', () => {
  const cwd = folderOf({ 'notes/.xen-notes.json': '{}', 'notes/2019/call.md': minutes });
  repositoryIn(cwd);
  const name = 'notes/2019/call.md';
  const rule = ['--rule', 'action-no-owner'];
  const env = { ...process.env, GITHUB_WORKSPACE: '', CI_PROJECT_DIR: '' };
  test.each(['.', 'notes', 'notes/2019', '..'])('%s', (from) => {
    const at = path.join(cwd, from);
    const print = (format: string): string =>
      xenNotes(['check', '--format', format, ...rule, cwd], { cwd: at, env }).out;
    expect(print('github')).toContain(`::warning file=${name},`);
    expect((JSON.parse(print('gitlab')) as { location: { path: string } }[])[0]?.location.path).toBe(name);
    const place = (JSON.parse(print('sarif')) as Log).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation;
    const { uri } = place?.artifactLocation ?? {};
    expect(from === '..' ? uri?.endsWith(`/${name}`) : uri === name).toBe(true);
  });
});

/** What pre-commit is told to run. */
interface Hook {
  readonly entry: string;
  readonly exclude?: string;
  readonly types: readonly string[];
}

it('a hook of pre-commit, run for all files, finds what a check finds', () => {
  const [hook] = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
  const cwd = folderOf({
    '.xen-notes.json': '{}',
    'call.md': minutes,
    '.drafts/call.md': minutes,
    'a/call.md': minutes,
    'README.md': '# Read me\n',
  });
  repositoryIn(cwd);
  const files = git(cwd, 'ls-files', '*.md')
    .split('\n')
    .filter((file) => file !== '');
  const passed = files.filter((file) => hook?.exclude === undefined || !new RegExp(hook.exclude).test(file));
  const args = hook?.entry.split(' ').slice(1) ?? [];
  const rows = (run: readonly string[]) =>
    json<{ path: string }>([...run, '--format', 'json'], { cwd }).map((row) => row.path);
  expect(rows([...args, ...passed]).sort()).toEqual(rows(['check']).sort());
  expect(rows(['check']).sort()).toEqual(['a/call.md', 'call.md']);
});

it('no recipe overwrites a configuration', () => {
  for (const page of ['docs/ci.md', 'docs/archive.md', 'README.md'])
    expect(readFileSync(path.join(root, page), 'utf8')).not.toMatch(/[^>]> *\.xen-notes\.json/);
});

it.skipIf(process.platform !== 'linux')('what is printed to a full disk is told', () => {
  const cwd = folderOf({ 'call.md': minutes });
  mkdirSync(path.join(cwd, 'sub'));
  for (const args of [
    ['check'],
    ['check', '--format', 'sarif'],
    ['query', 'documents'],
    ['--help'],
    ['--version'],
    ['explain'],
  ]) {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr).toContain(
      'xen-notes: what is printed cannot be written, the disk is full; make room and run again\n',
    );
  }
});
