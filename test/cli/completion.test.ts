import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProgram, printed } from '../support/programs.js';
import { folderOf, xenNotes } from './run.js';

const leftOut = 'its completion is not tried';
const has = { bash: hasProgram('bash', leftOut), zsh: hasProgram('zsh', leftOut), fish: hasProgram('fish', leftOut) };

/** The script for a shell, in a folder with a document. */
function scriptFor(shell: string): { readonly cwd: string; readonly script: string } {
  const { code, out } = xenNotes(['completion', shell]);
  expect(code).toBe(0);
  const cwd = folderOf({ 'minutes.md': '' });
  const script = path.join(cwd, `script.${shell}`);
  writeFileSync(script, out);
  return { cwd, script };
}

const cases: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [['ch'], ['check']],
  [['comp'], ['compare', 'completion']],
  [['check', '--mo'], ['--mode']],
  [
    ['check', '--mode', ''],
    ['draft', 'post'],
  ],
  [['check', 'min'], ['minutes.md']],
  [['query', 'act'], ['actions']],
  [
    ['explain', 'date-'],
    ['date-format', 'date-missing', 'date-weekday-conflict'],
  ],
  [['export', 'minutes.md', '--to', 'm'], ['mail']],
];

describe.runIf(has.bash)('bash', () => {
  const { cwd, script } = scriptFor('bash');
  it.each(cases)('%j', (words, offered) => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const program = `source ${script}; COMP_WORDS=(xen-notes ${typed}); COMP_CWORD=${words.length}; _xen_notes; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(printed('bash', ['--norc', '-c', program], { cwd }).trim().split('\n').sort()).toEqual(offered);
  });
});

describe.runIf(has.fish)('fish', () => {
  const { cwd, script } = scriptFor('fish');
  it.each(cases)('%j', (words, offered) => {
    const program = `source ${script}; complete -C 'xen-notes ${words.join(' ')}'`;
    const lines = printed('fish', ['--no-config', '-c', program], { cwd }).trim().split('\n');
    expect(lines.map((line) => line.split('\t')[0]).sort()).toEqual(offered);
  });
});

describe.runIf(has.zsh)('zsh', () => {
  const { cwd, script } = scriptFor('zsh');
  // What completes is a widget, so keys are typed in a terminal of its own, at a command that tells what it was given.
  it('completes commands, options, their words and files', () => {
    const program = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1=; autoload -U compinit; compinit -u -d dump; source ${script}; xen-notes() { print -r -- ran $* }"
      for typed in 'query act' 'check --mode po' 'check min' 'expl'; do zpty -w shell "xen-notes $typed"$'\\t'; done
      zpty -w shell 'exit'
      zpty -r shell all '*exit*exit*'
      print -r -- $all`.replace('$*', '\\$*');
    const seen = printed('zsh', ['-f', '-c', program], { cwd, env: { ...process.env, TERM: 'dumb' } });
    const ran = [...seen.matchAll(/^ran (.*?)\s*$/gm)].map(([, words]) => words);
    expect(ran).toEqual(['query actions', 'check --mode post', 'check minutes.md', 'explain']);
  });
});

it('a shell that is none is told, with the one that was meant', () => {
  expect(xenNotes(['completion', 'fsh'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Did you mean zsh\?\n$/) as string,
  });
});
