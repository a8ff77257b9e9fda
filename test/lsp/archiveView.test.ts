import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ArchiveView } from '../../server/src/lsp/protocol.js';
import { corpus, folderWith, startClient, uriOf, untilReady } from '../support/lspClient.js';

test('the shipped archive, as the sidebar shows it', async () => {
  const client = await startClient({ folders: [corpus] });
  await untilReady(client);
  const view = await client.ask<ArchiveView>('xen-notes/archive', undefined);
  const count = (title: string): number | undefined =>
    view.events.find((event) => event.title === title)?.groups.reduce((sum, group) => sum + group.sessions.length, 0);
  expect([count('Design Sessions 2019'), count('Design Sessions 2018')]).toEqual([23, 20]);
  expect(view.events.map((event) => event.title)).toEqual([
    'Online Xen Summit 2020',
    'Design Sessions 2019',
    'Design Sessions 2018',
    'Design Sessions 2017',
  ]);
  const session = view.events[1]?.groups[0]?.sessions.find((each) => each.title === 'Build System gripes');
  expect(session).toEqual({
    uri: uriOf(path.join(corpus, 'events/design-sessions-2019.md')),
    line: readFileSync(path.join(corpus, 'events/design-sessions-2019.md'), 'utf8')
      .split('\n')
      .indexOf('### Build System gripes'),
    title: 'Build System gripes',
    status: 'notes',
    hosts: [],
    topics: ['Build system'],
    notes: ['https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00786'],
    documents: [],
    owed: false,
    reference: '[[Design Sessions 2019#Build System gripes]]',
  });
  expect(view.meetings).toHaveLength(1);
  expect(view.actions.find((action) => action.text === 'ping Andrew Cooper')).toMatchObject({
    owners: ['James Bulpin'],
    date: '2013-02',
    document: view.meetings[0]?.title,
  });
  expect(view.people).toBeGreaterThan(30);
  await client.stop();
});

test('a folder with nothing of ours has no documents', async () => {
  const folder = await folderWith({ 'README.md': '# Hello\n' });
  const client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  expect(await client.ask('xen-notes/archive', undefined)).toMatchObject({
    ready: true,
    documents: 0,
    events: [],
    meetings: [],
    actions: [],
  });
  await client.stop();
  await folder.dispose();
});
