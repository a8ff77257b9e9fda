import { FileChangeType, type CodeAction, type TextDocumentEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const call = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION: ping\n';
let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith({ '.xen-notes.json': '{}\n', 'call.md': call });
  client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  await client.open(folder.uri('call.md'), call);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

const title = 'Switch action-no-owner off in this archive';

async function archiveEdit(): Promise<TextDocumentEdit | undefined> {
  const at = { line: 10, character: 4 };
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: folder.uri('call.md') },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  expect(actions.map((each) => each.title)).toEqual(
    expect.arrayContaining([
      'Switch action-no-owner off for this line',
      'Switch action-no-owner off in this document',
      title,
    ]),
  );
  return actions.find((each) => each.title === title)?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
}

test('a rule is switched off in the configuration as it is on disk, or as it is open', async () => {
  const config = folder.uri('.xen-notes.json');
  const onDisk = await archiveEdit();
  expect(onDisk?.textDocument).toEqual({ uri: config, version: null });
  expect(onDisk?.edits[0]).toMatchObject({ newText: '\n  "rules": {\n    "action-no-owner": "off"\n  }\n' });
  await client.open(config, '{ "people": "who.md" }\n');
  await client.change(config, [
    { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 16 } }, text: 'them' },
  ]);
  const open = await archiveEdit();
  expect(open?.textDocument).toEqual({ uri: config, version: 2 });
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 22 } };
  expect(open?.edits).toMatchObject([{ range, newText: expect.stringContaining('"people": "them.md",\n') as string }]);
  expect(await client.findings(config)).toEqual([]);
  await client.close(config);
});

test('the finding goes when the configuration says so', async () => {
  const found = async (): Promise<unknown[]> => (await client.findings(folder.uri('call.md'))).map(({ code }) => code);
  expect(await found()).toContain('action-no-owner');
  await folder.write('.xen-notes.json', '{ "rules": { "action-no-owner": "off" } }');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri('.xen-notes.json'), type: FileChangeType.Changed }],
  });
  await until(async () => !(await found()).includes('action-no-owner'));
});
