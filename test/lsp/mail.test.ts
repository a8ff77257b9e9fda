import path from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { MailView } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, uriOf, untilReady } from '../support/lspClient.js';

const notes = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-11

## Attendees

- Jan Beulich

## Transport

- Jan: which one?
- ACTION: ask
`;
const page = `# Design Sessions 2019

- Date: 2019-07-11

## Sessions with published notes

## Sessions without published notes

### Virtio

- Notes: none
`;
const files = {
  '.xen-notes.json': '{ "people": "people.md", "mail": { "width": 50 } }',
  'people.md': '# People\n\n## Jan Beulich\n\n- Mail: jan@example.org\n',
  'notes.md': notes,
  'events.md': page,
};

test('the mail that a document makes', async () => {
  const folder = await folderWith(files);
  const client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  const uri = uriOf(path.join(folder.path, 'notes.md'));
  await client.open(uri, notes);
  const mail = await client.ask<MailView>('xen-notes/mail', { uri });
  expect(mail).toMatchObject({
    to: 'xen-devel@lists.xenproject.org',
    subject: 'Design session notes: Virtio',
    offered: ['Jan Beulich <jan@example.org>'],
    errors: [{ line: 12, message: expect.stringContaining('no owner stands at the head of this action') }],
    lost: [],
  });
  expect(mail.text).toContain('Transport\n=========\n\n- Jan: which one?\n- ACTION: ask\n');
  expect(mail.mailto).toMatch(/^mailto:xen-devel@lists\.xenproject\.org\?subject=Design%20session/);
  expect(await PostalMime.parse(mail.file ?? '')).toMatchObject({ subject: mail.subject, text: mail.text });
  const copied = await client.ask<MailView>('xen-notes/mail', { uri, cc: ['Jan Beulich <jan@example.org>'] });
  expect(copied.file).toContain('Cc: Jan Beulich <jan@example.org>\r\n');
  const inReplyTo = 'https://lore.kernel.org/xen-devel/1@x.org/';
  const answer = await client.ask<MailView>('xen-notes/mail', { uri, inReplyTo });
  expect(answer.inReplyTo).toBe('<1@x.org>');
  expect(answer.file).toContain('In-Reply-To: <1@x.org>\r\n');
  expect(await client.ask('xen-notes/mail', { uri, inReplyTo: 'that one' })).toEqual({
    problem: '"that one" is no Message-ID; write it as <id@host>',
  });
  expect(await client.ask('xen-notes/mail', { uri, cc: ['Jan'] })).toEqual({
    problem: '"Jan" is no mail address; write it as Name <name@host>',
  });
  await client.stop();
  await folder.dispose();
});

test('notes and the page of their event, once they are posted', async () => {
  const folder = await folderWith(files);
  const client = await startClient({ folders: [folder.path] });
  const applied: WorkspaceEdit[] = [];
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    applied.push(edit);
    return { applied: true };
  });
  await untilReady(client);
  const uri = uriOf(path.join(folder.path, 'notes.md'));
  await client.open(uri, notes);
  const url = 'https://lore.kernel.org/xen-devel/1@x.org/';
  expect(await client.ask('xen-notes/markPosted', { uri, url })).toEqual({ session: 'Virtio' });
  expect(applied).toEqual([
    {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            {
              range: { start: { line: 3, character: 18 }, end: { line: 3, character: 18 } },
              newText: `\n- Notes: <${url}>\n- Message-ID: \`<1@x.org>\``,
            },
          ],
        },
        {
          textDocument: { uri: uriOf(path.join(folder.path, 'events.md')), version: null },
          edits: [
            expect.objectContaining({ newText: '' }),
            expect.objectContaining({ newText: `\n\n### Virtio\n\n- Notes: <${url}>` }),
          ],
        },
      ],
    },
  ]);
  expect(await client.ask('xen-notes/markPosted', { uri, url: 'the list' })).toEqual({
    problem: '"the list" is no address; paste that of the mail',
  });
  await client.stop();
  await folder.dispose();
});
