import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

const notes = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-11
- Scribe: George Dunlap

## Attendees

- Jan Beulich (SUSE)
- George Dunlap (Citrix)

## Transport

- Jan: which one?
`;
const files = {
  '.xen-notes.json': '{ "people": "people.md" }',
  'people.md':
    '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n- Mail: jan@example.org\n\n## George Dunlap\n\n- Affiliation: Citrix\n',
  'events.md':
    '# Design Sessions 2019\n\n- Date: 2019-07-11\n\n## Sessions without published notes\n\n### Virtio\n\n- Notes: none\n',
  'notes.md': notes,
  'open.md': notes.replace('- Jan: which one?', '- Jan: which one?\n- ACTION: ask Jan'),
};

describe('export to a mail', () => {
  it('writes what a mail program can send', () => {
    const cwd = folderOf(files);
    const { code, out, err } = xenNotes(['export', 'notes.md', '--to', 'mail', '--from', 'george@example.org'], {
      cwd,
    });
    expect({ code, err }).toEqual({ code: 0, err: 'named in it: Jan Beulich <jan@example.org>; copy with --cc\n' });
    const [header = '', body] = out.split('\r\n\r\n', 2);
    expect(header).toMatch(/^From: george@example\.org\r\nTo: xen-devel@lists\.xenproject\.org\r\n/);
    expect(header).toContain('\r\nSubject: Design session notes: Virtio\r\n');
    expect(body).toBe('Session: [[Design Sessions 2019#Virtio]]\r\nDate: 2019-07-11\r\nScribe: George Dunlap');
  });

  it('writes the text alone, with its title', () => {
    const cwd = folderOf(files);
    const { code, out } = xenNotes(['export', 'notes.md', '--to', 'text'], { cwd });
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Design session notes: Virtio',
      '============================',
      '',
      'Session: [[Design Sessions 2019#Virtio]]',
    ]);
  });

  it('writes nothing while errors stand in the way, unless it is told to', () => {
    const cwd = folderOf(files);
    const refused = xenNotes(['export', 'open.md', '--to', 'mail', '-o', 'open.eml'], { cwd });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^open\.md:15:3: error: .*\(action-no-owner\)\n/);
    expect(refused.err).toMatch(/1 error to mend before it is posted; --force writes it all the same\n$/);
    const forced = xenNotes(['export', 'open.md', '--to', 'mail', '-o', 'open.eml', '--force'], { cwd });
    expect(forced).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(path.join(cwd, 'open.eml'), 'utf8')).toContain('ACTION: ask Jan\r\n');
    expect(xenNotes(['export', 'open.md', '--to', 'mail', '-o', 'open.eml', '--force'], { cwd }).code).toBe(2);
  });

  it('takes a subject, copies and the mail it answers', () => {
    const cwd = folderOf(files);
    const args = [
      '--subject',
      'Virtio',
      '--cc',
      'Jan <jan@example.org>',
      '--cc',
      'a@b.org',
      '--in-reply-to',
      '1@x.org',
    ];
    const { out } = xenNotes(['export', '-', '--to', 'mail', '--force', ...args], { cwd, input: '# N\n\nText.\n' });
    expect(out).toContain('Cc: Jan <jan@example.org>, a@b.org\r\nSubject: Virtio\r\n');
    expect(out).toContain('In-Reply-To: <1@x.org>\r\nReferences: <1@x.org>\r\n');
  });

  it('says what does not go together', () => {
    const cwd = folderOf(files);
    const wrong = (...args: string[]): string => xenNotes(['export', 'notes.md', ...args], { cwd }).err;
    expect(wrong('--to', 'text', '--cc', 'a@b.org')).toBe('xen-notes: --cc goes with --to mail\n');
    expect(wrong('--to', 'wikitext', '--force')).toContain('--force goes with forms that are posted');
    expect(wrong('--to', 'mail', '--from', 'George')).toContain('"George" is no mail address');
  });
});

describe('import of a mail', () => {
  it('makes notes of it, and tells what it left out', () => {
    const mail = xenNotes(['export', '-', '--to', 'mail', '--from', 'George Dunlap <g@example.org>'], {
      input: notes,
    }).out;
    const { code, out, err } = xenNotes(['import', '-', '--from', 'mail'], { input: mail });
    expect(code).toBe(0);
    expect(out).toContain('## Transport\n\n- Jan: which one?\n');
    expect(err).toMatch(/^-:1: left out: the rest of the header: /m);
    expect(err).toMatch(/1 document from a mail: 2 attendees/);
  });

  it('knows a mail by its header, and says when there is nothing in it', () => {
    const { code, err } = xenNotes(['import', '-'], { input: 'From: a@b.org\nSubject: Virtio\n\nHi,\n' });
    expect(code).toBe(2);
    expect(err).toContain('-:1: left out: the mail has no text: "Virtio"');
  });
});
