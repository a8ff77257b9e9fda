import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryIn } from './git.js';
import { folderOf, json, xenNotes, type Run } from './run.js';

const head = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n';
const minutes = (...said: readonly string[]): string =>
  `${head}${said.map((words) => `- ACTION: ${words}\n`).join('')}`;
/** Only these, so that a rule made later changes nothing here. */
const only = ['--rule', 'action-no-owner', '--rule', 'invisible-character'];
const named = ['check', '--baseline', 'known.json', ...only];
const configured = '{ "baseline": "ci/known.json" }';

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly text: string;
  readonly count: number;
}

function entries(cwd: string, file = 'known.json'): Entry[] {
  return (JSON.parse(readFileSync(path.join(cwd, file), 'utf8')) as { accepted: Entry[] }).accepted;
}

function texts(cwd: string, file?: string): string[] {
  return entries(cwd, file).map((each) => `${each.path} ${each.text} ${each.count}`);
}

function places(cwd: string, ...args: readonly string[]): string[] {
  const rows = json<{ path: string; line: number }>([...args, '--format', 'json'], { cwd });
  return rows.map((row) => `${row.path}:${row.line}`);
}

/** Writes a baseline of all that is found. */
function accept(cwd: string, ...args: readonly string[]): Run {
  const run = xenNotes([...named, '--update-baseline', ...args], { cwd });
  expect(run).toMatchObject({ code: 0, out: '' });
  return run;
}

describe('check --baseline', () => {
  it('leaves out what was accepted, wherever it moves to, and tells what is new', () => {
    const cwd = folderOf({ 'call.md': minutes('one', 'two'), 'sub/call.md': minutes('three') });
    expect(accept(cwd).err).toContain('accepted 3 findings in known.json: 3 new, 0 dropped\n');
    expect(texts(cwd)).toEqual(['call.md - ACTION: one 1', 'call.md - ACTION: two 1', 'sub/call.md - ACTION: three 1']);
    expect(xenNotes(named, { cwd })).toEqual({ code: 0, out: '', err: '2 documents checked, nothing found\n' });
    writeFileSync(path.join(cwd, 'call.md'), minutes('new', 'two', 'one', 'two').replace('# Call', '\n\n# Call'));
    expect(places(cwd, ...named)).toEqual(['call.md:14', 'call.md:17']);
    expect(places(cwd, ...named, 'sub')).toEqual([]);
  });

  it('tells accepted findings too when it is to be left out of account', () => {
    const cwd = folderOf({ '.xen-notes.json': '{ "baseline": "known.json" }', 'call.md': minutes('one', 'two') });
    expect(xenNotes(['check', ...only, '--update-baseline'], { cwd }).code).toBe(0);
    expect(places(cwd, 'check', ...only)).toEqual([]);
    expect(places(cwd, 'check', ...only, '--no-baseline')).toEqual(['call.md:12', 'call.md:13']);
  });

  it('says what is gone, drops it when asked to, and then changes nothing', () => {
    const cwd = folderOf({ 'call.md': minutes('one', 'two', 'three'), 'gone.md': minutes('four') });
    accept(cwd);
    writeFileSync(path.join(cwd, 'call.md'), minutes('three'));
    rmSync(path.join(cwd, 'gone.md'));
    const gone = '3 accepted findings are gone; --update-baseline drops them\n';
    expect(xenNotes(named, { cwd })).toMatchObject({ code: 0, out: '', err: expect.stringContaining(gone) as string });
    expect(xenNotes([...named, '--quiet'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    expect(xenNotes([...named, '--format', 'json'], { cwd })).toMatchObject({ code: 0, out: '[]\n' });
    expect(accept(cwd).err).toContain('accepted 1 finding in known.json: 0 new, 3 dropped\n');
    const once = readFileSync(path.join(cwd, 'known.json'), 'utf8');
    expect(accept(cwd).err).toContain('accepted 1 finding in known.json: 0 new, 0 dropped\n');
    expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(once);
  });

  it('keeps what was not looked for: other files, other rules, the other mode, files that cannot be read', () => {
    const cwd = folderOf({
      'call.md': minutes('one'),
      'other.md': `${minutes('two')}\n\u200bthree\n`,
      'broken.md': minutes('four'),
    });
    accept(cwd, '--mode', 'post');
    const all = entries(cwd);
    expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(['invisible-character', 'action-no-owner']));
    for (const name of ['call.md', 'other.md']) writeFileSync(path.join(cwd, name), '# Call minutes\n');
    writeFileSync(path.join(cwd, 'broken.md'), Buffer.from('# Minutes caf\xe9\n', 'latin1'));
    const update = (...args: string[]): Entry[] => {
      xenNotes(['check', '--baseline', 'known.json', '--update-baseline', ...args], { cwd });
      return entries(cwd);
    };
    expect(update(...only, 'call.md')).toEqual(all.filter(({ path: at }) => at !== 'call.md'));
    expect(update('--rule', 'invisible-character').map(({ path: at }) => at)).toEqual(['broken.md', 'other.md']);
    expect(update(...only, '--rule', 'action-no-owner=off').map(({ path: at }) => at)).toEqual([
      'broken.md',
      'other.md',
    ]);
    expect(update(...only).map(({ path: at }) => at)).toEqual(['broken.md']);
  });

  it('does not mend what is accepted', () => {
    const cwd = folderOf({ 'call.md': `${head}- \u200bone\n` });
    accept(cwd);
    writeFileSync(path.join(cwd, 'call.md'), `${head}- \u200bone\n- \u200btwo\n`);
    expect(xenNotes([...named, '--fix'], { cwd })).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).toBe(`${head}- \u200bone\n- two\n`);
  });

  it('mends what can be mended before it accepts the rest', () => {
    const cwd = folderOf({ 'call.md': `${minutes('one')}- \u200btwo\n` });
    accept(cwd, '--fix');
    expect(texts(cwd)).toEqual(['call.md - ACTION: one 1']);
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).not.toContain('\u200b');
  });

  it('works together with --changed-since', () => {
    const cwd = folderOf({ 'call.md': minutes('one', 'two') });
    accept(cwd);
    repositoryIn(cwd);
    writeFileSync(path.join(cwd, 'call.md'), minutes('two', 'three', 'one'));
    expect(places(cwd, ...named, '--changed-since', 'HEAD')).toEqual(['call.md:13']);
  });

  it('holds for standard input', () => {
    const cwd = folderOf({ 'call.md': minutes('one') });
    accept(cwd);
    const args = [...named, '-', '--stdin-path', 'call.md', '--format', 'json'];
    expect(json(args, { cwd, input: minutes('one', 'two') })).toMatchObject([{ line: 13 }]);
  });
});

describe('the baseline a configuration names', () => {
  it('is used, and paths in it are from the root of the archive wherever the command runs', () => {
    const cwd = folderOf({ '.xen-notes.json': configured, 'ci/.keep': '', 'sub/call.md': minutes('one') });
    expect(xenNotes(['check', ...only, '--update-baseline', 'call.md'], { cwd: path.join(cwd, 'sub') }).code).toBe(0);
    expect(texts(cwd, 'ci/known.json')).toEqual(['sub/call.md - ACTION: one 1']);
    for (const paths of [[], ['sub'], ['sub/call.md']]) expect(places(cwd, 'check', ...only, ...paths)).toEqual([]);
    expect(places(path.join(cwd, 'sub'), 'check', ...only)).toEqual([]);
  });

  it('gives way to one that is named', () => {
    const cwd = folderOf({ '.xen-notes.json': configured, 'call.md': minutes('one') });
    accept(cwd);
    expect(xenNotes(named, { cwd })).toMatchObject({ code: 0, out: '' });
  });

  it('is its own for each archive', () => {
    const cwd = folderOf({
      '.xen-notes.json': '{ "baseline": "known.json" }',
      'call.md': minutes('one'),
      'inner/.xen-notes.json': '{ "baseline": "known.json" }',
      'inner/call.md': minutes('one', 'two'),
    });
    expect(xenNotes(['check', ...only, '--update-baseline'], { cwd }).code).toBe(0);
    expect(texts(cwd)).toEqual(['call.md - ACTION: one 1']);
    expect(texts(cwd, 'inner/known.json')).toHaveLength(2);
    expect(xenNotes(['check', ...only], { cwd })).toMatchObject({ code: 0, out: '' });
    const shared = xenNotes(named, { cwd });
    expect(shared).toEqual({
      code: 2,
      out: '',
      err: 'xen-notes: known.json is the baseline of one archive, and several were asked for; name one of them, or set "baseline" in the .xen-notes.json of each\n',
    });
  });

  it('is named once for folders without a configuration', () => {
    const cwd = folderOf({ 'a/call.md': minutes('one'), 'b/call.md': minutes('two') });
    accept(cwd, 'a', 'b/call.md');
    expect(texts(cwd)).toEqual(['a/call.md - ACTION: one 1', 'b/call.md - ACTION: two 1']);
    expect(xenNotes(named, { cwd })).toMatchObject({ code: 0, out: '' });
  });
});

describe('a baseline that cannot be used is told in one line, and the check goes on without it', () => {
  it.each([
    ['<<<<<<< HEAD', /^xen-notes: known\.json: is not valid JSON \(.+\); mend it, or remove it and make it anew/],
    [
      '{ "version": 7, "accepted": [] }',
      /^xen-notes: known\.json: is a baseline of version 7, .+; update xen-notes, or/,
    ],
    ['{ "version": 1, "accepted": [{}] }', /^xen-notes: known\.json: "accepted\.0\.path": .+; correct it, or/],
    [undefined, /^xen-notes: known\.json: is not there; make it with --update-baseline, or leave the baseline out$/],
  ])('%s', (text, complaint) => {
    const cwd = folderOf({ 'call.md': minutes('one'), ...(text !== undefined && { 'known.json': text }) });
    for (const args of [[], text === undefined ? [] : ['--update-baseline']]) {
      const run = xenNotes([...named, '--format', 'json', ...args], { cwd });
      expect(run.code).toBe(2);
      expect(run.err.split('\n').filter((line) => line.startsWith('xen-notes:'))).toEqual([
        expect.stringMatching(complaint),
      ]);
      expect(JSON.parse(run.out)).toMatchObject([{ line: 12 }]);
    }
    if (text !== undefined) expect(readFileSync(path.join(cwd, 'known.json'), 'utf8')).toBe(text);
  });

  it('or written', () => {
    const cwd = folderOf({ 'call.md': minutes('one') });
    const run = xenNotes(['check', ...only, '--update-baseline', '--baseline', 'gone/known.json'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toContain('xen-notes: gone/known.json: is not there; check the name');
    expect(run.out).toContain('action-no-owner');
  });
});
