import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { git, repositoryIn } from './git.js';
import { folderOf, json, xenNotes } from './run.js';

const minutes = (said: string): string =>
  `# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION: ${said}\n`;

/** Everything in a configuration that names a program which git may run on the way to a patch. */
const settings: Readonly<Record<string, (program: string) => readonly (readonly [name: string, value: string])[]>> = {
  'core.fsmonitor': (program) => [['core.fsmonitor', program]],
  'core.hooksPath': (program) => [['core.hooksPath', path.join(path.dirname(program), 'hooks')]],
  'core.pager': (program) => [
    ['core.pager', program],
    ['pager.diff', program],
    ['pager.ls-files', program],
  ],
  'diff.external': (program) => [['diff.external', program]],
  'a driver of diff': (program) => [
    ['diff.x.command', program],
    ['diff.x.textconv', program],
    ['diff.x.cachetextconv', 'false'],
  ],
  'a filter': (program) => [
    ['filter.x.clean', program],
    ['filter.x.smudge', program],
    ['filter.x.required', 'true'],
  ],
  'a filter that stays': (program) => [['filter.x.process', program]],
  aliases: (program) => ['diff', 'ls-files', 'rev-parse', 'config'].map((name) => [`alias.${name}`, `!${program}`]),
};

it.each(Object.entries(settings))('nothing runs that a repository names: %s', (_, of) => {
  const cwd = folderOf({ 'call.md': minutes('ask'), '.gitattributes': '*.md filter=x diff=x\n' });
  repositoryIn(cwd);
  const ran = path.join(folderOf({}), 'ran');
  const program = path.join(cwd, '.git', 'program');
  const script = `#!/bin/sh\ntouch '${ran}'\ncat\n`;
  mkdirSync(path.join(cwd, '.git', 'hooks'), { recursive: true });
  for (const file of [
    program,
    ...['post-index-change', 'fsmonitor-watchman'].map((name) => path.join(cwd, '.git/hooks', name)),
  ]) {
    writeFileSync(file, script);
    chmodSync(file, 0o755);
  }
  for (const [name, value] of of(program)) git(cwd, 'config', name, value);
  writeFileSync(path.join(cwd, 'call.md'), `${minutes('ask')}- ACTION: answer\n`);
  const rows = json<{ line: number }>(
    ['check', '--format', 'json', '--rule', 'action-no-owner', '--changed-since', 'HEAD'],
    { cwd },
  );
  expect(rows.map(({ line }) => line)).toEqual([12]);
  expect(existsSync(ran)).toBe(false);
});

it('nothing runs that a repository names when what a page was before is asked for', () => {
  const page = '# Design Sessions 2031\n\n## Sessions with published notes\n\n### Boot\n';
  const cwd = folderOf({ 'page.md': page, '.gitattributes': '*.md filter=x diff=x\n' });
  repositoryIn(cwd);
  const ran = path.join(folderOf({}), 'ran');
  const program = path.join(cwd, '.git', 'program');
  writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\ncat\n`);
  chmodSync(program, 0o755);
  const named = Object.values(settings).flatMap((of) => of(program));
  const more = ['log', 'cat-file'].map((name) => [`alias.${name}`, `!${program}`] as const);
  for (const [name, value] of [...named, ...more, ['log.showSignature', 'true'], ['gpg.program', program]] as const)
    git(cwd, 'config', name, value);
  writeFileSync(path.join(cwd, 'page.md'), `${page}\n### Disks\n`);
  const rows = json<{ change: string }>(['compare', 'HEAD:page.md', 'page.md', '--json'], { cwd });
  expect(rows).toMatchObject([{ change: 'added', title: 'Disks' }]);
  expect(existsSync(ran)).toBe(false);
  const unknown = xenNotes(['compare', '--', '--output=x:page.md', 'page.md'], { cwd });
  expect(unknown).toMatchObject({ code: 2, out: '' });
  expect(unknown.err).toContain('git knows no revision "--output=x"');
});

it('before the first commit everything is new', () => {
  const cwd = folderOf({ 'call.md': minutes('ask') });
  git(cwd, 'init', '--quiet');
  const check = (revision: string) =>
    xenNotes(['check', '--rule', 'action-no-owner', '--changed-since', revision], { cwd });
  expect(check('HEAD')).toMatchObject({ code: 1, out: expect.stringContaining('11:') as string });
  expect(check('main~1')).toMatchObject({ code: 2, out: '' });
});
