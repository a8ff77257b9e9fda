import type { DocumentSymbol } from 'vscode-languageserver/node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, startClient, uriOf, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ folders: [corpus] });
  await untilReady(client);
});
afterAll(() => client.stop());

const file = path.join(corpus, 'minutes/2013-02-developer-meeting.md');

test('the outline has sections, attendees and actions, each within its parent', async () => {
  await client.open(uriOf(file), readFileSync(file, 'utf8'));
  const [title, other] = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: uriOf(file) },
  });
  expect(other).toBeUndefined();
  expect(title?.name).toBe('Xen Maintainer, Committer and Developer Meeting, February 2013 Minutes');
  expect(title?.children?.map((child) => child.name)).toEqual([
    'Attendees',
    'Apologies',
    'Mirage Incubation Project',
    'Previous actions',
    'Current technical challenges',
    'Current and future work',
    'Community news',
  ]);
  expect(title?.children?.[0]?.children?.map((child) => child.name)).toContain('Jan Beulich');
  const action = title?.children?.[4]?.children?.[0]?.children?.[0];
  expect(action).toMatchObject({
    name: 'ask the right people at Intel to answer Jan Beulich',
    detail: 'Donald Dugger',
  });
  const check = (symbol: DocumentSymbol): void => {
    expect(symbol.name).not.toBe('');
    expect(contains(symbol.range, symbol.selectionRange), symbol.name).toBe(true);
    for (const child of symbol.children ?? []) {
      expect(contains(symbol.range, child.range), `${symbol.name} > ${child.name}`).toBe(true);
      check(child);
    }
  };
  if (title) check(title);
});

function contains(outer: DocumentSymbol['range'], inner: DocumentSymbol['range']): boolean {
  const at = ({ line, character }: { line: number; character: number }) => line * 10_000 + character;
  return at(outer.start) <= at(inner.start) && at(inner.end) <= at(outer.end);
}
