import type { DocumentLink } from 'vscode-languageserver/node';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpus, startClient, uriOf, untilReady } from '../support/lspClient.js';

test('references that resolve and bare advisories are links', async () => {
  const client = await startClient({ folders: [corpus] });
  await untilReady(client);
  const uri = uriOf(path.join(corpus, 'minutes/new.md'));
  await client.open(
    uri,
    '# Minutes\n\n## Attendees\n\n## A\n\n[[Design Sessions 2019#Live Updating Xen]], [[No such page]], XSA-36, [XSA-36](https://xenbits.xen.org/xsa/advisory-36.html)\n',
  );
  const links = await client.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  expect(links.map((link) => [link.range.start.character, link.target?.replace(uriOf(corpus), '')])).toEqual([
    [0, expect.stringMatching(/^\/events\/design-sessions-2019\.md#L\d+$/)],
    [62, 'https://xenbits.xen.org/xsa/advisory-36.html'],
  ]);
  await client.stop();
});
