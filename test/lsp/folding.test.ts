import type { FoldingRange } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { startClient } from '../support/lspClient.js';

test('sections, list items, code and front matter fold', async () => {
  const client = await startClient();
  await client.open(
    'untitled:1',
    '---\nkind: minutes\n---\n\n# Call\n\n## Attendees\n\n- Jan\n\n## A\n\n- one\n  - two\n  - three\n\n```\ncode\n```\n\n',
  );
  const ranges = await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: 'untitled:1' } });
  expect(ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? ''])).toEqual([
    [0, 2, 'region'],
    [4, 18, ''],
    [6, 8, ''],
    [10, 18, ''],
    [12, 14, ''],
    [16, 18, ''],
  ]);
  await client.stop();
});
