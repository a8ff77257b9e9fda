import { linkSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

const before = (end = '\n'): string =>
  ['# Call minutes', '', '- Date: 2019-05-02', '', '## Attendees', '', '- \u200bJan Beulich', '- Wei Liu'].join(end);
const after = (end = '\n'): string => before(end).replace('\u200b', '');
const fix = (cwd: string, ...paths: readonly string[]) =>
  xenNotes(['check', '--fix', '--rule', 'invisible-character', ...paths], { cwd });
const text = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8');

it.each<[string, string, string]>([
  ['CRLF and a last line without its end', before('\r\n'), after('\r\n')],
  ['CR', `${before('\r')}\r`, `${after('\r')}\r`],
])('what a fix does not change stays as it is: %s', (_, written, mended) => {
  const cwd = folderOf({ 'call.md': written });
  expect(fix(cwd).code).toBe(0);
  expect(text(cwd, 'call.md')).toBe(mended);
});

it('a byte order mark stays where it is not what is mended', () => {
  const cwd = folderOf({ 'call.md': `\ufeff${after()}\n\n#### Kexec\n` });
  expect(xenNotes(['check', '--fix', '--rule', 'heading-level-skip'], { cwd }).code).toBe(0);
  expect(text(cwd, 'call.md')).toMatch(/^\ufeff# Call minutes\n[^]*\n#{2,3} Kexec\n$/);
});

it('a file keeps its mode, and all its names', () => {
  const cwd = folderOf({ 'call.md': before(), 'twice.md': before() });
  chmodSync(path.join(cwd, 'call.md'), 0o640);
  linkSync(path.join(cwd, 'twice.md'), path.join(cwd, 'other.txt'));
  expect(fix(cwd).code).toBe(0);
  expect(statSync(path.join(cwd, 'call.md')).mode & 0o777).toBe(0o640);
  expect([text(cwd, 'call.md'), text(cwd, 'twice.md'), text(cwd, 'other.txt')]).toEqual([after(), after(), after()]);
  expect(statSync(path.join(cwd, 'twice.md')).ino).toBe(statSync(path.join(cwd, 'other.txt')).ino);
});

it('a name of 255 bytes is one like others', () => {
  const name = `${'é'.repeat(126)}.md`;
  const cwd = folderOf({ [name]: before() });
  expect(fix(cwd)).toMatchObject({ code: 0 });
  expect(text(cwd, name)).toBe(after());
  expect(readdirSync(cwd)).toEqual([name]);
});

it('a link stays one, and nothing is written through one that leads out of the archive', () => {
  const outside = folderOf({ 'call.md': before() });
  const cwd = folderOf({ '.xen-notes.json': '{}', 'minutes/real.md': before() });
  symlinkSync(path.join(outside, 'call.md'), path.join(cwd, 'out.md'));
  symlinkSync(path.join(cwd, 'minutes/real.md'), path.join(cwd, 'in.md'));
  const run = fix(cwd, 'out.md', 'in.md');
  expect(run).toMatchObject({ code: 2, err: expect.stringContaining('out.md: is a link that leads out of') as string });
  expect(text(outside, 'call.md')).toBe(before());
  expect(text(cwd, 'minutes/real.md')).toBe(after());
  expect(lstatSync(path.join(cwd, 'in.md')).isSymbolicLink()).toBe(true);
});

it('what was left behind by one that was stopped is cleared when it is old', () => {
  const old = '.xen-notes-0b9d2c4e-1111-4222-8333-444455556666.tmp';
  const young = '.xen-notes-0b9d2c4e-1111-4222-8333-777788889999.tmp';
  const cwd = folderOf({ 'call.md': before(), [old]: 'half', [young]: 'half', '.mine.tmp': 'half' });
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of [old, '.mine.tmp']) utimesSync(path.join(cwd, name), yesterday, yesterday);
  expect(fix(cwd).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual(['.mine.tmp', young, 'call.md'].sort());
});
