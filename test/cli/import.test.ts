import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, json, xenNotes } from './run.js';

const page = [
  'Design Sessions 2031',
  '',
  'From Xen',
  'Jump to navigationJump to search',
  '',
  'Sessions with published notes',
  '',
  'Fast disks',
  '',
  'How fast can a disk be?',
  '',
  'For notes, see https://lists.xenproject.org/archives/html/xen-devel/2031-07/msg00001.html',
  '',
  'Slow disks',
  '',
  'For notes, see',
  '',
].join('\n');

const years =
  'Design Sessions\n\nFrom Xen\n\n2031: Summit\n\nDisks\n\n  • [TODO Fast ones] (Ann Lee, Citrix)\n\n2030: Summit\n\nRest\n\nWords.\n';

describe('xen-notes import', () => {
  it('prints the document, and in words what it is not sure of', () => {
    const run = xenNotes(['import', '-'], { input: page });
    expect(run.code).toBe(0);
    expect(run.out).toBe(
      '# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n\nHow fast can a disk be?\n\nFor notes, see <https://lists.xenproject.org/archives/html/xen-devel/2031-07/msg00001.html>\n\n### Slow disks\n\nFor notes, see\n',
    );
    expect(run.err).toBe(
      [
        '-:16: uncertain: nothing follows "For notes, see"; links and pictures are lost in the rendering',
        '-:3: left out: the frame a wiki puts around its pages: "From Xen", "Jump to navigationJump to search"',
        '1 document from the text of a wiki page: 2 sessions, 1 link',
        '',
      ].join('\n'),
    );
  });

  it('writes the document and the report, and finds the same in both', () => {
    const folder = folderOf({ 'page.txt': page });
    const run = xenNotes(['import', 'page.txt', '-o', 'page.md', '--report', 'report.json'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.out).toBe('');
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toEqual({
      kind: 'event',
      documents: ['page.md'],
      kept: { sessions: 2, attendees: 0, apologies: 0, actions: 0, decisions: 0, links: 1 },
      uncertain: [{ line: 16, what: 'nothing follows "For notes, see"; links and pictures are lost in the rendering' }],
      dropped: [
        { line: 3, text: 'From Xen', why: 'the frame a wiki puts around its pages' },
        { line: 4, text: 'Jump to navigationJump to search', why: 'the frame a wiki puts around its pages' },
      ],
    });
    expect(
      json<{ title: string; status: string }>(['query', 'sessions', 'page.md', '--json'], { cwd: folder }),
    ).toMatchObject([
      { title: 'Fast disks', status: 'notes', group: 'Sessions with published notes' },
      { title: 'Slow disks', status: 'notes', notes: [] },
    ]);
  });

  it('puts several documents into a folder, and asks for one', () => {
    const folder = folderOf({ 'years.txt': years });
    const refused = xenNotes(['import', 'years.txt'], { cwd: folder });
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('xen-notes: years.txt: holds 2 documents; name a folder for them with -o\n');
    const file = xenNotes(['import', 'years.txt', '-o', 'years.md'], { cwd: folder });
    expect([file.code, existsSync(path.join(folder, 'years.md'))]).toEqual([2, false]);
    expect(xenNotes(['import', 'years.txt', '-o', 'pages'], { cwd: folder }).code).toBe(0);
    expect(readdirSync(path.join(folder, 'pages')).sort()).toEqual([
      'design-sessions-2030.md',
      'design-sessions-2031.md',
    ]);
    expect(json<{ hosts: unknown[] }>(['query', 'sessions', 'pages', '--json'], { cwd: folder })).toMatchObject([
      { title: 'Fast ones', status: 'todo', hosts: [{ text: 'Ann Lee', affiliation: 'Citrix' }] },
    ]);
  });

  it('overwrites nothing, and then writes nothing', () => {
    const folder = folderOf({ 'years.txt': years, 'pages/design-sessions-2030.md': 'mine\n' });
    const run = xenNotes(['import', 'years.txt', '-o', 'pages/', '--report', 'r.json'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain(
      'xen-notes: pages/design-sessions-2030.md: is there already; name another place or move it away\n',
    );
    expect(readdirSync(path.join(folder, 'pages'))).toEqual(['design-sessions-2030.md']);
    expect(readFileSync(path.join(folder, 'pages/design-sessions-2030.md'), 'utf8')).toBe('mine\n');
    expect(existsSync(path.join(folder, 'r.json'))).toBe(false);
  });

  it('knows the source of a page from its text, and takes it as what it is told to', () => {
    const source = '== A heading ==\n* {{Action|Lars|ask}}\n';
    expect(xenNotes(['import', '-'], { input: source }).out).toBe('# imported\n\n## A heading\n\n- ACTION Lars: ask\n');
    expect(xenNotes(['import', '-', '--from', 'rendered'], { input: source }).out).toContain('{{Action|Lars|ask}}');
    expect(xenNotes(['import', '-', '--from', 'word'], { input: source }).code).toBe(2);
  });

  it('says why it could not read', () => {
    const folder = folderOf({
      'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 0, 1]),
    });
    const picture = xenNotes(['import', 'picture.png', '-o', 'x.md'], { cwd: folder });
    expect(picture.code).toBe(2);
    expect(picture.err).toContain('picture.png:1: uncertain: is no text; import a text or a mail\n');
    expect(picture.err).toContain('xen-notes: picture.png: holds nothing that could be imported\n');
    expect(readdirSync(folder)).toEqual(['picture.png']);
    const none = xenNotes(['import', 'none.txt'], { cwd: folder });
    expect([none.code, none.err]).toEqual([
      2,
      'xen-notes: none.txt: is not there; check the name, or run again if it was just moved\n',
    ]);
    expect(xenNotes(['import', '.'], { cwd: folder }).err).toBe('xen-notes: .: is no file; name a file to import\n');
  });
});

describe('xen-notes export --to wikitext', () => {
  const minutes =
    '# Call, May 2031 Minutes\n\n## Attendees\n\n- Ann Lee\n\n## Disks\n\n- ACTION Ann: ask | wait\n- [x](y.pdf)\n';

  it('prints the source of the page, and what it could not say', () => {
    const run = xenNotes(['export', '-', '--to', 'wikitext'], { input: minutes });
    expect(run.code).toBe(0);
    expect(run.out).toBe(
      '<!-- Page: Call, May 2031 Minutes -->\n\n== Attendees ==\n\n* Ann Lee\n\n== Disks ==\n\n* {{Action|Ann|ask &#124; wait}}\n* x\n',
    );
    expect(run.err).toContain('10: "y.pdf" leads to no page that the wiki has; only its text is kept\n');
  });

  it('uses the forms of the archive, and writes a new file', () => {
    const config = { wiki: { templates: { action: '{{AI|{text}|for={owners}}}' } } };
    const folder = folderOf({ '.xen-notes.json': JSON.stringify(config), 'call.md': minutes });
    expect(xenNotes(['export', 'call.md', '--to', 'wikitext', '-o', 'call.wiki'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(path.join(folder, 'call.wiki'), 'utf8')).toContain('* {{AI|ask &#124; wait|for=Ann}}\n');
    const again = xenNotes(['export', 'call.md', '--to', 'wikitext', '-o', 'call.md'], { cwd: folder });
    expect([again.code, statSync(path.join(folder, 'call.md')).size]).toEqual([2, minutes.length]);
  });
});

describe('xen-notes compare', () => {
  const before =
    '# Design Sessions 2031\n\n## Disks\n\n### Fast disks (of all kinds)\n\nHow fast can a disk be, and who needs one that fast?\n\n### Slow disks\n\nSome.\n';
  const after =
    '# Design Sessions 2031\n\n## Disks\n\n### Slow disks\n\nHow fast can a disk be, and who needs one that fast?\n\n### All the fast disks\n\nOther.\n\n### New disks\n';

  it('tells what became of the sessions', () => {
    const folder = folderOf({ 'a.md': before, 'b.md': after });
    const run = xenNotes(['compare', 'a.md', 'b.md', '--json'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toEqual([
      {
        change: 'description',
        title: 'Slow disks',
        was: 'Some.',
        now: 'How fast can a disk be, and who needs one that fast?',
        line: 5,
      },
      {
        change: 'renamed',
        title: 'All the fast disks',
        was: 'Fast disks (of all kinds)',
        now: 'All the fast disks',
        line: 9,
      },
      expect.objectContaining({ change: 'description', title: 'All the fast disks', movedTo: 'Slow disks' }),
      { change: 'added', title: 'New disks', line: 13 },
    ]);
    const words = xenNotes(['compare', 'a.md', 'b.md'], { cwd: folder });
    expect(words.out).toContain('its text is now under Slow disks');
    expect(words.err).toBe('4 changes\n');
    expect(xenNotes(['compare', 'a.md', 'a.md'], { cwd: folder })).toMatchObject({
      code: 0,
      out: '',
      err: '0 changes\n',
    });
    expect(xenNotes(['compare', 'a.md', 'none.md'], { cwd: folder }).code).toBe(2);
  });

  it('takes what can be imported', () => {
    const folder = folderOf({
      'a.md': '# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n',
      'b.txt': page,
    });
    expect(xenNotes(['compare', 'a.md', 'b.txt'], { cwd: folder }).out).toMatch(/^added +11 +Slow disks/m);
  });
});
