import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, CodeLens, Diagnostic, Hover } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fields } from '../../server/src/document/schema.js';
import type { PostingCheck } from '../../server/src/lsp/protocol.js';
import { rules } from '../../server/src/rules/registry.js';
import { corpus, folderWith, startClient, untilReady, type Folder, type LspClient } from '../support/lspClient.js';
import { englishIn, pseudoLanguage } from '../support/pseudo.js';

const minutes =
  '# Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Jan Beulich\n- Ian Campbell\n- Ian Jackson\n\n#### Kexec\n\n- Ian: nothing new\n- ACTION: tell George\n';
const page = '# Design Sessions 2030\n\n- Date: 2030-05-01\n\n## Group\n\n### Fast boot\n\n- Host: Jan Beulich\n';
const notes =
  '# Design session notes: Fast boot\n\n- Session: [[Design Sessions 2030#Fast boot]]\n- Date: 2030-05-01\n';

const files = { 'page.md': page, 'notes.md': notes, 'minutes.md': minutes };
let at: Folder;
beforeAll(async () => {
  at = await folderWith({ '.xen-notes.json': '{}', ...files });
});
afterAll(() => at.dispose());

/** All that is told of the three documents. */
async function told(client: LspClient): Promise<string[]> {
  const texts: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const uri = at.uri(name);
    const textDocument = { uri };
    await client.open(uri, text);
    const found: Diagnostic[] = await client.findings(uri);
    texts.push(...found.map(({ message }) => (typeof message === 'string' ? message : message.value)));
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const context = { diagnostics: found };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
    texts.push(...actions.map(({ title }) => title));
    for (const lens of await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument })) {
      const { command } = lens.command ? lens : await client.ask<CodeLens>('codeLens/resolve', lens);
      texts.push(command?.title ?? '');
    }
    for (let line = 0; line < text.split('\n').length; line++) {
      const position = { line, character: 5 };
      const hover = await client.ask<Hover | null>('textDocument/hover', { textDocument, position });
      if (hover && typeof hover.contents === 'object' && 'value' in hover.contents) texts.push(hover.contents.value);
    }
    const check = await client.ask<PostingCheck | null>('xen-notes/checkBeforePosting', { uri });
    texts.push(
      ...(check?.groups ?? []).flatMap(({ findings }) =>
        findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
      ),
    );
  }
  const uri = at.uri('minutes.md');
  const answers = await Promise.all([
    client.ask<{ problem?: string }>('xen-notes/markPosted', { uri, url: 'none' }),
    client.ask<{ problem?: string }>('xen-notes/newSession', { uri, title: 'Boot' }),
    client.ask<{ problem?: string }>('xen-notes/newDocument', { kind: 'notes', near: uri }),
  ]);
  return [...texts, ...answers.map(({ problem }) => problem ?? '')];
}

/** What documents and the register that ships say, and what rules and fields are called. */
const words = [
  ...Object.values(files),
  readFileSync(path.join(corpus, 'people.md'), 'utf8'),
  ...rules.map(({ id }) => id),
  ...fields.flatMap((field) => [field.label, ...('also' in field ? field.also : [])]),
  'unknown, none, Design session notes',
].join('\n');

describe('an editor in another language', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startClient({ folders: [at.path], locale: 'de-AT' });
    await untilReady(client);
  });
  afterAll(() => client.stop());

  test('is told in it', async () => {
    const texts = await told(client);
    expect(texts).toEqual(
      expect.arrayContaining([
        'am Anfang dieser Aktion steht kein Verantwortlicher; „ACTION Name:“ schreiben, oder „ACTION unknown:“, wenn es niemand weiß',
        '„Ian Campbell“ schreiben',
        'Prüfen',
        expect.stringMatching(/^Notizen: Entwurf, /),
      ]),
    );
  });
});

test('an editor that brings the texts along is told nothing in English', async () => {
  const { texts } = pseudoLanguage();
  const client = await startClient({ folders: [at.path], locale: 'qps', initializationOptions: { corpus, texts } });
  await untilReady(client);
  const all = (await told(client)).map((text) => text.replace(/\[[^\]]*\]\([^)]*\)|`[^`]*`/g, ''));
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((text) => englishIn(text, words).length > 0)).toEqual([]);
  await client.stop();
});

test('texts that are none are passed over', async () => {
  const client = await startClient({ locale: 'de', initializationOptions: { corpus, texts: { Check: 7 } } });
  await untilReady(client);
  await client.open('untitled:x', minutes);
  expect((await client.findings('untitled:x')).length).toBeGreaterThan(0);
  await client.stop();
});
