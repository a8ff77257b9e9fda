import { applyPatch } from 'diff';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, json, xenNotes } from './run.js';

const zeroWidth = '\u200b';
const hidden = `# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- ${zeroWidth}Jan Beulich\n`;
const mended = hidden.replace(zeroWidth, '');
const onlyHidden = ['--rule', 'invisible-character'];

interface Finding {
  readonly rule: string;
  readonly severity: string;
}

describe('check', () => {
  it('finds nothing in the archive that ships and prints nothing', () => {
    const { code, out, err } = xenNotes(['check', 'corpus']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^\d+ documents checked, nothing found\n$/);
  });

  it('prints findings by file with the lines they stand in, and says how many there are', () => {
    const cwd = folderOf({ 'a/call.md': hidden, 'b.md': mended });
    const { code, out, err } = xenNotes(['check', ...onlyHidden], { cwd });
    expect(code).toBe(1);
    const [path, finding, ...frame] = out.split('\n');
    expect(path).toBe('a/call.md');
    expect(finding).toMatch(/^ {2}7:3 {2}warning {2}a zero-width space .+ {2}invisible-character$/);
    expect(frame).toEqual(['      7 | - <U+200B>Jan Beulich', '        |   ^^^^^^^^', '', '']);
    expect(err).toBe('1 warning in 1 file; 1 can be fixed with --fix\n');
  });

  it('prints findings as JSON', () => {
    const cwd = folderOf({ 'call.md': hidden });
    expect(json(['check', '--format', 'json', ...onlyHidden], { cwd })).toEqual([
      {
        path: 'call.md',
        rule: 'invisible-character',
        severity: 'warning',
        message: expect.any(String),
        line: 7,
        column: 3,
        endLine: 7,
        endColumn: 4,
        fix: 'safe',
        url: expect.stringMatching(/^https:\/\/.*\/docs\/rules\/invisible-character\.md$/),
      },
    ]);
  });

  it('fails for errors and for more warnings than are allowed, never for less', () => {
    const cwd = folderOf({ 'call.md': hidden });
    const code = (...args: string[]): number | null => xenNotes(['check', ...args], { cwd }).code;
    expect(code(...onlyHidden, '--max-warnings', '1')).toBe(0);
    expect(code(...onlyHidden, '--max-warnings', '1', '--mode', 'post')).toBe(1);
    expect(code('--rule', 'invisible-character=info', ...onlyHidden)).toBe(0);
    expect(code('--rule', 'invisible-character=error', ...onlyHidden, '--max-warnings', '9')).toBe(1);
  });

  it('leaves information and summary out when it is to be quiet', () => {
    const cwd = folderOf({ 'call.md': hidden });
    const { code, out, err } = xenNotes(['check', '--quiet', ...onlyHidden, '--rule', 'invisible-character=hint'], {
      cwd,
    });
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const loud = xenNotes(['check', '-q', ...onlyHidden], { cwd });
    expect(loud).toMatchObject({ code: 1, err: '' });
    expect(loud.out).toContain('invisible-character');
  });

  it('switches rules off and runs only those named', () => {
    const cwd = folderOf({ 'call.md': `${hidden}\n#### Too deep\n` });
    const found = (...args: string[]): string[] =>
      json<Finding>(['check', '--format', 'json', ...args], { cwd }).map(({ rule }) => rule);
    expect(found()).toEqual(expect.arrayContaining(['invisible-character', 'heading-level-skip']));
    expect(found('--rule', 'invisible-character=off')).not.toContain('invisible-character');
    expect(found('--rule', 'heading-level-skip')).toEqual(['heading-level-skip']);
  });

  it('checks files by the configuration of the archive they are in', () => {
    const cwd = folderOf({
      'strict/.xen-notes.json': '{ "rules": { "invisible-character": "error" } }',
      'strict/deep/call.md': hidden,
      'loose/call.md': hidden,
    });
    const found = json<Finding>(['check', '--format', 'json', ...onlyHidden], { cwd });
    expect(found).toMatchObject([
      { path: 'loose/call.md', severity: 'warning' },
      { path: 'strict/deep/call.md', severity: 'error' },
    ]);
    expect(json(['check', '--format', 'json', ...onlyHidden, 'strict/deep/call.md'], { cwd })).toMatchObject([
      { path: 'strict/deep/call.md', severity: 'error' },
    ]);
  });

  it('says so when nothing is of a kind it checks', () => {
    const { code, out, err } = xenNotes(['check'], { cwd: folderOf({ 'README.md': '# A project\n' }) });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^nothing to check: /);
  });
});

describe('check --fix', () => {
  it('mends what is safe, keeping line endings, mark, mode and links', () => {
    const text = `\ufeff${hidden.replace(/\n/g, '\r\n')}`;
    const cwd = folderOf({ 'real/call.md': text, 'docs/keep.md': mended });
    chmodSync(path.join(cwd, 'real/call.md'), 0o640);
    symlinkSync(path.join(cwd, 'real/call.md'), path.join(cwd, 'docs/call.md'));
    const { code, err } = xenNotes(['check', '--fix', ...onlyHidden, 'docs/call.md'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('in 1 file\n');
    expect(readFileSync(path.join(cwd, 'real/call.md'), 'utf8').replace(/^\ufeff/, '')).toBe(
      mended.replace(/\n/g, '\r\n'),
    );
    expect(statSync(path.join(cwd, 'real/call.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(path.join(cwd, 'docs/call.md')).isSymbolicLink()).toBe(true);
  });

  it('goes on until nothing is left to mend, and then changes nothing', () => {
    const cwd = folderOf({ 'call.md': `${hidden}\n#### Too ${zeroWidth}deep\n` });
    const rules = [...onlyHidden, '--rule', 'heading-level-skip'];
    expect(xenNotes(['check', '--fix', ...rules], { cwd })).toMatchObject({ code: 0, out: '' });
    const once = readFileSync(path.join(cwd, 'call.md'), 'utf8');
    expect(once).toBe(`${mended}\n## Too deep\n`);
    expect(xenNotes(['check', '--fix', ...rules], { cwd })).toEqual({
      code: 0,
      out: '',
      err: '1 document checked, nothing found\n',
    });
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).toBe(once);
  });

  it('prints a diff that applies, and leaves the file as it is', () => {
    const cwd = folderOf({ 'a/call.md': hidden, 'b.md': mended });
    const { code, out, err } = xenNotes(['check', '--fix-dry-run', ...onlyHidden], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('1 warning in 1 file');
    expect(out.split('\n').slice(0, 2)).toEqual(['--- a/a/call.md', '+++ b/a/call.md']);
    expect(applyPatch(hidden, out)).toBe(mended);
    expect(readFileSync(path.join(cwd, 'a/call.md'), 'utf8')).toBe(hidden);
  });
});

describe('check -', () => {
  it('checks standard input as the path it is told', () => {
    const cwd = folderOf({ '.xen-notes.json': '{ "rules": { "invisible-character": "error" } }' });
    const args = ['check', '-', '--stdin-path', 'new/call.md', '--format', 'json', ...onlyHidden];
    expect(json(args, { cwd, input: hidden })).toMatchObject([{ path: 'new/call.md', severity: 'error' }]);
  });

  it('prints the mended text with --fix', () => {
    const cwd = folderOf({});
    expect(xenNotes(['check', '-', '--fix', ...onlyHidden], { cwd, input: hidden })).toMatchObject({
      code: 0,
      out: mended,
    });
  });

  it('refuses bytes that are not UTF-8', () => {
    const run = xenNotes(['check', '-', '--stdin-path', 'call.md'], {
      input: Buffer.from('# Minutes caf\xe9\n', 'latin1'),
    });
    expect(run).toEqual({ code: 2, out: '', err: 'xen-notes: call.md: is not UTF-8; save it as UTF-8\n' });
  });
});
