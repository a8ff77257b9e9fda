import type { Location, LocationLink } from 'vscode-languageserver/node';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atCursor, corpus, startClient, uriOf, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
  await untilReady(client);
});
afterAll(() => client.stop());

const event = uriOf(path.join(corpus, 'events/design-sessions-2019.md'));
const people = uriOf(path.join(corpus, 'people.md'));
const topics = uriOf(path.join(corpus, 'topics.md'));
let count = 0;

async function definition(source: string): Promise<LocationLink[]> {
  const { text, position } = atCursor(source);
  const uri = uriOf(path.join(corpus, `minutes/new-${count++}.md`));
  await client.open(uri, text);
  return client.ask('textDocument/definition', { textDocument: { uri }, position });
}

test.each([
  [
    'a session',
    '# Minutes\n\nSee [[Design Sessions 2019#Live$0 Updating Xen]].\n\n## Attendees\n',
    event,
    'Live Updating Xen',
  ],
  [
    'a link with an anchor',
    '# Minutes\n\nSee [it](../events/design-sessions-2019.md#live-up$0dating-xen).\n\n## Attendees\n',
    event,
    'Live Updating Xen',
  ],
  ['a page', '# Minutes\n\nSee [[Design Sess$0ions 2019]].\n\n## Attendees\n', event, 'Design Sessions 2019'],
  ['a person', '# Minutes\n\n## Attendees\n\n- Konrad R W$0ilk (Oracle)\n', people, 'Konrad Rzeszutek Wilk'],
  ['a topic', '# Minutes\n\n- Topics: PV$0H\n\n## Attendees\n', topics, 'PVH'],
])('%s', async (_, source, uri, name) => {
  const [link, other] = await definition(source);
  expect(other).toBeUndefined();
  expect(link?.targetUri).toBe(uri);
  const { start, end } = link?.targetSelectionRange ?? {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 0 },
  };
  expect(end.character - start.character).toBe(name.length);
  expect(link?.originSelectionRange?.start.line).toBe(atCursor(source).position.line);
});

test('a short name that may be one of two leads to both', async () => {
  const links = await definition(
    '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## A\n\n- I$0an: hello\n',
  );
  expect(links.map((link) => link.targetUri)).toEqual([people, people]);
});

test('nothing for an address and for plain text', async () => {
  expect(await definition('# Minutes\n\n<https://xen$0project.org>\n\n## Attendees\n')).toEqual([]);
  expect(await definition('# Minutes\n\nPlain t$0ext.\n\n## Attendees\n')).toEqual([]);
});

test('a client without links gets locations', async () => {
  const plain = await startClient({ folders: [corpus], capabilities: {} });
  await untilReady(plain);
  const { text, position } = atCursor('# Minutes\n\n- Topics: PV$0H\n\n## Attendees\n');
  const uri = uriOf(path.join(corpus, 'minutes/plain.md'));
  await plain.open(uri, text);
  const [location] = await plain.ask<Location[]>('textDocument/definition', { textDocument: { uri }, position });
  expect(location?.uri).toBe(topics);
  await plain.stop();
});
