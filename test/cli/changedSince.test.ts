import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git, repositoryIn } from './git.js';
import { folderOf, json, xenNotes } from './run.js';

const zeroWidth = '\u200b';
const head = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n';
const people = [
  'Jan Beulich',
  'Ian Jackson',
  'Lars Kurth',
  'Wei Liu',
  'Paul Durrant',
  'Julien Grall',
  'Roger Pau Monné',
];
/** Minutes where the names at some indices begin with a character nobody sees. */
const minutes = (...hidden: readonly number[]): string =>
  `${head}${people.map((name, index) => `- ${hidden.includes(index) ? zeroWidth : ''}${name}\n`).join('')}`;
const onlyHidden = ['--rule', 'invisible-character'];

interface Place {
  readonly path: string;
  readonly line: number;
}

function found(cwd: string, ...args: readonly string[]): string[] {
  return json<Place>(['check', '--format', 'json', ...onlyHidden, ...args], { cwd }).map(
    ({ path, line }) => `${path}:${line}`,
  );
}

describe('check --changed-since', () => {
  it('tells findings in changed lines alone, committed or not', () => {
    const cwd = folderOf({ 'call.md': minutes(0) });
    repositoryIn(cwd);
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual([]);
    writeFileSync(path.join(cwd, 'call.md'), minutes(0, 2));
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['call.md:9']);
    commitAll(cwd);
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual([]);
    expect(found(cwd, '--changed-since', 'HEAD~1')).toEqual(['call.md:9']);
    expect(found(cwd)).toEqual(['call.md:7', 'call.md:9']);
  });

  it('follows a file that was renamed, and one that was moved to another folder', () => {
    const cwd = folderOf({ 'old.md': minutes(0), 'deep/other.md': minutes(1) });
    repositoryIn(cwd);
    git(cwd, 'mv', 'old.md', 'new.md');
    writeFileSync(path.join(cwd, 'new.md'), minutes(0, 3));
    git(cwd, 'mv', 'deep/other.md', 'other.md');
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['new.md:10']);
    expect(found(cwd, '--changed-since', 'HEAD', 'other.md', 'new.md')).toEqual(['new.md:10']);
  });

  it('takes files git does not keep as changed wholly: new, added, ignored', () => {
    const cwd = folderOf({ 'call.md': minutes(0), '.gitignore': 'ignored.md\n' });
    repositoryIn(cwd);
    for (const name of ['added.md', 'ignored.md', 'untracked.md']) writeFileSync(path.join(cwd, name), minutes(1));
    git(cwd, 'add', 'added.md');
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['added.md:8', 'ignored.md:8', 'untracked.md:8']);
  });

  it('knows files by any name', () => {
    const names = [
      'with space.md',
      'quo"te.md',
      'Grüße.md',
      'tab\tstop.md',
      'back\\slash.md',
      'b/a b/x.md',
      '日本.MD',
      "it's.md",
      '-q.md',
      'notes.txt',
    ];
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, minutes(0)])));
    repositoryIn(cwd);
    for (const name of names) writeFileSync(path.join(cwd, name), minutes(0, 4));
    expect(found(cwd, '--changed-since', 'HEAD', '.', 'notes.txt').sort()).toEqual(
      names.map((name) => `${name}:11`).sort(),
    );
  });

  it('is not led astray by lines that look like a patch, nor by what git is told to do', () => {
    const tricky = (more: string): string =>
      `${minutes(0)}\n## Kexec\n\n++ b/other.md\n-- a/other.md\n@@ -1 +1 @@\n${more}`;
    const cwd = folderOf({ 'call.md': tricky(''), 'other.md': minutes(0) });
    repositoryIn(cwd);
    git(cwd, 'config', 'diff.noprefix', 'true');
    git(cwd, 'config', 'diff.mnemonicPrefix', 'true');
    git(cwd, 'config', 'diff.interHunkContext', '9');
    git(cwd, 'config', 'color.ui', 'always');
    git(cwd, 'config', 'diff.external', 'false');
    git(cwd, 'config', 'diff.renames', 'false');
    writeFileSync(
      path.join(cwd, 'call.md'),
      `${tricky('++ b/other.md\n--- b/other.md\n').replace('Wei Liu', 'Wei')}\n${zeroWidth}End\n`,
    );
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['call.md:23']);
  });

  it('counts lines as git does', () => {
    const cwd = folderOf({ 'call.md': `${minutes(0)}\nA line\rwith a break\n\nEnd\n`.replace(/\n/g, '\r\n') });
    repositoryIn(cwd);
    const text = `${minutes(0)}\nA line\rwith a break\n\n${zeroWidth}End\n`.replace(/\n/g, '\r\n');
    writeFileSync(path.join(cwd, 'call.md'), text);
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['call.md:18']);
  });

  it('looks where a file really is: by a link, in a folder, in a repository within', () => {
    const inner = folderOf({ 'docs/call.md': minutes(0) });
    repositoryIn(inner);
    writeFileSync(path.join(inner, 'docs/call.md'), minutes(0, 5));
    const cwd = folderOf({ 'call.md': minutes(1), 'sub/call.md': minutes(2) });
    repositoryIn(path.join(cwd, 'sub'));
    writeFileSync(path.join(cwd, '.gitignore'), 'sub\n');
    repositoryIn(cwd);
    symlinkSync(path.join(inner, 'docs'), path.join(cwd, 'linked'));
    writeFileSync(path.join(cwd, 'sub/call.md'), minutes(2, 3));
    expect(found(cwd, '--changed-since', 'HEAD')).toEqual(['linked/call.md:12', 'sub/call.md:10']);
    expect(found(path.join(cwd, 'sub'), '--changed-since', 'HEAD')).toEqual(['call.md:10']);
  });

  it('tells a finding about the whole document when the line it is shown at has changed', () => {
    const cwd = folderOf({ 'call.md': '# Call minutes\n\n- Date: 2019-05-02\n\n## Kexec\n\n- nothing\n' });
    repositoryIn(cwd);
    const rules = (...args: string[]): string[] =>
      json<{ rule: string }>(['check', '--format', 'json', ...args], { cwd }).map(({ rule }) => rule);
    expect(rules()).toContain('required-section');
    expect(rules('--changed-since', 'HEAD')).toEqual([]);
    writeFileSync(path.join(cwd, 'call.md'), '# Board minutes\n\n- Date: 2019-05-02\n\n## Kexec\n\n- nothing\n');
    expect(rules('--changed-since', 'HEAD')).toContain('required-section');
  });

  it('has --fix mend changed lines alone, though fixes move them', () => {
    const cwd = folderOf({ 'call.md': minutes(0, 1) });
    repositoryIn(cwd);
    writeFileSync(path.join(cwd, 'call.md'), minutes(0, 1, 2, 6));
    const dry = xenNotes(['check', ...onlyHidden, '--changed-since', 'HEAD', '--fix-dry-run'], { cwd });
    expect(dry.out.match(/^\+[^+]/gm)).toHaveLength(2);
    const run = xenNotes(['check', ...onlyHidden, '--changed-since', 'HEAD', '--fix'], { cwd });
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toContain('fixed 2 findings in 1 file');
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).toBe(minutes(0, 1));
  });
});

describe('check --changed-since where git cannot tell, nothing is done', () => {
  const changed = (
    cwd: string,
    revision = 'HEAD',
    env: NodeJS.ProcessEnv = process.env,
  ): ReturnType<typeof xenNotes> => {
    const run = xenNotes(['check', ...onlyHidden, '--fix', '--changed-since', revision], { cwd, env });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err.split('\n')).toHaveLength(2);
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).toBe(minutes(0));
    return run;
  };

  it.each(['HED', '--output=x', 'HEAD:call.md', 'HEAD..HEAD'])('of a revision there is not: %s', (revision) => {
    const cwd = folderOf({ 'call.md': minutes(0) });
    repositoryIn(cwd);
    expect(changed(cwd, revision).err).toBe(
      `xen-notes: .: has no revision "${revision}"; name a commit, a branch or a tag, and fetch it first if it is elsewhere\n`,
    );
  });

  it('of a revision in a repository without a commit', () => {
    const cwd = folderOf({ 'call.md': minutes(0) });
    git(cwd, 'init', '--quiet');
    expect(changed(cwd, 'HEAD~1').err).toContain('has no revision "HEAD~1"');
  });

  it('in no repository', () => {
    const cwd = folderOf({ 'call.md': minutes(0) });
    expect(changed(cwd).err).toBe('xen-notes: call.md: is in no git repository; leave out --changed-since for it\n');
  });

  it('in what only looks like a repository', () => {
    const cwd = folderOf({ 'call.md': minutes(0), '.git': 'gitdir: nowhere\n' });
    expect(changed(cwd).err).toMatch(
      /^xen-notes: \.: cannot be compared, git says "fatal: .+"; mend that and run again\n$/,
    );
  });

  it('without git', () => {
    const cwd = folderOf({ 'call.md': minutes(0) });
    repositoryIn(cwd);
    expect(changed(cwd, 'HEAD', { ...process.env, PATH: '/nowhere' }).err).toBe(
      'xen-notes: .: cannot be compared, git is not installed; install it, or leave out --changed-since\n',
    );
  });

  it('but a file that is gone is told as ever, and Markdown of no kind needs no git', () => {
    const cwd = folderOf({ 'README.md': '# A project\n' });
    expect(xenNotes(['check', '--changed-since', 'HEAD'], { cwd }).code).toBe(0);
    mkdirSync(path.join(cwd, 'sub'));
    renameSync(path.join(cwd, 'README.md'), path.join(cwd, 'sub/README.md'));
    rmSync(path.join(cwd, 'sub'), { recursive: true });
    expect(xenNotes(['check', '--changed-since', 'HEAD', 'README.md'], { cwd })).toMatchObject({ code: 2, out: '' });
  });
});
