import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/documents.js';
import { hasProgram, printed } from '../support/programs.js';

const place = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'xen-notes-npm-')));
const checkout = path.join(place, 'checkout');
const empty = path.join(place, 'empty');
const installed = path.join(empty, 'node_modules/xen-session-notes');
const notes = '# Call Minutes\n\n- Date: 12/07/2019\n\n## Attendees\n\n- Jan Beulich\n\n## Point\n\n- ACTION: go on\n';
const npm = (args: readonly string[], cwd: string): string =>
  printed(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd,
    env: { ...process.env, npm_config_offline: 'true' },
  });

let file = '';

/** What git keeps, as it stands here: no bundles, and nothing that an earlier run left. */
beforeAll(() => {
  const kept = printed('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const name of kept.split('\0').filter((each) => each !== '' && each !== 'node_modules'))
    cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  cpSync(path.join(root, 'corpus'), path.join(empty, 'archive'), { recursive: true });
  writeFileSync(path.join(empty, 'package.json'), '{ "private": true }');
  writeFileSync(path.join(empty, 'notes.md'), notes);
  file = path.join(checkout, npm(['pack', '--silent'], checkout).trim());
  npm(['install', '--no-audit', '--no-fund', file], empty);
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const manifest = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;

it('is small, brings nothing along, and has no part that needs an editor', () => {
  const { size } = statSync(file);
  console.log(`${path.basename(file)}: ${Math.round(size / 1000)} kB`);
  expect(size).toBeLessThan(1_000_000);
  expect(readdirSync(path.join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'xen-session-notes',
  ]);
  expect(Object.keys(manifest(installed))).not.toEqual(expect.arrayContaining(['main']));
  for (const key of ['dependencies', 'devDependencies', 'contributes', 'scripts', 'private'])
    expect(manifest(installed), key).not.toHaveProperty(key);
  const files = readdirSync(installed, { recursive: true }).map(String);
  expect(files.filter((name) => /^(?:test|scripts|client|server)\b|client\.cjs|\.map$|\.vsix$/.test(name))).toEqual([]);
});

it("leaves the extension's manifest in the checkout as it was", () => {
  expect(readFileSync(path.join(checkout, 'package.json'), 'utf8')).toBe(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
});

describe('the command', () => {
  const run = (
    ...args: string[]
  ): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [path.join(empty, 'node_modules/.bin/xen-notes'), ...args], {
      cwd: empty,
      encoding: 'utf8',
    });

  it('checks, asks, explains and imports', () => {
    const { status, stdout } = run('check', '--json', 'notes.md');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ path: 'notes.md', rule: 'action-no-owner', line: 11 }),
    );
    expect(JSON.parse(run('query', 'people', 'archive', '--json').stdout)).not.toEqual([]);
    expect(run('explain', 'date-format').stdout).toContain('date-format');
    expect(run('export', 'notes.md', '--to', 'wikitext').stdout).toContain('== Attendees ==');
    expect(run('--version').stdout).toBe(`${String(manifest(root)['version'])}\n`);
  });

  it('knows the archive that ships', () => {
    const { stdout } = run('new', 'notes', '--session', 'Design Sessions 2019#Virtio', '-o', '-');
    expect(stdout).toContain('[[Design Sessions 2019#Virtio]]');
  });
});

describe('the module', () => {
  const program = `
    const document = readDocument('notes.md', ${JSON.stringify(notes)});
    const found = lint(document, Archive.of([document.facts]), { mode: 'draft' });
    console.log(found.map(({ rule }) => rule).join());`;

  it.each([
    ['import', 'mjs', `import { Archive, lint, readDocument } from 'xen-session-notes';${program}`],
    ['require', 'cjs', `const { Archive, lint, readDocument } = require('xen-session-notes');${program}`],
  ])('answers %s', (_, extension, text) => {
    writeFileSync(path.join(empty, `program.${extension}`), text);
    expect(printed(process.execPath, [`program.${extension}`], { cwd: empty })).toBe('date-format,action-no-owner\n');
  });

  it('has types that need no others', () => {
    writeFileSync(
      path.join(empty, 'program.mts'),
      `import { lint, readDocument, Archive, loadArchive, nodeFiles, type Diagnostic } from 'xen-session-notes';
      const document = readDocument('notes.md', '');
      export const found: readonly Diagnostic[] = lint(document, Archive.of([document.facts]), { mode: 'post' });
      export const people = (await loadArchive('/archive', { files: nodeFiles })).archive;
      // @ts-expect-error There is no such mode.
      lint(document, people, { mode: 'loud' });`,
    );
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext'];
    expect(printed(process.execPath, [tsc, ...options, 'program.mts'], { cwd: empty })).toBe('');
  });
});

describe('the manual page', () => {
  const page = path.join(installed, 'dist/xen-notes.1');

  it('tells every command and option', () => {
    const text = readFileSync(page, 'utf8').replace(/\\-/g, '-');
    for (const word of [
      'check',
      'query',
      'search',
      'import',
      'export',
      'new',
      'compare',
      'explain',
      'completion',
      'serve',
    ])
      expect(text).toContain(`.SS xen-notes ${word}`);
    for (const word of ['--changed-since', '--from-previous', 'FORCE_COLOR', '.xen-notes.json'])
      expect(text).toContain(word);
  });

  it.runIf(hasProgram('groff', 'nobody reads the manual page'))('is read without a complaint', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', page], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.length).toBeGreaterThan(1000);
  });
});
