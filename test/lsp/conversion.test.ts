import { expect, test } from 'vitest';
import type { ExportResult, ImportResult } from '../../server/src/lsp/protocol.js';
import { folderWith, startClient, uriOf, untilReady } from '../support/lspClient.js';

const page = 'Design Sessions 2031\n\nFrom Xen\n\nSessions with published notes\n\nFast disks\n\nFor notes, see\n';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

test('a text becomes documents, and a report of what to look at', async () => {
  const client = await startClient({});
  const read = await client.ask<ImportResult>('xen-notes/import', { name: 'page', content: base64(page) });
  expect(read.documents).toEqual([
    {
      path: 'design-sessions-2031.md',
      text: '# Design Sessions 2031\n\n## Sessions with published notes\n\n### Fast disks\n\nFor notes, see\n',
    },
  ]);
  expect(read.report).toBe(
    [
      '# Import of page',
      'Kept: 1 session. Nothing is saved yet.',
      '## Please look at',
      '- line 9: nothing follows "For notes, see"; links and pictures are lost in the rendering\n  source: `For notes, see`\n  document: line 7 of design-sessions-2031.md',
      '## Left out',
      '- line 3: `From Xen`, the frame a wiki puts around its pages\n',
    ].join('\n\n'),
  );
  expect(read.leads).toEqual([{ reportLine: 8, document: 0, line: 6, text: 'For notes, see' }]);
  expect(read.report.split('\n')[8]).toContain('line 7 of');
  const wiki = { name: 'page', content: base64('<!-- Page: A -->\n== B ==\n'), from: 'wikitext' };
  expect(await client.ask('xen-notes/import', wiki)).toEqual({
    documents: [{ path: 'a.md', text: '# A\n\n## B\n' }],
    report: '',
    leads: [],
  });
  const picture = { name: 'picture', content: Buffer.alloc(400).toString('base64') };
  expect(await client.ask('xen-notes/import', picture)).toEqual({
    documents: [],
    report: expect.stringContaining('Nothing could be imported.'),
    leads: [],
  });
  await client.stop();
});

test('an open document is written as wikitext, in the forms of its archive', async () => {
  const text = '# Call Minutes\n\n## Attendees\n\n- Ann Lee\n\n## Disks\n\n- ACTION Ann: ask\n- [x](y.pdf)\n';
  const folder = await folderWith({
    '.xen-notes.json': JSON.stringify({ wiki: { templates: { action: '{{AI|{owners}|{text}}}' } } }),
    'call.md': text,
  });
  const client = await startClient({ folders: [folder.path] });
  await untilReady(client);
  const uri = uriOf(`${folder.path}/call.md`);
  expect(await client.ask('xen-notes/export', { uri, to: 'wikitext' })).toBeNull();
  await client.open(uri, text);
  const written = await client.ask<ExportResult>('xen-notes/export', { uri, to: 'wikitext' });
  expect(written).toEqual({
    text: '<!-- Page: Call Minutes -->\n\n== Attendees ==\n\n* Ann Lee\n\n== Disks ==\n\n* {{AI|Ann|ask}}\n* x\n',
    extension: '.wiki',
    uncertain: ['line 10: "y.pdf" leads to no page that the wiki has; only its text is kept'],
  });
  expect(await client.ask('xen-notes/export', { uri, to: 'nothing' })).toBeNull();
  await client.stop();
  await folder.dispose();
});

test('what is broken is read as far as it can be, and the server goes on', async () => {
  const header = 'From: Ann Lee <ann@example.org>\nDate: Mon, 14 Jul 2031 10:00:00 +0000\nSubject: Disks\n';
  const client = await startClient({});
  const ask = (content: string | Uint8Array): Promise<ImportResult> =>
    client.ask<ImportResult>('xen-notes/import', { name: 'it', content: Buffer.from(content).toString('base64') });
  const cut = await ask(`${header}Content-Type: multipart/mixed; boundary=x\n\n--x\n\n- Ann: how fast?\n`);
  expect(cut.documents[0]?.text).toContain('- Ann: how fast?\n');
  expect(cut.report).toContain('the mail is cut off');
  const box = (text: string): string => `From a@example.org Mon Jul 14 10:00:00 2031\n${text}\n\n`;
  const mails = await ask(`${box(`${header}\n- Ann: one`)}${box('broken')}${box(`${header}\n- Ann: two`)}`);
  expect(mails.documents).toHaveLength(2);
  expect(mails.report).toContain('line 9: `broken`, does not begin with the header of a mail');
  const open = await ask('== A ==\n* {{Action|Ann\n== B ==\n');
  expect(open.documents[0]?.text).toContain('## B');
  expect(open.report).toContain('line 2:');
  for (const deep of [`== A ==\n${'*'.repeat(10_000)} word\n`, `${header}\n${'- '.repeat(10_000)}word\n`])
    expect((await ask(deep)).documents[0]?.text).toContain('word');
  expect((await ask(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))).documents).toEqual([]);
  expect((await ask('')).documents).toEqual([]);
  await client.stop();
});
