import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { json, xenNotes } from './run.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('help and version', () => {
  it.each([[[]], [['check']], [['query']], [['explain']], [['serve']]])('are everywhere: %s', (command) => {
    const help = xenNotes([...command, '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(new RegExp(`^Usage: ${['xen-notes', ...command].join(' ')} `));
    for (const flag of ['--version', '-v', '-V'])
      expect(xenNotes([...command, flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(help.out).toMatch(/^Examples:\n {2}xen-notes /m);
    expect(help.out).toMatch(/^Exit codes:\n {2}0 /m);
    expect(help.out).toMatch(/^Read on: https:/m);
  });

  it('are shown when nothing is asked for', () => {
    const { code, out, err } = xenNotes([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: xen-notes /);
  });
});

describe('what cannot be run is told in one line', () => {
  it.each([
    [['check', '--fxi'], "unknown option '--fxi' (Did you mean --fix?)"],
    [['chekc'], "unknown command 'chekc' (Did you mean check?)"],
    [['check', '--mode', 'loud'], /^option '--mode <mode>' argument 'loud' is invalid/],
    [['check', '--max-warnings', 'few'], /Give a whole number/],
    [['check', '--rule', 'date-formta'], 'unknown rule "date-formta"; did you mean date-format?'],
    [
      ['check', '--rule', 'date-format=loud'],
      'unknown severity "loud" for date-format; use off, hint, info, warn or error',
    ],
    [['check', '--mode', 'pst'], "option '--mode <mode>' argument 'pst' is invalid. Did you mean post?"],
    [['check', '--format', 'sarfi'], "option '--format <format>' argument 'sarfi' is invalid. Did you mean sarif?"],
    [
      ['check', '--format', 'xml'],
      "option '--format <format>' argument 'xml' is invalid. Use text, compact, json, sarif, github, gitlab.",
    ],
    [['check', '--fix', '--fix-dry-run'], '--fix writes what --fix-dry-run only shows; leave one of them out'],
    [
      ['check', '--update-baseline', '--changed-since', 'HEAD', '--baseline', 'b.json'],
      '--update-baseline accepts what is found in all lines; leave out --changed-since',
    ],
    [['check', '--update-baseline', '--no-baseline'], '--no-baseline uses none; leave out --update-baseline'],
    [['check', '--update-baseline', '--fix-dry-run'], '--fix-dry-run writes nothing; leave out --update-baseline'],
    [
      ['check', '--update-baseline', 'test/cli'],
      '--update-baseline needs a file; name it with --baseline, or as "baseline" in .xen-notes.json',
    ],
    [['check', '-', '--update-baseline'], '--update-baseline needs files; name them in place of -'],
    [['check', '-', '--changed-since', 'HEAD'], '--changed-since needs files that git knows; leave it out for -'],
    [['check', '-', '--fix', '--format', 'sarif'], '--fix prints the mended text; leave out --format sarif'],
    [['check', '--fix-dry-run', '--format', 'json'], '--fix-dry-run prints a diff; leave out --format json'],
    [['check', '-', 'corpus'], '- stands for standard input and goes with no other path'],
    [['check', '--stdin-path', 'a.md'], '--stdin-path needs - as the path'],
    [['query', 'meetings'], /^command-argument value 'meetings' is invalid/],
    [['query', 'session'], /Did you mean sessions\?$/],
    [['new', 'note'], /Did you mean notes\?$/],
    [['import', 'a.txt', '--from', 'wikitxt'], /Did you mean wikitext\?$/],
    [['query', 'people', '--status', 'todo'], '--status does not narrow down people; leave it out'],
    [['query', 'sessions', '--owner', 'Jan'], '--owner does not narrow down sessions; use --event, --status'],
    [
      ['query', 'documents', '--kind', 'wiki'],
      'unknown kind "wiki" of documents; use event, proposal, notes, minutes, people, topics',
    ],
    [['explain', 'persn-ambiguous'], 'unknown rule "persn-ambiguous"; did you mean person-ambiguous?'],
    [['explain', 'nothing-like-it'], 'unknown rule "nothing-like-it"; xen-notes explain lists the rules'],
    [['serve'], "required option '--stdio' not specified"],
  ])('%s', (args, words) => {
    const { code, out, err } = xenNotes(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toHaveLength(2);
    expect(err).toMatch(/^xen-notes: /);
    const told = err.trimEnd().replace('xen-notes: ', '');
    if (typeof words === 'string') expect(told).toBe(words);
    else expect(told).toMatch(words);
  });
});

it('several things that are wrong are told each in a line', () => {
  const { code, out, err } = xenNotes(['check', '--rule', 'date-formta', '--rule', 'x=y', '--fix', '--fix-dry-run']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n').sort()).toEqual([
    'xen-notes: --fix writes what --fix-dry-run only shows; leave one of them out',
    'xen-notes: unknown rule "date-formta"; did you mean date-format?',
    'xen-notes: unknown rule "x"; xen-notes explain lists the rules',
  ]);
});

describe('explain', () => {
  it('lists every rule', () => {
    const { code, out } = xenNotes(['explain']);
    expect(code).toBe(0);
    expect(out).toMatch(/^person-ambiguous +warning +warning +suggest +A short name fits more than one person$/m);
  });

  it('lists them by group, in columns that are aligned throughout', () => {
    const { out } = xenNotes(['explain']);
    const [head = '', ...lines] = out.trimEnd().split('\n');
    const rows = lines.filter((line) => /^[a-z-]+ {2}/.test(line));
    const titles = lines.filter((line) => line !== '' && !rows.includes(line));
    expect(titles.slice(0, 2)).toEqual(['Structure', 'People']);
    const listed = json<{ id: string; group: string }>(['explain', '--json']);
    expect(rows.map((line) => line.split(' ')[0])).toEqual(listed.map(({ id }) => id));
    expect([...new Set(listed.map(({ group }) => group))]).toEqual(titles);
    for (const title of ['DRAFT', 'POST', 'FIX', 'FINDS']) {
      const column = head.indexOf(title);
      for (const row of rows) expect(row.slice(column - 2, column + 1)).toMatch(/^ {2}\S$/);
    }
  });

  it('prints a rule as JSON', () => {
    const { code, out } = xenNotes(['explain', 'person-ambiguous', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'person-ambiguous',
      group: 'People',
      severity: { draft: 'warning', post: 'warning' },
      fix: 'suggest',
      url: expect.stringMatching(/person-ambiguous\.md$/) as string,
    });
  });

  it("prints a rule's page with its ranges underlined", () => {
    const { code, out } = xenNotes(['explain', 'person-ambiguous']);
    expect(code).toBe(0);
    expect(out).toContain('    - Ian: nothing new\n      ^^^\n');
    expect(out).not.toMatch(/[⟦⟧]/);
  });
});
