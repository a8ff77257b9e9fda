import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, json, xenNotes, type Run } from './run.js';

const minutes =
  '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION Jan: go on\n';
const actions = ['query', 'actions', '--json'];

/** The lines that tell what could not be done. */
function complaints({ err }: Run): string[] {
  return err.split('\n').filter((line) => line.startsWith('xen-notes: '));
}

/** Expects one complaint and the one action of `call.md` all the same. */
function goesOn(cwd: string, complaint: string): void {
  const run = xenNotes(actions, { cwd });
  expect(complaints(run)).toEqual([`xen-notes: ${complaint}`]);
  expect(run.code).toBe(2);
  expect(JSON.parse(run.out)).toMatchObject([{ owners: ['Jan Beulich'], path: 'call.md', line: 11 }]);
}

describe('what cannot be read is named, and the rest is done', () => {
  it('a file that is not UTF-8', () => {
    const cwd = folderOf({ 'call.md': minutes, 'old.md': Buffer.from('# Minutes caf\xe9\n', 'latin1') });
    goesOn(cwd, 'old.md: is not UTF-8; save it as UTF-8');
    expect(xenNotes(['check'], { cwd }).code).toBe(2);
  });

  it('a file in UTF-16', () => {
    const cwd = folderOf({ 'call.md': minutes, 'old.md': Buffer.from('\ufeff# Minutes\n', 'utf16le') });
    goesOn(cwd, 'old.md: is not UTF-8; save it as UTF-8');
  });

  it('a file of 50 MB, without reading it', () => {
    const cwd = folderOf({ 'call.md': minutes, 'huge.md': '# Minutes\n' });
    truncateSync(path.join(cwd, 'huge.md'), 50 * 1024 * 1024);
    goesOn(cwd, 'huge.md: has 50 MB, and nothing over 5 MB is read; split it or move it out of the archive');
  });

  it('a link to a file that is gone', () => {
    const cwd = folderOf({ 'call.md': minutes });
    symlinkSync('gone.md', path.join(cwd, 'link.md'));
    goesOn(cwd, 'link.md: is a symbolic link to nothing; mend its target or remove it');
  });

  it('a file that was named and is not there', () => {
    const cwd = folderOf({ 'call.md': minutes });
    const run = xenNotes([...actions, 'call.md', 'gone.md'], { cwd });
    expect(complaints(run)).toEqual([
      'xen-notes: gone.md: is not there; check the name, or run again if it was just moved',
    ]);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toHaveLength(1);
  });

  it.each([
    ['{ "rules": ', /^xen-notes: \.xen-notes\.json: not valid JSON \(.+\); mend it or start from \{\}$/],
    ['[]', /^xen-notes: \.xen-notes\.json: .+/],
    ['{ "people": 5 }', /^xen-notes: \.xen-notes\.json: "people": .+/],
    [
      '{ "people": "who.md" }',
      /^xen-notes: \.xen-notes\.json: "people": there is no file who\.md in the archive; mend the path or take it out$/,
    ],
    [
      '{ "rules": { "date-formta": "off" } }',
      /^xen-notes: \.xen-notes\.json: unknown rule "date-formta"; did you mean date-format\?$/,
    ],
  ])('a configuration %s', (config, complaint) => {
    const cwd = folderOf({ 'call.md': minutes, '.xen-notes.json': config });
    const run = xenNotes(actions, { cwd });
    expect(run.code).toBe(2);
    expect(complaints(run)).toEqual([expect.stringMatching(complaint)]);
    expect(JSON.parse(run.out)).toHaveLength(1);
    expect(xenNotes(['check', 'call.md'], { cwd }).code).toBe(2);
  });
});

describe('what is odd but readable is no failure', () => {
  it('folders that link to themselves and to each other', () => {
    const cwd = folderOf({ 'call.md': minutes, 'one/README.md': '# One\n', 'two/README.md': '# Two\n' });
    symlinkSync('..', path.join(cwd, 'one/up'));
    symlinkSync('../two', path.join(cwd, 'one/other'));
    symlinkSync('../one', path.join(cwd, 'two/other'));
    symlinkSync('round', path.join(cwd, 'round'));
    const documents = json<{ path: string }>(['query', 'documents', '--json'], { cwd });
    expect(documents.map((each) => each.path)).toEqual(['call.md', 'one/README.md', 'two/README.md']);
  });

  it('a folder outside that is linked in, with a loop in it', () => {
    const outside = folderOf({ 'notes/call.md': minutes });
    symlinkSync('..', path.join(outside, 'notes/up'));
    const cwd = folderOf({});
    symlinkSync(outside, path.join(cwd, 'linked'));
    expect(json(actions, { cwd })).toMatchObject([{ path: 'linked/notes/call.md' }]);
  });

  it('hidden folders and packages, which are passed over', () => {
    const cwd = folderOf({ 'call.md': minutes, '.git/call.md': minutes, 'node_modules/a/README.md': minutes });
    expect(json(actions, { cwd })).toHaveLength(1);
  });

  it('a person who is twice in the register', () => {
    const register = '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n\n## Jan Beulich\n\n- Affiliation: Novell\n';
    const cwd = folderOf({ 'call.md': minutes, 'people.md': register, '.xen-notes.json': '{}' });
    expect(json(['query', 'people', '--json'], { cwd })).toMatchObject([{ name: 'Jan Beulich', mentions: 2, line: 3 }]);
    const found = json<{ rule: string; path: string }>(['check', '--format', 'json'], { cwd });
    expect(found).toContainEqual(expect.objectContaining({ rule: 'duplicate-heading', path: 'people.md' }));
  });

  it('CRLF line endings and a byte order mark', () => {
    const cwd = folderOf({ 'call.md': `\ufeff${minutes.replace(/\n/g, '\r\n')}` });
    expect(json(actions, { cwd })).toMatchObject([{ owners: ['Jan Beulich'], text: 'go on', line: 11 }]);
  });

  it('a file in the archive that is broken when another one was asked for', () => {
    const cwd = folderOf({ 'call.md': minutes, 'old.md': Buffer.from('caf\xe9', 'latin1') });
    expect(json([...actions, 'call.md'], { cwd })).toHaveLength(1);
  });

  it('an empty folder, an empty file, a file of one long line', () => {
    const cwd = folderOf({ 'empty.md': '', 'long.md': `# Call minutes\n\n${'a [b](c) '.repeat(50_000)}\n` });
    mkdirSync(path.join(cwd, 'folder'));
    writeFileSync(path.join(cwd, 'folder/notes.txt'), minutes);
    expect(xenNotes(['check', 'folder', 'empty.md', 'long.md'], { cwd }).code).not.toBe(2);
    expect(json([...actions, 'folder/notes.txt'], { cwd })).toHaveLength(1);
  });
});
