import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from './git.js';
import { folderOf, json, xenNotes } from './run.js';

const head = (date: string): string =>
  `# Call minutes, ${date}\n\n- Date: ${date}\n\n## Attendees\n\n- Ada Newcomer\n- Bo Newman\n\n`;
const files = {
  '.xen-notes.json': '{}',
  'people.md': '# People\n\n## Ada Newcomer\n\n- Also known as: adan\n- Mail: ada@example.org\n\n## Bo Newman\n',
  '2013-01.md': `${head('2013-01-24')}## Talk\n\n- ACTION Ada (by 2013-02-01): book a room\n- ACTION Bo: send the minutes\n- ACTION Bo, Ada (by March 2113): look at it\n`,
  '2013-02.md': `${head('2013-02-21')}## Previous actions\n\n- [ ] ACTION Ada: book a room\n- [x] ACTION Bo: send the minutes\n`,
};

interface Row {
  readonly text: string;
  readonly openFor: number;
}

const asked = (cwd: string, ...options: string[]): Row[] =>
  json<Row>(['query', 'actions', ...options, '--json'], { cwd });

describe('actions over all meetings', () => {
  const cwd = folderOf(files);

  it('has each once, as the last meeting tells of it', () => {
    const rows = asked(cwd);
    expect(rows.map(({ text }) => text)).toEqual(['book a room', 'send the minutes', 'look at it']);
    expect(rows[0]).toEqual({
      ...{ path: '2013-01.md', line: 12, document: 'Call minutes, 2013-01-24', date: '2013-01-24' },
      ...{ owners: ['Ada Newcomer'], ownersText: 'Ada', text: 'book a room', due: '2013-02-01', previous: false },
      ...{ state: 'open', done: false, overdue: true, since: '2013-01-24', age: expect.any(Number), openFor: 2 },
      meetings: [
        { path: '2013-01.md', line: 12, date: '2013-01-24' },
        { path: '2013-02.md', line: 12, date: '2013-02-21', state: 'open' },
      ],
    });
    expect(rows[1]).toMatchObject({ done: true, state: 'done', overdue: false, openFor: 1, age: 28 });
  });

  it.each([
    [['--open'], ['book a room', 'look at it']],
    [['--overdue'], ['book a room']],
    [
      ['--owner', 'Bo'],
      ['send the minutes', 'look at it'],
    ],
    [
      ['--previous', '--owner', 'Ada'],
      ['book a room', 'look at it', 'book a room'],
    ],
    [['2013-02.md'], []],
  ])('%j', (options, expected) => {
    expect(asked(cwd, ...options).map(({ text }) => text)).toEqual(expected);
  });

  it('says on a terminal what is overdue, and how long it is open', () => {
    const { out } = xenNotes(['query', 'actions'], { cwd });
    expect(out).toMatch(/^overdue {2}2013-01-24 {2}2013-02-01 {2}2 +Ada Newcomer/m);
  });
});

describe('my actions', () => {
  it('are those of who git knows, by the register', () => {
    const cwd = folderOf(files);
    git(cwd, 'init', '-q');
    git(cwd, 'config', 'user.name', 'adan');
    expect(asked(cwd, '--mine', '--overdue').map(({ text }) => text)).toEqual(['book a room']);
    git(cwd, 'config', 'user.name', 'Somebody Else');
    expect(asked(cwd, '--mine')).toEqual([]);
  });

  it('are not told where git knows nobody', () => {
    const env = { PATH: process.env['PATH'], HOME: folderOf({}), GIT_CONFIG_NOSYSTEM: '1' };
    const { code, err } = xenNotes(['query', 'actions', '--mine'], { cwd: folderOf(files), env });
    expect([code, err]).toEqual([
      2,
      'xen-notes: git does not know your name here; set its user.name, or use --owner\n',
    ]);
  });
});

describe('a reminder', () => {
  it('is a text by owner', () => {
    const { code, out } = xenNotes(['query', 'actions', '--reminder'], { cwd: folderOf(files) });
    expect(code).toBe(0);
    expect(out).toBe(`Ada Newcomer <ada@example.org>

* book a room
  OVERDUE, due 2013-02-01; asked on 2013-01-24 (Call minutes,
  2013-01-24); open for 2 meetings
* look at it
  due 2113-03; asked on 2013-01-24 (Call minutes, 2013-01-24)

Bo Newman

* look at it
  due 2113-03; asked on 2013-01-24 (Call minutes, 2013-01-24)
`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('is for one of the owners alone', () => {
    const { out } = xenNotes(['query', 'actions', '--reminder', '--owner', 'Bo Newman'], { cwd: folderOf(files) });
    expect(out).toMatch(/^Bo Newman\n/);
    expect(out).not.toContain('Ada');
  });
});

describe('a calendar', () => {
  it('has what is due on a day, the same bytes each time, and is replaced in one step', () => {
    const cwd = folderOf({ ...files, 'actions.ics': 'old' });
    const write = (): string => {
      const { code, out, err } = xenNotes(['query', 'actions', '--ics', 'actions.ics'], { cwd });
      expect([code, out, err]).toEqual([0, '', '2 actions in the calendar\n']);
      return readFileSync(path.join(cwd, 'actions.ics'), 'utf8');
    };
    const text = write();
    expect(text).toBe(write());
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
    expect(text).toContain('UID:2013-01-24-call-minutes-2013-01-24-book-a-room@xen-session-notes\r\n');
    expect(text.match(/DTSTART.*/g)).toEqual(['DTSTART;VALUE=DATE:20130201', 'DTSTART;VALUE=DATE:21130331']);
    expect(text.match(/DTSTAMP.*/g)).toEqual(['DTSTAMP:20130124T000000Z', 'DTSTAMP:20130124T000000Z']);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
  });

  it('goes to standard output as well, and says what cannot be written', () => {
    const cwd = folderOf(files);
    expect(xenNotes(['query', 'actions', '--owner', 'Bo', '--ics', '-'], { cwd }).out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const { code, err } = xenNotes(['query', 'actions', '--ics', 'missing/actions.ics'], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(/^xen-notes: missing\/actions\.ics: /)]);
  });

  it('with titles and words that would break a line of it', () => {
    const hostile = `${head('2013-01-24')}## Talk\n\n- ACTION Ada (by 2013-02-01): a, b; c\\\\d END:VEVENT ${'ü€😀'.repeat(60)}\n`;
    const { out } = xenNotes(['query', 'actions', '--ics', '-'], { cwd: folderOf({ 'a.md': hostile }) });
    expect(out.match(/^END:VEVENT$/gm)).toHaveLength(1);
    expect(out.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(out).not.toContain('\ufffd');
    expect(out.replace(/\r\n /g, '')).toContain('a\\, b\\; c\\\\d END:VEVENT');
  });
});

it.each([
  [['actions', '--mine', '--owner', 'Bo'], '--mine and --owner name two owners; use one of them'],
  [['actions', '--reminder', '--json'], '--reminder prints a text, and --json none; use one of them'],
  [['people', '--overdue'], '--overdue does not narrow down people; leave it out'],
])('%j makes no sense', (options, message) => {
  const { code, err } = xenNotes(['query', ...options]);
  expect([code, err]).toEqual([2, `xen-notes: ${message}\n`]);
});

it('10,000 actions, a person in every line', () => {
  const owner = (index: number): string => `Nam${'abcdefghij'.charAt(index % 10)} Sur${'klmnopqrst'.charAt(index % 7)}`;
  const items = Array.from({ length: 2500 }, (_, index) => `- ACTION ${owner(index)}: point ${index}`).join('\n');
  const months = Array.from({ length: 4 }, (_, month) => `2013-0${month + 1}-10`);
  const cwd = folderOf(
    Object.fromEntries(
      months.map((date, month) => [
        `${date}.md`,
        `${head(date)}## Talk\n\n${items.replace(/point/g, `point ${month}`)}\n`,
      ]),
    ),
  );
  expect(asked(cwd, '--open')).toHaveLength(10_000);
}, 120_000);
