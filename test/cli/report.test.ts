import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, json, xenNotes } from './run.js';

const files = {
  '.xen-notes.json': '{}',
  'topics.md': '# Topics\n\n## All\n\n### PVH\n',
  'people.md': '# People\n\n## Jan Beulich\n\n- Also known as: JanB\n',
  'events/page.md':
    '# Design Sessions 2019\n\n- Date: 2019-07-09\n\n## Sessions\n\n### Guests & more\n\n- Topics: PVH\n- Host: Jan Beulich\n- Notes: TODO\n',
  'call minutes.md':
    '# Call Minutes 2020-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- AGREED: go on\n- ACTION Jan (by 2020-02-01): measure it\n',
};

it('a topic and a person through the years, in a table and as JSON', () => {
  const cwd = folderOf(files);
  const { code, out, err } = xenNotes(['query', 'topic', 'pvh'], { cwd });
  expect([code, err]).toEqual([0, '4 places\n']);
  expect(out.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'DATE | WHAT | STATE | WHERE | TITLE',
    '2019-07-09 | session | todo | events/page.md:7 | Guests & more',
    '2020-01-02 | section | call minutes.md:7 | PVH',
    '2020-01-02 | agreed | call minutes.md:9 | go on',
    '2020-01-02 | action | open, Jan Beulich, by 2020-02-01 | call minutes.md:10 | measure it',
    '',
  ]);
  expect(json(['query', 'person', 'JanB', '--json'], { cwd })).toEqual([
    {
      ...{ kind: 'session', title: 'Guests & more', document: 'Design Sessions 2019', date: '2019-07-09' },
      ...{ status: 'todo', path: 'events/page.md', line: 7 },
    },
    {
      ...{ kind: 'minutes', title: 'Call Minutes 2020-01-02', document: 'Call Minutes 2020-01-02', date: '2020-01-02' },
      ...{ roles: ['attendee'], path: 'call minutes.md', line: 1 },
    },
    {
      ...{ kind: 'action', title: 'measure it', document: 'Call Minutes 2020-01-02', date: '2020-01-02' },
      ...{ owners: ['Jan Beulich'], open: true, due: '2020-02-01', path: 'call minutes.md', line: 10 },
    },
  ]);
  expect(json(['query', 'topic', 'PVH', 'events', '--json'], { cwd })).toHaveLength(1);
});

it.each([
  [['query', 'topic'], 'xen-notes: query topic needs a name, such as: xen-notes query topic PVH'],
  [
    ['query', 'topic', 'PVHH'],
    'xen-notes: no register has the topic “PVHH”, and nothing speaks of it; did you mean PVH?',
  ],
  [['query', 'person', 'Nobody Known'], 'xen-notes: no register has “Nobody Known”, and no document names anybody so'],
  [['query', 'topic', 'PVH', '--open'], 'xen-notes: --open does not narrow down topic; leave it out'],
])('%j says what is wrong', (args, words) => {
  const { code, out, err } = xenNotes(args, { cwd: folderOf(files) });
  expect([code, out, err.trim()]).toEqual([2, '', words]);
});

it('a report is one file: written aside, and in the place of another report only', () => {
  const cwd = folderOf(files);
  const report = (...args: string[]): ReturnType<typeof xenNotes> => xenNotes(['report', ...args], { cwd });
  expect(report('-o', 'events/report.html')).toEqual({ code: 0, out: '', err: 'written to events/report.html\n' });
  const text = readFileSync(path.join(cwd, 'events/report.html'), 'utf8');
  expect(text).toContain('href="page.md#guests--more"');
  expect(text).toContain('href="../call%20minutes.md#pvh"');
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? [];
  expect(text).toContain(`&#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;`);
  expect(report('-o', 'events/report.html').code).toBe(0);
  expect(readFileSync(path.join(cwd, 'events/report.html'), 'utf8')).toBe(text);
  for (const file of ['events/page.md', 'events']) {
    const { code, err } = report('-o', file);
    expect([code, err]).toEqual([
      2,
      `xen-notes: ${file}: is there already and no report; name another place or move it away\n`,
    ]);
  }
  expect(readFileSync(path.join(cwd, 'events/page.md'), 'utf8')).toBe(files['events/page.md']);
  expect(report('-o', 'nowhere/report.html').code).toBe(2);
  expect(readdirSync(path.join(cwd, 'events')).sort()).toEqual(['page.md', 'report.html']);
});

it('a report on standard output, on some documents, and as JSON', () => {
  const cwd = folderOf(files);
  const { code, out, err } = xenNotes(['report', 'events'], { cwd });
  expect([code, err, out.startsWith('<!DOCTYPE html>'), out.includes('measure it')]).toEqual([0, '', true, false]);
  expect(JSON.parse(xenNotes(['report', '--json'], { cwd }).out)).toMatchObject({
    ...{ documents: 4, sessions: 1, meetings: 1 },
    years: [{ year: 2019, sessions: 1, byStatus: { todo: 1 } }],
    topics: [{ name: 'PVH', group: 'All', places: 2, byYear: { 2019: 1, 2020: 1 } }],
    actions: [{ owners: ['Jan Beulich'], text: 'measure it', path: 'call minutes.md', line: 10, overdue: true }],
    owed: [{ title: 'Guests & more', event: 'Design Sessions 2019', path: 'events/page.md', line: 7 }],
    drafts: [],
  });
  writeFileSync(path.join(cwd, 'bad.md'), Buffer.from([0xff, 0xfe, 0x00]));
  expect(xenNotes(['report', '--json'], { cwd }).code).toBe(2);
});
