import type { Hover } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atCursor, corpus, startClient, uriOf, untilReady, type LspClient } from '../support/lspClient.js';
import path from 'node:path';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
  await untilReady(client);
});
afterAll(() => client.stop());

let count = 0;

async function hover(source: string): Promise<string> {
  const { text, position } = atCursor(source);
  const uri = uriOf(path.join(corpus, `minutes/new-${count++}.md`));
  await client.open(uri, text);
  const answer = await client.ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  await client.close(uri);
  if (!answer || typeof answer.contents !== 'object' || !('kind' in answer.contents)) return '';
  expect(answer.contents.kind).toBe('markdown');
  return answer.contents.value;
}

test('a session', async () => {
  const text = await hover('# Minutes\n\nSee [[Design Sessions 2019#Live$0 Updating Xen]].\n\n## Attendees\n');
  expect(text).toMatch(
    /^\*\*Live Updating Xen\*\* in \[Design Sessions 2019\]\(file:\/\/\/.*design-sessions-2019\.md#L1\), /,
  );
  expect(text).toContain('Notes: not known');
  expect(text).toContain('Topics: Live update of Xen');
});

test('a session by a former title, with the notes and where they are', async () => {
  const text = await hover(
    '# Minutes\n\nSee [[Design Sessions 2019#Branch$0 management (related to CI v2)]].\n\n## Attendees\n',
  );
  expect(text).toContain('Formerly: Branch management (related to CI v2)');
  expect(text).toContain('(https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709)');
});

test('a person, as of the date of the document', async () => {
  const text = await hover('# Minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- James B$0ulpin\n');
  expect(text).toMatch(/^\*\*James Bulpin\*\*, Citrix in 2013\n/);
  expect(text).toMatch(/2 open actions:\n\n- \[ping Andrew Cooper\]\(file:.*#L112\), 2013-02/);
});

test('a topic', async () => {
  const text = await hover('# Minutes\n\n- Topics: PV$0H\n\n## Attendees\n');
  expect(text).toMatch(/^\*\*PVH\*\*, topic of \*Hypervisor and guests\*\n/);
});

test.each([
  [
    'an advisory',
    '# Minutes\n\n## Attendees\n\n## A\n\nXSA-$036 again.\n',
    '<https://xenbits.xen.org/xsa/advisory-36.html>',
  ],
  [
    'a message of the list',
    '# Minutes\n\n## Attendees\n\n## A\n\nSee <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg$001234.html>.\n',
    'Message 01234 of **xen-devel**, July 2019',
  ],
  ['a label', '# Minutes\n\n- Cha$0ir: Jan Beulich\n\n## Attendees\n', '**Chair**: Who led the meeting'],
  [
    'a marker',
    '# Minutes\n\n## Attendees\n\n## A\n\n- ACT$0ION Jan Beulich: it\n',
    '**ACTION**: Somebody takes on something',
  ],
])('%s', async (_, source, expected) => {
  expect(await hover(source)).toContain(expected);
});

test('nothing for plain text', async () => {
  expect(await hover('# Minutes\n\n## Attendees\n\n## A\n\nNothing t$0o say.\n')).toBe('');
});
