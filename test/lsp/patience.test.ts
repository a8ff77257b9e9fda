import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, startClient, untilReady } from '../support/lspClient.js';

test('who types without a pause sees the tree change all the same', async () => {
  const folder = await folderWith({ '.xen-notes.json': '{}' });
  const client = await startClient({ folders: [folder.path] });
  const uri = folder.uri('call.md');
  await client.open(uri, '# Call Minutes\n\n- Date: 2019-07-09\n\n## Kexec\n\n- ACTION Jan: \n');
  await untilReady(client);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = client.heard.archiveChanges;
  for (const end = Date.now() + 2500; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 60)))
    await client.change(uri, [
      { range: { start: { line: 6, character: 14 }, end: { line: 6, character: 14 } }, text: 'x' },
    ]);
  expect(client.heard.archiveChanges).toBeGreaterThan(before);
  await client.stop();
  await folder.dispose();
});

test('what a server has read that is stopped at once is kept', async () => {
  const folder = await folderWith({ '.xen-notes.json': '{}' });
  for (let at = 0; at < 60; at++)
    await folder.write(
      `${at}.md`,
      `# Call Minutes ${at}\n\n${'## Kexec\n\n- ACTION Jan Beulich: ping somebody\n\n'.repeat(20)}`,
    );
  const client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  await client.stop();
  const caches = path.join(process.env['XDG_CACHE_HOME'] ?? '', 'xen-session-notes');
  const files = readdirSync(caches, { recursive: true, withFileTypes: true }).filter((each) =>
    each.name.endsWith('.ndjson'),
  );
  const heads = files.map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8').split('\n')[0] ?? '');
  expect(heads.some((head) => head.includes(folder.path))).toBe(true);
  await folder.dispose();
});
