import type { Location } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atCursor, folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const page =
  '# Design Sessions 2030\n\n## Group\n\n### Fast boot\n\n- Formerly: Boot\n- Host: Jan Beulich\n- Topics: Booting\n\nText.\n';
const call =
  '# Call Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n\n## Boot\n\n- Jan: see [[Design Sessions 2030#Fast boot]]\n- ACTION Jan: look at [[Design Sessions 2030#Boot]] and [the page](page.md#fast-boot)\n';
const people = '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n';
const topics = '# Topics\n\n## Things\n\n### Booting\n\n- Also known as: boot work\n\nStarting up.\n';

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({
    '.xen-notes.json': '{}',
    'page.md': page,
    'call.md': call,
    'people.md': people,
    'topics.md': topics,
  });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  await client.open(folder.uri('call.md'), call);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

async function references(file: string, source: string, includeDeclaration = true): Promise<string[]> {
  const { text, position } = atCursor(source);
  const uri = folder.uri(file);
  await client.open(uri, text);
  const found = await client.ask<Location[]>('textDocument/references', {
    textDocument: { uri },
    position,
    context: { includeDeclaration },
  });
  return found
    .map(
      (each) =>
        `${each.uri.slice(each.uri.lastIndexOf('/') + 1)}:${each.range.start.line + 1}:${each.range.start.character + 1}`,
    )
    .sort();
}

test('of a session: by its title, by a former one and by a link', async () => {
  const all = ['call.md:10:23', 'call.md:10:57', 'call.md:9:12', 'page.md:5:5'];
  expect(await references('page.md', page.replace('### Fast', '### F$0ast'))).toEqual(all);
  expect(await references('page.md', page.replace('### Fast', '### F$0ast'), false)).toEqual(all.slice(0, 3));
  expect(await references('call.md', call.replace('2030#Boot', '2030#Bo$0ot'))).toEqual(all);
});

test('of a page: those to its sections as well', async () => {
  expect(await references('page.md', page.replace('# Design', '# De$0sign'), false)).toHaveLength(3);
});

test('of a person: in every role, and in the register', async () => {
  const all = ['call.md:10:10', 'call.md:5:3', 'call.md:9:3', 'page.md:8:9', 'people.md:3:4'];
  expect(await references('call.md', call.replace('- Jan:', '- J$0an:'))).toEqual(all);
  expect(await references('people.md', people.replace('Jan B', 'Jan$0 B'))).toEqual(all);
});

test('of a topic', async () => {
  expect(await references('topics.md', topics.replace('### B', '### $0B'))).toEqual(['page.md:9:11', 'topics.md:5:5']);
});

test('of nothing', async () => {
  expect(await references('topics.md', topics.replace('Starting', 'Star$0ting'))).toEqual([]);
});
