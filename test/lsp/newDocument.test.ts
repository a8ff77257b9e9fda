import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InsertTextFormat, type CompletionList, type Diagnostic } from 'vscode-languageserver/node';
import type { NewDocumentParams, NewDocumentView, NewSessionView, Problem } from '../../server/src/lsp/protocol.js';
import {
  corpus,
  folderWith,
  fullCapabilities,
  startClient,
  untilReady,
  uriOf,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';

const page =
  '# Design Sessions 2031\n\n- Date: 2031-06-04\n\n## Sessions with published notes\n\n## Sessions without published notes\n\n### Fast boot\n\n- Host: Jan Beulich\n\n## Other\n\nText.\n';
let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{}',
    'people.md': '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n',
    'my events/2031.md': page,
    'minutes/2031-05.md':
      '# Call minutes, May 2031\n\n- Date: 2031-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION Jan: review it\n',
  });
  const textDocument = { ...fullCapabilities.textDocument, completion: { completionItem: { snippetSupport: true } } };
  client = await startClient({
    folders: [folder.path],
    capabilities: { ...fullCapabilities, textDocument },
    initializationOptions: { corpus },
  });
  await untilReady(client);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const at = (name: string): string => uriOf(path.join(folder.path, name));

/** What stands where in a document that is begun, and what is found in it. */
async function begun(params: NewDocumentParams): Promise<{ path: string; text: string; found: readonly Diagnostic[] }> {
  const view = await client.ask<NewDocumentView | Problem>('xen-notes/newDocument', params);
  if ('problem' in view) throw new Error(view.problem);
  const uri = `${view.folder}/${view.path}`;
  await client.open(uri, view.text);
  const found = await client.findings(uri);
  await client.close(uri);
  return { path: view.path, text: view.text, found };
}

test.each<[string, () => NewDocumentParams, string, string]>([
  [
    'notes of a session',
    () => ({
      kind: 'notes',
      session: '[[Design Sessions 2031#Fast boot]]',
      near: at('my events/2031.md'),
      writer: 'Jan Beulich',
    }),
    'notes/fast-boot.md',
    '- Date: 2031-06-04\n- Host: Jan Beulich\n- Scribe: Jan Beulich\n',
  ],
  [
    'the next meeting',
    () => ({ kind: 'minutes', previous: at('minutes/2031-05.md'), date: '2031-06-06' }),
    'minutes/2031-06.md',
    '- [ ] ACTION Jan Beulich: review it\n  - from [2031-05-02](2031-05.md#pvh)\n',
  ],
  [
    'a proposal for an event',
    () => ({ kind: 'proposal', title: 'Faster', event: at('my events/2031.md') }),
    'proposals/faster.md',
    '- Event: [[Design Sessions 2031]]\n',
  ],
  [
    'an event',
    () => ({ kind: 'event', title: 'Design Sessions 2032' }),
    'my events/design-sessions-2032.md',
    '- Place: unknown\n',
  ],
])('begins %s, in which nothing is found', async (_, params, place, text) => {
  const document = await begun(params());
  expect(document.path).toBe(place);
  expect(document.text).toContain(text);
  expect(document.found).toEqual([]);
});

test('says why nothing can be begun', async () => {
  const params = { kind: 'notes', session: 'Nothing like it' };
  expect(await client.ask('xen-notes/newDocument', params)).toEqual({
    problem: 'no session is called "Nothing like it"; name one as Page#Title',
  });
});

test('a session is entered at the end of its group', async () => {
  const uri = at('my events/2031.md');
  await client.open(uri, page);
  const entered = await client.ask<NewSessionView>('xen-notes/newSession', { uri, title: 'Disks $1' });
  expect(entered).toEqual({
    position: { line: 10, character: '- Host: Jan Beulich'.length },
    snippet: '\n\n### Disks \\$1\n\n- Host: $1\n- Topics: $2$0',
  });
  const published = await client.ask<NewSessionView>('xen-notes/newSession', { uri, title: 'Disks', line: 4 });
  expect(published.position.line).toBe(4);
  expect(await client.ask('xen-notes/newSession', { uri, title: 'fast boot' })).toEqual({
    problem: '"Design Sessions 2031" has a session called "fast boot" already; give it another title',
  });
  await client.close(uri);
});

test.each(['', '#', '# ', '# Min', 'Minu'])(
  'whole documents are offered where nothing but "%s" stands',
  async (text) => {
    const uri = at('begun.md');
    await client.open(uri, text);
    const { items } = await client.ask<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: text.length },
    });
    await client.close(uri);
    const minutes = items.find(({ label }) => label === 'Minutes');
    expect(minutes?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(minutes?.textEdit?.newText).toMatch(/^# \$1 minutes\n\n- Date: \d{4}-\d{2}-\d{2}\n- Chair: \$2\n/);
    expect(items.every(({ filterText }) => filterText?.startsWith(text))).toBe(true);
  },
);
