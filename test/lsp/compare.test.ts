import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComparisonView, HistoryView, Problem } from '../../server/src/lsp/protocol.js';
import { commitAll, git, repositoryIn } from '../cli/git.js';
import { folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const page = (...sessions: readonly string[]): string =>
  `# Design Sessions 2031\n\n## Sessions with published notes\n${sessions.map((each) => `\n### ${each}\n`).join('')}`;
const file = 'events/page.md';
const old = page('Fast disks\n\n- Notes: TODO', 'Boot *less* memory');
const now = page('Very fast disks\n\n- Formerly: Fast disks\n- Notes: none', 'New [x] one');

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({ '.xen-notes.json': '{}', 'events/old-name.md': old, 'notes.md': '# Other\n' });
  repositoryIn(folder.path);
  git(folder.path, 'mv', 'events/old-name.md', file);
  commitAll(folder.path);
  await folder.write(file, now);
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const compare = (other: object, more: object = {}): Promise<ComparisonView & Problem> =>
  client.ask('xen-notes/compare', { uri: folder.uri(file), other, ...more });
const content = (text: string): object => ({
  name: 'the clipboard',
  content: Buffer.from(text).toString('base64'),
});
const history = (name: string): Promise<HistoryView & Problem> =>
  client.ask('xen-notes/history', { uri: folder.uri(name) });

test('git tells the states of a page, under other names too, and what became of its sessions since one', async () => {
  const { revisions } = await history(file);
  expect(revisions.map(({ author, subject }) => `${author}: ${subject}`)).toEqual([
    'Somebody: Change',
    'Somebody: Change',
  ]);
  const first = revisions[1];
  expect(first?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  const { title, text, leads, changes } = await compare({ revision: first?.id });
  expect(title).toBe('Design Sessions 2031');
  expect(text).toBe(`# Design Sessions 2031: what became of its sessions

- Before: commit ${first?.id.slice(0, 8)} of ${first?.date}, "Change"
- After: the document as it is now

4 changes.

## Added

- New \\[x\\] one

## Removed

- Boot less memory

## Changed

### Very fast disks

- Renamed; it was Fast disks
- Status: todo, now none
`);
  expect(leads.map(({ pageLine, line }) => [text.split('\n')[pageLine], now.split('\n')[line]])).toEqual([
    ['- New \\[x\\] one', '### New [x] one'],
    ['### Very fast disks', '### Very fast disks'],
  ]);
  expect(changes.map(({ change }) => change)).toEqual(['renamed', 'status', 'added', 'removed']);
  expect((await compare({ revision: 'HEAD' })).changes).toHaveLength(4);
});

test('another text is another state, earlier or later, as Markdown or in a form that is imported', async () => {
  await client.open(folder.uri(file), now);
  const pasted =
    'Design Sessions 2031\n\nFrom Xen\n\nSessions with published notes\n\nVery fast disks\n\nFor notes, see\n';
  expect((await compare(content(pasted))).changes.map(({ title }) => title)).toContain('New [x] one');
  const later = await compare(content(old), { otherIs: 'later' });
  expect(later.text).toContain('- Before: the document as it is now\n- After: the clipboard\n');
  expect(later.text).toContain('### Fast disks\n\n- Renamed; it was Very fast disks\n');
  expect(later.leads).toHaveLength(1);
  expect((await compare(content(now))).text).toContain('Nothing became of its sessions.\n');
});

test('what cannot be compared is told', async () => {
  const why = async (asked: Promise<Problem>): Promise<string> => (await asked).problem;
  expect(await why(compare(content('')))).toContain('the clipboard has no sessions');
  expect(await why(compare({ revision: '--output=x' }))).toContain('git knows no revision "--output=x"');
  expect(await why(compare({ revision: 'nowhere' }))).toContain('git knows no revision "nowhere"');
  expect(await why(client.ask('xen-notes/compare', { uri: folder.uri('notes.md'), other: content(old) }))).toContain(
    'it is no page of an event',
  );
  expect(await why(client.ask('xen-notes/compare', { uri: folder.uri('gone.md'), other: content(old) }))).toContain(
    'cannot be read',
  );
  expect(await why(history('gone.md'))).toContain('git has no earlier state');
  expect(await why(client.ask('xen-notes/history', { uri: 'untitled:x' }))).toContain('is not on this machine');
  await expect(compare({})).rejects.toThrow('needs "other" to be');
  const loose = await folderWith({ 'page.md': old });
  expect(await why(client.ask('xen-notes/history', { uri: loose.uri('page.md') }))).toContain('in no git repository');
  await loose.dispose();
});
