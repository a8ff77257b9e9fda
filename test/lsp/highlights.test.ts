import type { DocumentHighlight } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { atCursor, startClient, untilReady } from '../support/lspClient.js';

test('all forms of a name, the register apart', async () => {
  const client = await startClient();
  await untilReady(client);
  const { text, position } = atCursor(
    '# Call Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n\n## Boot\n\n- J$0an: no\n- ACTION Jan: look\n',
  );
  const uri = 'untitled:highlights';
  await client.open(uri, text);
  const marks = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', {
    textDocument: { uri },
    position,
  });
  expect(
    marks.map((mark) => [mark.range.start.line, mark.range.end.character - mark.range.start.character]).sort(),
  ).toEqual([
    [4, 11],
    [8, 3],
    [9, 3],
  ]);
  await client.stop();
});
