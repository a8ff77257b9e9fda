import { expect, test } from 'vitest';
import type { PreviewView } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, untilReady } from '../support/lspClient.js';

test('what a preview shows of a document is told with where it leads', async () => {
  const text = '# Call Minutes\n\n## Attendees\n\n- Ann Lee\n\n## Disks\n\n- ACTION Ann: see [[Other Minutes#Boot]]\n';
  const folder = await folderWith({
    '.xen-notes.json': '{}',
    'sub/other.md': '# Other Minutes\n\n## Boot\n\n## Boot\n',
    'call.md': text,
    'guide.md': '# Guide\n',
  });
  const client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  const ask = (name: string): Promise<PreviewView | null> => client.ask('xen-notes/preview', { uri: folder.uri(name) });
  expect(await ask('call.md')).toBeNull();
  await client.open(folder.uri('call.md'), text);
  await client.open(folder.uri('guide.md'), '# Guide\n\n- Ann: ACTION see [[Other Minutes]]\n');
  expect((await ask('guide.md'))?.parts).toEqual([]);
  const at = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  expect(await ask('call.md')).toEqual({
    version: 1,
    parts: [
      { range: at(4, 2, 9), as: 'person' },
      { range: at(8, 2, 8), as: 'action', title: 'an open action' },
      { range: at(8, 9, 12), as: 'person', title: 'Ann Lee' },
      {
        range: at(8, 18, 40),
        as: 'reference',
        text: 'Boot',
        title: 'Other Minutes: Boot',
        uri: folder.uri('sub/other.md'),
        anchor: 'boot',
      },
    ],
  });
  await client.stop();
  await folder.dispose();
});
