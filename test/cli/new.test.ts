import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, xenNotes, type Run } from './run.js';

const files = {
  '.xen-notes.json': '{ "people": "people.md" }',
  'people.md': '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n\n## Wei Liu\n\n- Affiliation: Citrix\n',
  'events/2031.md':
    '# Design Sessions 2031\n\n- Date: 2031-06-04 to 2031-06-06\n\n## Group\n\n### Fast boot\n\n- Host: Jan Beulich\n\nStarting in a second.\n\n### Old\n\n## Other\n\n### Old\n',
  'events/2030.md':
    '# Design Sessions 2030\n\n- Date: 2030-06-04\n\n## Group\n\n### Virtio\n\n### PVH\n\n- Host: Wei Liu\n',
  'minutes/2031-05-01-call.md':
    '# Community call minutes, 2031-05-01\n\n- Date: 2031-05-01\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION Jan: review the patches\n- [x] ACTION Jan: book a room\n',
};
/** Whoever runs the tests is nobody here. */
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_COUNT: '0' };

function begin(cwd: string, ...args: readonly string[]): Run {
  return xenNotes(['new', ...args], { cwd, env });
}

describe('xen-notes new', () => {
  it.each<[string, readonly string[], string, string]>([
    [
      'notes',
      ['notes', '--session', 'Design Sessions 2030#PVH'],
      'notes/pvh.md',
      '- Date: 2030-06-04\n- Host: Wei Liu\n',
    ],
    [
      'notes by title',
      ['notes', '--session', 'Fast boot'],
      'notes/fast-boot.md',
      '- Session: [[Design Sessions 2031#Fast boot]]\n',
    ],
    [
      'a proposal',
      ['proposal', '--title', 'Faster boot', '--date', '2031-03-04'],
      'proposals/faster-boot.md',
      '- Date of insert: 2031-03-04\n',
    ],
    [
      'the next meeting',
      ['minutes', '--from-previous', 'minutes/2031-05-01-call.md', '--date', '2031-06-05'],
      'minutes/2031-06-05-call.md',
      '# Community call minutes, 2031-06-05\n\n- Date: 2031-06-05\n- Chair:\n- Scribe:\n\n## Attendees\n\n## Previous actions\n\n- [ ] ACTION Jan Beulich: review the patches\n  - from [2031-05-01](2031-05-01-call.md#pvh)\n\n## Points\n',
    ],
    ['an event', ['event', '--title', 'Design Sessions 2032'], 'events/design-sessions-2032.md', '- Place: unknown\n'],
    [
      'in a named file',
      ['notes', '--title', 'Talk', '-o', 'a/b/talk.md'],
      'a/b/talk.md',
      '# Design session notes: Talk\n',
    ],
    ['in a named folder', ['notes', '--title', 'Talk', '-o', 'events'], 'events/talk.md', '- Session: unknown\n'],
  ])('begins %s, in which check finds nothing', (_, args, file, text) => {
    const cwd = folderOf(files);
    expect(begin(cwd, ...args)).toEqual({ code: 0, out: `${file.replaceAll('/', path.sep)}\n`, err: '' });
    expect(readFileSync(path.join(cwd, file), 'utf8')).toContain(text);
    expect(xenNotes(['check', file, '--max-warnings', '0'], { cwd, env })).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(path.dirname(path.join(cwd, file))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leads to a mail', () => {
    const cwd = folderOf(files);
    begin(cwd, 'notes', '--session', 'PVH', '--date', '2030-06-04');
    expect(xenNotes(['check', '--mode', 'post', 'notes/pvh.md'], { cwd, env }).code).toBe(0);
    const mail = xenNotes(['export', 'notes/pvh.md', '--to', 'mail'], { cwd, env });
    expect([mail.code, /^Subject: (.*)\r$/m.exec(mail.out)?.[1]]).toEqual([0, 'Design session notes: PVH']);
  });

  it('writes to standard output where that is asked for', () => {
    const cwd = folderOf(files);
    const { code, out } = begin(cwd, 'event', '--title', 'Design Sessions 2032', '-o', '-');
    expect([code, out.split('\n')[0]]).toEqual([0, '# Design Sessions 2032']);
    expect(existsSync(path.join(cwd, 'events/design-sessions-2032.md'))).toBe(false);
  });

  it("takes git's name for the scribe, where the register knows it", () => {
    const cwd = folderOf(files);
    for (const [name, scribe] of [
      ['Wei Liu', '- Scribe: Wei Liu\n'],
      ['Ann Other', '- Scribe:\n'],
    ] as const) {
      const named = { ...env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: name };
      expect(xenNotes(['new', 'notes', '--title', 'Talk', '-o', '-'], { cwd, env: named }).out).toContain(scribe);
    }
  });

  it("begins documents by an archive's own template", () => {
    const own = { '.xen-notes.json': '{ "templates": { "notes": ".templates/notes.md" } }' };
    const cwd = folderOf({
      ...files,
      ...own,
      '.templates/notes.md': '# {title}\r\n\r\n- Session: {session|unknown}\r\n- Date: {date}\r\n',
    });
    expect(begin(cwd, 'notes', '--session', 'PVH', '-o', '-').out).toBe(
      '# Design session notes: PVH\n\n- Session: [[Design Sessions 2030#PVH]]\n- Date: 2030-06-04\n',
    );
    const broken = folderOf({ ...files, ...own, '.templates/notes.md': '# {titel}\n' });
    expect(begin(broken, 'notes', '--session', 'PVH').err).toMatch(
      /^xen-notes: the template of notes cannot be used: line 1 has \{titel\}, which stands for nothing; write one of /,
    );
    const missing = folderOf({ ...files, ...own });
    expect(begin(missing, 'notes', '--session', 'PVH')).toMatchObject({
      code: 2,
      err: 'xen-notes: .templates/notes.md: the template of notes is not there; check the name, or run again if it was just moved\n',
    });
  });

  it.each<[string, readonly string[], string]>([
    [
      'a file that is there',
      ['notes', '--title', 'x', '-o', 'people.md'],
      'people.md: is there already; name another place or move it away',
    ],
    ['no title', ['proposal'], 'name the proposal with --title'],
    ['neither session nor title', ['notes'], 'name the session with --session, or a --title'],
    ['a session of another kind', ['event', '--session', 'PVH'], '--session goes with notes'],
    [
      'a session that is not there',
      ['notes', '--session', 'Fast boots'],
      '--session: no session is called "Fast boots"; did you mean "Design Sessions 2031#Fast boot"',
    ],
    [
      'two sessions of one title',
      ['notes', '--session', 'Old'],
      '--session: "Design Sessions 2031" has two sessions called "Old"; give one of them another title first',
    ],
    ['no date', ['event', '--date', 'soonish'], '--date: "soonish" is no day; write it as YYYY-MM-DD'],
    [
      'no minutes',
      ['minutes', '--from-previous', 'people.md'],
      '--from-previous: people.md has no minutes; name those of the last meeting',
    ],
    [
      'no file',
      ['minutes', '--from-previous', 'x.md'],
      '--from-previous: x.md is not there; check the name, or run again if it was just moved',
    ],
    [
      'a title that is there',
      ['event', '--title', 'Design Sessions 2031'],
      '"Design Sessions 2031" is there already, in events/2031.md; give it another title',
    ],
    [
      'below a file',
      ['notes', '--title', 'x', '-o', 'people.md/x.md'],
      'people.md: is there already, and is no folder; check the path',
    ],
  ])('refuses %s in one line and writes nothing', (_, args, message) => {
    const cwd = folderOf(files);
    const before = readFileSync(path.join(cwd, 'people.md'), 'utf8');
    const run = begin(cwd, ...args);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
    expect(run.err).toBe(`xen-notes: ${message}\n`);
    expect(readFileSync(path.join(cwd, 'people.md'), 'utf8')).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['.xen-notes.json', 'events', 'minutes', 'people.md']);
  });
});
