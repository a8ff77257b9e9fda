import { rename as moveFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/analysis.js';
import {
  atCursor,
  folderWith,
  fullCapabilities,
  startClient,
  untilReady,
  type Folder,
  type LspClient,
} from '../support/lspClient.js';

const files = {
  '.xen-notes.json': '{}',
  'people.md': '# People\n\n## Ian Campbell\n\n- Affiliation: Citrix\n\n## Ian Jackson\n\n- Affiliation: Citrix\n',
  'page.md': '# Design Sessions 2030\n\n## Group\n\n### Fast boot\n\n- Host: Ian Campbell\n\nText.\n',
  'call.md':
    '# Call Minutes\n\n## Attendees\n\n- Ian Campbell\n\n## Boot\n\n- Ian: see [[Design Sessions 2030#Fast boot]] and [it](page.md#fast-boot)\n',
  'other.md':
    '# Other Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Boot\n\n- Ian: no, [this](call.md)\n',
};

let folder: Folder;
let client: LspClient;
beforeAll(async () => {
  folder = await folderWith(files);
  const { workspace, textDocument } = fullCapabilities;
  client = await startClient({
    folders: [folder.path],
    capabilities: {
      textDocument: { ...textDocument, rename: { prepareSupport: true } },
      workspace: { ...workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    },
  });
  await untilReady(client);
  await client.open(folder.uri('call.md'), files['call.md']);
});
afterAll(async () => {
  await client.stop();
  await folder.dispose();
});

function at(
  name: keyof typeof files,
  source: string,
): { readonly textDocument: { readonly uri: string }; readonly position: unknown } {
  const { text, position } = atCursor(source);
  expect(text).toBe(files[name]);
  return { textDocument: { uri: folder.uri(name) }, position };
}

/** The lines that an edit changes, by file. */
function changed(edit: WorkspaceEdit | null): Readonly<Record<string, readonly string[]>> {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const name = uri.slice(uri.lastIndexOf('/') + 1) as keyof typeof files;
      const before = files[name];
      const lines = before.split('\n');
      const offset = ({ line, character }: Range['start']): number =>
        lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
      const spans = edits.map((each) => ({
        span: { start: offset(each.range.start), end: offset(each.range.end) },
        text: 'newText' in each ? each.newText : '',
      }));
      return [
        name,
        applyEdits(before, spans)
          .split('\n')
          .filter((line) => !lines.includes(line)),
      ];
    }),
  );
}

const ask = async (newName: string, source: string): Promise<WorkspaceEdit | null> =>
  client.ask('textDocument/rename', { ...at('call.md', source), newName });

test('what can be renamed says how it is called, what cannot says why', async () => {
  const call = files['call.md'];
  const prepare = (source: string): Promise<unknown> => client.ask('textDocument/prepareRename', at('call.md', source));
  expect(await prepare(call.replace('- Ian:', '- I$0an:'))).toEqual({
    range: { start: { line: 8, character: 2 }, end: { line: 8, character: 5 } },
    placeholder: 'Ian Campbell',
  });
  expect(await prepare(call.replace('#Fast boot]', '#Fast$0 boot]'))).toMatchObject({ placeholder: 'Fast boot' });
  expect(await prepare(call.replace('[[Design', '[[Des$0ign'))).toMatchObject({ placeholder: 'Design Sessions 2030' });
  expect(await prepare(call.replace(': see', ': s$0ee'))).toBeNull();
  const other = files['other.md'];
  await client.open(folder.uri('other.md'), other);
  await expect(
    client.ask('textDocument/prepareRename', at('other.md', other.replace('- Ian:', '- I$0an:'))),
  ).rejects.toThrow('"Ian" may be Ian Campbell or Ian Jackson; write the full name first');
  await client.close(folder.uri('other.md'));
});

test('a person and a session get other names in all documents, open or not', async () => {
  const call = files['call.md'];
  const person = await ask('Rohan Campbell', call.replace('- Ian:', '- I$0an:'));
  expect(changed(person)).toEqual({
    'people.md': ['## Rohan Campbell'],
    'page.md': ['- Host: Rohan Campbell'],
    'call.md': ['- Rohan Campbell', '- Rohan: see [[Design Sessions 2030#Fast boot]] and [it](page.md#fast-boot)'],
    'other.md': ['- Rohan Campbell'],
  });
  expect(person?.changeAnnotations).toEqual({
    'In documents that are not open': { label: 'In documents that are not open', needsConfirmation: false },
  });
  expect(client.heard.messages.join()).toContain('they may mean somebody else: 1 place (other.md:10)');
  expect(changed(await ask('Quick start', call.replace('#Fast boot]', '#Fast$0 boot]')))).toEqual({
    'page.md': ['### Quick start', '- Formerly: Fast boot'],
    'call.md': ['- Ian: see [[Design Sessions 2030#Quick start]] and [it](page.md#quick-start)'],
  });
  await expect(ask('Ian Jackson', call.replace('- Ian:', '- I$0an:'))).rejects.toThrow('two people would become one');
});

test('links follow files and folders that are moved', async () => {
  const move = (from: string, to: string): Promise<WorkspaceEdit | null> =>
    client.ask('workspace/willRenameFiles', { files: [{ oldUri: folder.uri(from), newUri: folder.uri(to) }] });
  expect(changed(await move('page.md', 'events/page 2030.md'))).toEqual({
    'call.md': ['- Ian: see [[Design Sessions 2030#Fast boot]] and [it](events/page%202030.md#fast-boot)'],
  });
  expect(changed(await move('call.md', 'calls/call.md'))).toEqual({
    'call.md': ['- Ian: see [[Design Sessions 2030#Fast boot]] and [it](../page.md#fast-boot)'],
    'other.md': ['- Ian: no, [this](calls/call.md)'],
  });
  expect(await move('call.md', 'call.md')).toBeNull();
  expect(await move('nothing.md', 'else.md')).toBeNull();
});

test('in a file that is moved on disk meanwhile nothing is changed', async () => {
  await mkdir(path.join(folder.path, 'away'), { recursive: true });
  await moveFile(path.join(folder.path, 'page.md'), path.join(folder.path, 'away/page.md'));
  const edit = await ask('Rohan Campbell', files['call.md'].replace('- Ian:', '- I$0an:'));
  expect(Object.keys(changed(edit))).not.toContain('page.md');
});
