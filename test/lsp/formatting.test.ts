import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, expect, test } from 'vitest';
import {
  corpus,
  fullCapabilities,
  startClient,
  until,
  type ClientOptions,
  type LspClient,
} from '../support/lspClient.js';

const uri = 'untitled:call';
const call =
  '# Call Minutes\n\n- date : 2019-05-02\n\n## Attendees\n\n* Jan Beulich\n* Lars Kurth\n\n## Boot\n\n* Jan: a\n';
const formatted =
  '# Call Minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Boot\n\n- Jan: a\n';
const options = { tabSize: 4, insertSpaces: true };

let client: LspClient;
afterEach(() => client.stop());

async function opened(text: string, started: ClientOptions = {}): Promise<void> {
  client = await startClient(started);
  await client.open(uri, text);
}

async function formattedBy(method: string, params: object, text: string): Promise<string> {
  const edits = await client.ask<TextEdit[]>(`textDocument/${method}`, { textDocument: { uri }, options, ...params });
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
}

test('a document, and a range of it', async () => {
  await opened(call);
  expect(await formattedBy('formatting', {}, call)).toBe(formatted);
  const range = { start: { line: 6, character: 2 }, end: { line: 8, character: 0 } };
  expect(await formattedBy('rangeFormatting', { range }, call)).toBe(
    call.replace('* Jan Beulich\n* Lars', '- Jan Beulich\n- Lars'),
  );
});

test('as somebody types', async () => {
  await opened(call);
  const position = { line: 2, character: 8 };
  expect(await formattedBy('onTypeFormatting', { position, ch: ':' }, call)).toBe(call.replace('date', 'Date'));
});

test('long lines are broken where the settings say so, which are held to make sense', async () => {
  const long = `# Call Minutes\n\n## Boot\n\n${'word '.repeat(10)}word\n`;
  await opened(long, { settings: { formatWrap: 30 } });
  expect(await formattedBy('formatting', {}, long)).toBe(
    long.replace(`${'word '.repeat(6)}`, `${'word '.repeat(6).trim()}\n`),
  );
  client.settings = { formatWrap: 3 };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await formattedBy('formatting', {}, long)).toBe(long);
  await until(() =>
    client.heard.messages.some((message) => message.includes('formatWrap is 3; use a number of columns')),
  );
});

test('other Markdown, and what is not open, is left alone', async () => {
  await opened('* a\n* b');
  expect(await formattedBy('formatting', {}, '* a\n* b')).toBe('* a\n* b');
  expect(await client.ask('textDocument/formatting', { textDocument: { uri: 'untitled:other' }, options })).toEqual([]);
});

test('our own extension is told which documents are formatted, and of no other Markdown', async () => {
  const capabilities = {
    ...fullCapabilities,
    textDocument: { ...fullCapabilities.textDocument, formatting: { dynamicRegistration: true } },
  };
  await opened('# Readme\n', { capabilities, initializationOptions: { corpus } });
  expect(client.initialized.capabilities.documentFormattingProvider).toBeUndefined();
  const registered = (): string[] => client.heard.registered.filter((method) => method.includes('ormatting')).sort();
  await client.ask('textDocument/documentSymbol', { textDocument: { uri } });
  expect(registered()).toEqual([]);
  await client.change(uri, [{ text: call }]);
  await until(() => registered().length > 2);
  expect(registered()).toEqual([
    'textDocument/formatting',
    'textDocument/onTypeFormatting',
    'textDocument/rangeFormatting',
  ]);
  expect(await formattedBy('formatting', {}, call)).toBe(formatted);
});
