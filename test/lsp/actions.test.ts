import type { CodeAction, CodeLens, Hover, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActionView, ArchiveView, CalendarView, ChangeActionsParams } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const people = '# People\n\n## Ada Newcomer\n\n- Also known as: adan\n- Mail: ada@example.org\n\n## Bo Newman\n';
const head = (date: string): string =>
  `# Call minutes, ${date}\n\n- Date: ${date}\n\n## Attendees\n\n- Ada Newcomer\n- Bo Newman\n\n`;
const first = `${head('2013-01-24')}## Talk\n\n- ACTION Ada (by 2013-02-01): book a room\n- ACTION Bo: send the minutes\n`;
const second = `${head('2013-02-21')}## Previous actions\n\n- [ ] ACTION Ada: book a room\n- [x] ACTION Bo: send the minutes\n`;
const third = `${head('2013-03-21')}## Previous actions\n\n- [ ] ACTION Ada: book a room\n  - from [2013-01-24](2013-01.md#talk)\n`;

let client: LspClient;
let folder: Folder;
let applied: WorkspaceEdit[] = [];
beforeAll(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{}',
    'people.md': people,
    ...{ '2013-01.md': first, '2013-02.md': second, '2013-03.md': third },
  });
  client = await startClient({ folders: [folder.path] });
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    applied.push(edit);
    return { applied: true };
  });
  await untilReady(client);
  for (const [file, text] of Object.entries({ '2013-01.md': first, '2013-03.md': third }))
    await client.open(folder.uri(file), text);
});
beforeEach(() => {
  applied = [];
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

function change(params: ChangeActionsParams): Promise<unknown> {
  return client.ask('xen-notes/changeActions', params);
}

/** What was changed, by file. */
function edits(): Record<string, readonly string[]> {
  const changes = applied.flatMap(({ documentChanges = [] }) => documentChanges);
  return Object.fromEntries(
    changes.map((each) => {
      const { textDocument, edits: made } = each as { textDocument: { uri: string }; edits: TextEdit[] };
      const name = textDocument.uri.slice(textDocument.uri.lastIndexOf('/') + 1);
      return [name, made.map(({ range, newText }) => `${range.start.line}: ${newText}`)];
    }),
  );
}

test('the sidebar has an action once, where it is told of last, and those that are done only when asked', async () => {
  const { actions, meetings } = await client.ask<ArchiveView>('xen-notes/archive', undefined);
  expect(actions).toEqual([
    {
      ...{ uri: folder.uri('2013-03.md'), line: 11, owners: ['Ada Newcomer'], text: 'book a room', open: true },
      ...{ due: '2013-02-01', overdue: true, date: '2013-01-24', document: 'Call minutes, 2013-01-24', openFor: 3 },
      origin: { uri: folder.uri('2013-01.md'), line: 11 },
    },
  ]);
  expect(meetings.map((each) => each.actions)).toEqual([0, 0, 1]);
  const ended = await client.ask<ActionView[]>('xen-notes/endedActions', undefined);
  expect(ended.map(({ text, open, uri }) => [text, open, uri])).toEqual([
    ['send the minutes', false, folder.uri('2013-02.md')],
  ]);
});

test('above an action and over it stands how long it is open, with the meetings', async () => {
  const textDocument = { uri: folder.uri('2013-03.md') };
  const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(lenses.map(({ range, command }) => [range.start.line, command?.title, command?.arguments])).toEqual([
    [
      11,
      'open for 3 meetings, first asked 2013-01-24, overdue since 2013-02-01',
      [{ uri: folder.uri('2013-01.md'), line: 11 }],
    ],
  ]);
  const hover = await client.ask<Hover>('textDocument/hover', { textDocument, position: { line: 11, character: 22 } });
  expect((hover.contents as { value: string }).value).toMatch(
    /^\*\*Open for 3 meetings, first asked 2013-01-24, overdue since 2013-02-01\*\*\n\nOwners: Ada Newcomer\n\nDue: 2013-02-01\n\n- \[2013-03-21: .*\n- \[2013-02-21: .*\n- \[2013-01-24: /,
  );
  const old = await client.ask<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: folder.uri('2013-01.md') },
  });
  expect(old.map(({ command }) => command?.title)).toEqual([
    'open for 3 meetings, first asked 2013-01-24, overdue since 2013-02-01',
    'done, told 2013-02-21',
  ]);
});

test.each<[string, ChangeActionsParams['change'], Record<string, string[]>]>([
  ['done', { kind: 'done' }, { '2013-03.md': ['11: [x]'] }],
  ['done by a key that toggles', { kind: 'toggle' }, { '2013-03.md': ['11: [x]'] }],
  ['handed over', { kind: 'owners', owners: ['Bo Newman'] }, { '2013-03.md': ['11: Bo Newman'] }],
  ['due', { kind: 'due', day: '1 April 2013' }, { '2013-03.md': ['11:  (by 2013-04-01)'] }],
])('an action is %s by its line', async (_, wanted, expected) => {
  const actions = [{ uri: folder.uri('2013-03.md'), line: 11 }];
  expect(await change({ actions, change: wanted })).toEqual({ changed: 1, left: 0 });
  expect(edits()).toEqual(expected);
});

test('several of several documents in one edit, be they open or not; what has moved is known by its words', async () => {
  const actions = [
    { uri: folder.uri('2013-03.md'), line: 2, text: 'book a room' },
    { uri: folder.uri('2013-02.md'), line: 11, text: 'book a room' },
  ];
  expect(await change({ actions, change: { kind: 'done' } })).toEqual({ changed: 2, left: 0 });
  expect(applied).toHaveLength(1);
  expect(edits()).toEqual({ '2013-03.md': ['11: [x]'], '2013-02.md': ['11: [x]'] });
});

test('what hangs below an action means it; elsewhere is none', async () => {
  const uri = folder.uri('2013-03.md');
  expect(await change({ actions: [{ uri, line: 12 }], change: { kind: 'done' } })).toEqual({ changed: 1, left: 0 });
  expect(await change({ actions: [{ uri, line: 2 }], change: { kind: 'done' } })).toEqual({
    problem: 'no action stands there',
  });
  expect(await change({ actions: [{ uri, line: 11 }], change: { kind: 'due', day: 'soon' } })).toEqual({
    problem: '"soon" is no day; write it as YYYY-MM-DD',
  });
  expect(await change({ actions: [{ uri, line: 11 }], change: { kind: 'owners', owners: [' '] } })).toEqual({
    problem: 'name somebody to hand it over to',
  });
});

test('other editors have it by code actions, which are commands of the server', async () => {
  const uri = folder.uri('2013-03.md');
  const range = { start: { line: 11, character: 4 }, end: { line: 11, character: 4 } };
  const all = await client.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['refactor'] },
  });
  expect(all.map(({ title }) => title.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
    'Mark as done',
    'Due in a week, on DAY',
    'Hand over to Bo Newman',
  ]);
  const [done] = all;
  expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(done?.command?.command);
  expect(await client.ask('workspace/executeCommand', done?.command)).toEqual({ changed: 1, left: 0 });
  expect(edits()).toEqual({ '2013-03.md': ['11: [x]'] });
  const nonsense = { command: done?.command?.command, arguments: [{ actions: 3 }] };
  expect(await client.ask('workspace/executeCommand', nonsense)).toMatchObject({ problem: expect.any(String) });
});

test('a reminder by owner, a calendar, who may be given an action, and who I am', async () => {
  const reminder = await client.ask<string>('xen-notes/reminder', {});
  expect(reminder).toBe(
    'Ada Newcomer <ada@example.org>\n\n* book a room\n  OVERDUE, due 2013-02-01; asked on 2013-01-24 (Call minutes,\n  2013-01-24); open for 3 meetings\n',
  );
  expect(await client.ask('xen-notes/reminder', { owners: ['Bo Newman'] })).toBe('');
  const calendar = await client.ask<CalendarView>('xen-notes/calendar', undefined);
  expect(calendar).toMatchObject({ count: 1, left: 0 });
  expect(calendar.text).toContain('SUMMARY:Ada Newcomer: book a room\r\n');
  const owners = await client.ask<string[]>('xen-notes/owners', { uri: folder.uri('2013-03.md') });
  expect(owners.slice(0, 2)).toEqual(['Ada Newcomer', 'Bo Newman']);
  expect(await client.ask('xen-notes/me', { name: 'adan' })).toBe('Ada Newcomer');
});
