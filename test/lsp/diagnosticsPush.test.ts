import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClient, until, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ capabilities: {} });
  await untilReady(client);
});
afterAll(() => client.stop());

const uri = 'untitled:Minutes-1';
const latest = () => client.heard.published.filter((each) => each.uri === uri).at(-1);
const codes = () => latest()?.diagnostics.map((each) => each.code) ?? [];

test('findings of a document outside all folders are published for its version', async () => {
  await client.open(uri, '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- Ian: no\n');
  await until(() => codes().includes('person-ambiguous'));
  expect(latest()?.version).toBe(1);
});

test('of several edits in a row the last one is what counts', async () => {
  const at = { line: 9, character: 5 };
  for (const letter of ' Jackson')
    await client.change(uri, [{ range: { start: at, end: at }, text: letter === ' ' ? ' ' : letter }]);
  await until(() => latest()?.version === 9);
  // Each letter went in before the one typed last, as the place stayed the same.
  await client.change(uri, [
    { text: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- Ian Jackson: no\n' },
  ]);
  await until(() => latest()?.version === 10);
  expect(codes()).not.toContain('person-ambiguous');
});

test('settings that the client pushes hold', async () => {
  await client.change(uri, [
    { text: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- Ian: no\n' },
  ]);
  await until(() => codes().includes('person-ambiguous'));
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { xenNotes: { rules: { 'person-ambiguous': 'off' } } },
  });
  await until(() => !codes().includes('person-ambiguous'));
});

test('a closed document has no findings', async () => {
  await client.close(uri);
  await until(() => latest()?.diagnostics.length === 0);
});
