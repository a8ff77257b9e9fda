import { readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

const untidy = '# Call Minutes\n- date : 2019-07-09\n\n## Attendees\n* Jan Beulich\n';
const tidy = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Jan Beulich\n';
const files = { '.xen-notes.json': '{}', 'a.md': untidy, 'b.md': tidy, 'README.md': '* a\n* b\n' };

describe('files', () => {
  const cwd = folderOf(files);
  const text = (name: string): string => readFileSync(path.join(cwd, name), 'utf8');

  it('are shown as a diff', () => {
    const { code, out, err } = xenNotes(['format'], { cwd });
    expect([code, err]).toEqual([0, '1 document is not formatted; --write writes what is shown\n']);
    expect(out).toContain('--- a/a.md\n+++ b/a.md\n');
    expect(out).toContain('\n+- Jan Beulich\n');
    expect(text('a.md')).toBe(untidy);
  });

  it('are named by --check, whose exit code tells', () => {
    expect(xenNotes(['format', '--check'], { cwd })).toEqual({
      code: 1,
      out: 'a.md\n',
      err: '1 document is not formatted\n',
    });
    expect(xenNotes(['format', '--check', 'b.md'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: '1 document, as it should be\n',
    });
  });

  it('are written by --write, those that change and no others', () => {
    const before = statSync(path.join(cwd, 'b.md')).mtimeMs;
    expect(xenNotes(['format', '--write'], { cwd })).toEqual({ code: 0, out: '', err: '1 document formatted\n' });
    expect([text('a.md'), text('README.md')]).toEqual([tidy, files['README.md']]);
    expect(statSync(path.join(cwd, 'b.md')).mtimeMs).toBe(before);
    expect(xenNotes(['format', '--check', '.'], { cwd }).code).toBe(0);
  });
});

it('standard input is printed as it should be', () => {
  expect(xenNotes(['format', '-'], { input: untidy })).toEqual({ code: 0, out: tidy, err: '' });
  expect(xenNotes(['format', '-', '--check', '--stdin-path', 'call.md'], { input: untidy })).toMatchObject({
    code: 1,
    out: 'call.md\n',
  });
  const crlf = `\ufeff${untidy.replaceAll('\n', '\r\n')}`;
  expect(xenNotes(['format', '-'], { input: crlf }).out).toBe(`\ufeff${tidy.replaceAll('\n', '\r\n')}`);
  expect(xenNotes(['format', '-'], { input: '* other\n* Markdown' }).out).toBe('* other\n* Markdown');
});

it('long lines are broken where that is asked for', () => {
  const input = `# Call Minutes\n\n- Jan: ${'word '.repeat(20).trim()}\n`;
  const { out } = xenNotes(['format', '-', '--wrap', '40'], { input });
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(41);
  expect(out.replace(/\n {2}/g, ' ')).toBe(input);
});

it('what cannot be done is told', () => {
  const said = (...args: readonly string[]): string => {
    const { code, err } = xenNotes(['format', ...args]);
    expect(code).toBe(2);
    return err;
  };
  expect(said('--check', '--write')).toBe('xen-notes: --check writes nothing; leave out --write\n');
  expect(said('-', '--write')).toBe('xen-notes: standard input is printed and no file; leave out --write\n');
  expect(said('-', 'corpus')).toBe('xen-notes: - stands for standard input and goes with no other path\n');
  expect(said('--wrap', '3')).toBe('xen-notes: --wrap 3 leaves no room for words; give 20 or more\n');
  expect(said('--stdin-path', 'x.md')).toBe('xen-notes: --stdin-path needs - as the path\n');
  expect(said('no-such-file.md')).toContain('xen-notes: no-such-file.md: ');
});

it.skipIf(process.platform === 'win32')('a link that leads out of an archive is not written through', () => {
  const outside = folderOf({ 'a.md': untidy });
  const cwd = folderOf({ '.xen-notes.json': '{}' });
  symlinkSync(path.join(outside, 'a.md'), path.join(cwd, 'a.md'));
  const { code, err } = xenNotes(['format', '--write', 'a.md'], { cwd });
  expect([code, err.includes('leads out of the archive')]).toEqual([2, true]);
  expect(readFileSync(path.join(outside, 'a.md'), 'utf8')).toBe(untidy);
});
