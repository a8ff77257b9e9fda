import { describe, expect, it } from 'vitest';
import { sessionPages } from '../support/sessionPages.js';
import { folderOf, json, xenNotes } from './run.js';

interface Session {
  readonly id: string;
  readonly status: string;
  readonly hosts: readonly object[];
  readonly line: number;
}

describe('query on the archive that ships', () => {
  it('finds the sessions of an event by its year', () => {
    const sessions = json<Session>(['query', 'sessions', 'corpus', '--event', '2019', '--json']);
    expect(sessions).toHaveLength(23);
    expect(sessions[0]).toMatchObject({
      id: 'Design Sessions 2019#Agreeing priorities for the next year',
      event: 'Design Sessions 2019',
      group: 'Sessions with published notes',
      path: 'corpus/events/design-sessions-2019.md',
      formerly: [],
    });
  });

  it('tells sessions that wait for their notes', () => {
    expect(json(['query', 'sessions', 'corpus', '--event', '2018', '--json'])).toHaveLength(20);
    expect(json(['query', 'sessions', 'corpus', '--event', '2018', '--status', 'todo', '--json'])).toHaveLength(16);
  });

  it('tells drafts, and notes that say themselves that they were posted', () => {
    const folder = folderOf(sessionPages);
    const sessions = (status: string) =>
      json<{ title: string; documents?: string[] }>(['query', 'sessions', '--status', status, '--json'], {
        cwd: folder,
      });
    expect(sessions('draft')).toMatchObject([{ title: 'Virtio', status: 'draft', documents: ['notes/virtio.md'] }]);
    expect(sessions('posted').map(({ title }) => title)).toEqual(['Fast boot', 'Distros']);
    expect(sessions('notes')).toEqual(sessions('posted'));
    expect(sessions('todo')).toEqual([]);
  });

  it('names the hosts of a session', () => {
    const sessions = json<Session>(['query', 'sessions', 'corpus', '--event', 'Design Sessions 2018', '--json']);
    const usb = sessions.find(({ id }) => id === 'Design Sessions 2018#USB pass-through on Xenserver');
    expect(usb?.hosts).toMatchObject([{ name: 'Xin Li', affiliation: 'Citrix', resolved: true }]);
  });

  it('lists the actions the minutes of February 2013 give, with their owners', () => {
    const actions = json<{ owners: string[]; ownersText: string; done: boolean; date: string }>([
      'query',
      'actions',
      'corpus',
      '--json',
    ]);
    expect(actions.map(({ owners }) => owners)).toEqual([
      [],
      ['Donald Dugger'],
      ['James Bulpin'],
      [],
      ['Konrad Rzeszutek Wilk', 'Mukesh Rathor'],
      ['James Bulpin'],
      ['Ian Campbell'],
    ]);
    expect(actions[0]).toMatchObject({ ownersText: 'unknown', done: false, date: '2013-02' });
  });

  it('lists actions carried over only when asked for', () => {
    const all = json<{ previous: boolean; text: string }>(['query', 'actions', 'corpus', '--previous', '--json']);
    expect(all.filter(({ previous }) => !previous)).toHaveLength(7);
    expect(all.filter(({ previous }) => previous).map(({ text }) => text)).toContain('Kexec');
  });

  it.each([
    ['James', 2],
    ['James Bulpin', 2],
    ['Mukesh', 1],
    ['IanC', 1],
    ['Jan', 0],
  ])('finds the actions of %s', (owner, count) => {
    expect(json(['query', 'actions', 'corpus', '--owner', owner, '--open', '--json'])).toHaveLength(count);
  });

  it('lists the people of the register', () => {
    const people = json<{ name: string; mentions: number }>(['query', 'people', 'corpus', '--json']);
    expect(people).toHaveLength(34);
    expect(people.find(({ name }) => name === 'Ian Campbell')).toMatchObject({
      aliases: ['IanC'],
      affiliations: [{ name: 'Citrix', from: 2013, to: 2013 }],
      path: 'corpus/people.md',
    });
  });

  it('tells who attended, somebody unnamed included', () => {
    const [minutes] = json<{ attendees: { text: string }[] }>([
      'query',
      'documents',
      'corpus',
      '--kind',
      'minutes',
      '--json',
    ]);
    expect(minutes).toMatchObject({ kind: 'minutes', date: '2013-02', actions: 7, decisions: [] });
    expect(minutes?.attendees).toHaveLength(13);
    expect(minutes?.attendees.find(({ text }) => text.startsWith('+'))).toEqual({
      text: expect.stringContaining('another from Gridcentric'),
      affiliation: 'Gridcentric',
      roles: [],
      resolved: false,
    });
    expect(minutes).toMatchObject({ apologies: [{ name: 'Matt Wilson', affiliation: 'Amazon', resolved: true }] });
  });

  it('lists events with their groups, also those without a session', () => {
    const [budapest, ...others] = json<object>(['query', 'events', 'corpus', '--json']);
    expect(others).toHaveLength(3);
    expect(budapest).toMatchObject({ date: '2017-07-11', dateEnd: '2017-07-13', place: 'Budapest', sessions: 4 });
    expect(budapest).toMatchObject({
      groups: expect.arrayContaining(['PVH (v2)', 'Sessions highlighted on the wiki']),
    });
  });

  it('finds what leads to a section, however the place is named', () => {
    const to = (goal: string): object[] => json(['query', 'references', 'corpus', '--to', goal, '--json']);
    const expected = [
      {
        from: { path: 'corpus/minutes/2013-02-developer-meeting.md' },
        to: 'Design Sessions 2017#PVH (v2)',
        kind: 'wiki',
        resolved: true,
      },
    ];
    expect(to('Design Sessions 2017#PVH (v2)')).toMatchObject(expected);
    expect(to('[[Design_Sessions_2017#PVH_(v2)]]')).toMatchObject(expected);
    expect(to('events/design-sessions-2017.md#pvh-v2')).toMatchObject(expected);
    expect(to('XSA-36')).toMatchObject([{ kind: 'xsa', to: 'https://xenbits.xen.org/xsa/advisory-36.html' }]);
  });

  it('finds every reference of the archive', () => {
    const references = json<{ resolved: boolean }>(['query', 'references', 'corpus', '--json']);
    expect(references.filter(({ resolved }) => !resolved)).toEqual([]);
    expect(references.length).toBeGreaterThan(15);
  });

  it('prints an aligned table without --json, and the count beside it', () => {
    const { code, out, err } = xenNotes(['query', 'events', 'corpus']);
    expect(code).toBe(0);
    expect(err).toBe('4 events\n');
    const [head = '', ...rows] = out.trimEnd().split('\n');
    expect(head).toMatch(/^DATE +SESSIONS +PLACE +WHERE +TITLE$/);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.indexOf('corpus/')).toBe(head.indexOf('WHERE'));
  });
});

describe('query on other folders', () => {
  const minutes = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n- Somebody New (NEC)\n';

  it('knows the people of the archive that ships where there is no register', () => {
    const cwd = folderOf({ 'call.md': minutes });
    expect(json(['query', 'people', '--json'], { cwd })).toMatchObject([{ name: 'Jan Beulich', mentions: 1 }]);
    expect(json(['query', 'documents', '--json'], { cwd })).toMatchObject([
      {
        attendees: [
          { name: 'Jan Beulich', resolved: true },
          { name: 'Somebody New', affiliation: 'NEC', resolved: false },
        ],
      },
    ]);
  });

  it('keeps archives apart that stand in one folder, and reads registers of other names', () => {
    const cwd = folderOf({
      'one/.xen-notes.json': '{ "people": "who.md" }',
      'one/who.md': '# Everybody\n\n## Ada Lovelace\n',
      'one/call.md': minutes.replace('Somebody New', 'Ada Lovelace'),
      'two/.xen-notes.json': '{}',
      'two/call.md': minutes,
      'README.md': '# Two archives\n',
    });
    expect(json(['query', 'people', 'one', '--json'], { cwd })).toMatchObject([
      { name: 'Ada Lovelace', mentions: 1, path: 'one/who.md' },
    ]);
    const documents = json<{ path: string; kind?: string }>(['query', 'documents', '--json'], { cwd });
    expect(documents.map(({ path, kind }) => [path, kind])).toEqual([
      ['README.md', undefined],
      ['one/call.md', 'minutes'],
      ['one/who.md', 'people'],
      ['two/call.md', 'minutes'],
    ]);
  });

  it('asks of one file only what stands in it, with the archive around it', () => {
    const cwd = folderOf({
      '.xen-notes.json': '{}',
      'people.md': '# People\n\n## Ada Lovelace\n\n- Also known as: Ada L\n',
      'a/one.md': minutes.replace('Somebody New', 'Ada L'),
      'a/two.md': minutes,
    });
    expect(json(['query', 'documents', 'a/one.md', '--json'], { cwd })).toMatchObject([
      { path: 'a/one.md', attendees: [{}, { name: 'Ada Lovelace', text: 'Ada L (NEC)', resolved: true }] },
    ]);
  });
});
