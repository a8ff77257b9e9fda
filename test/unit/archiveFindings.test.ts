import { beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../server/src/analysis.js';
import { createArchiveFindings, type ArchiveFindings } from '../../server/src/lsp/archiveFindings.js';
import type { Machine } from '../../server/src/lsp/machine.js';
import { createOpenDocuments, type OpenDocuments } from '../../server/src/lsp/openDocuments.js';
import type { Session } from '../../server/src/lsp/session.js';
import type { DocumentSettings } from '../../server/src/lsp/readSettings.js';
import { toldConfigurations } from '../../server/src/lsp/toldConfigurations.js';
import { Workspace } from '../../server/src/lsp/workspace.js';

const folder = 'file:///archive';
const minutes = '# Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: nearly there\n';
const page = '# Design Sessions 2030\n\n## Group\n\n### Old title\n\n- Notes: none\n';

let texts: Map<string, string>;
let read: string[];
/** Called before a file is read. */
let onRead: (path: string) => void;
let documents: OpenDocuments;
let workspace: Workspace;
let findings: ArchiveFindings;
let settings: DocumentSettings;

beforeEach(() => {
  texts = new Map([
    [`${folder}/.xen-notes.json`, '{}'],
    [`${folder}/people.md`, '# People\n\n## Jan Beulich\n'],
    [`${folder}/one.md`, minutes],
    [`${folder}/page.md`, page],
    [`${folder}/README.md`, '# Readme\n'],
  ]);
  read = [];
  onRead = () => undefined;
  settings = { mode: 'draft', checkArchive: 'archive' };
  documents = createOpenDocuments();
  const nothing = (): void => undefined;
  workspace = new Workspace({
    files: memory,
    documents,
    machine,
    progress: () => Promise.resolve({ report: nothing, done: nothing }),
    problems: nothing,
    changed: nothing,
    watch: nothing,
    unopened: nothing,
    log: nothing,
  });
  // Only these parts of a session are looked at.
  const parts = { documents, workspace, settings: { of: () => Promise.resolve(settings) }, machine };
  const session = parts as unknown as Session;
  findings = createArchiveFindings(session);
  workspace.start([folder]);
});

const memory: Files = {
  list: (at) => Promise.resolve({ paths: [...texts.keys()].filter((path) => path.startsWith(`${at}/`)), problems: [] }),
  read(path) {
    onRead(path);
    read.push(path.slice(folder.length + 1));
    const text = texts.get(path);
    return Promise.resolve(text === undefined ? { problem: { path, message: 'is not there' } } : { text });
  },
};

const machine: Machine = {
  files: memory,
  configurations: toldConfigurations(undefined),
  corpus: 'file:///corpus',
  cacheOf: () => undefined,
  watch: () => ({ watch: () => Promise.resolve(), dispose: () => undefined }),
  ruleUrl: String,
  writer: () => Promise.resolve(undefined),
  language: () => undefined,
};

/** Looks at all files; the names of those that had to be read for it. */
async function look(): Promise<readonly string[]> {
  const checks = await findings.checks();
  read = [];
  for (const { known, read: readIt } of checks) if (!known) await readIt();
  return read.sort();
}

const change = (name: string, text: string): Promise<void> => {
  texts.set(`${folder}/${name}`, text);
  workspace.changeFiles([{ uri: `${folder}/${name}`, type: 2 }]);
  return workspace.read();
};

/** Opens a document, or changes it when it is open. */
function write(name: string, text: string): void {
  const uri = `${folder}/${name}`;
  const open = documents.change(uri, 2, [{ text }])?.after ?? documents.open(uri, 1, text, {});
  workspace.documentChanged(open.document);
}

describe('files that are not open', () => {
  it('are read once, those of our kinds alone', async () => {
    expect(await look()).toEqual(['one.md', 'page.md', 'people.md']);
    expect(await look()).toEqual([]);
  });

  it('are read again one by one when what they say to others is the same', async () => {
    await look();
    await change('one.md', minutes.replace('nearly', 'almost'));
    expect(await look()).toEqual(['one.md']);
  });

  it('are all read again when one says something else to others', async () => {
    await look();
    await change('page.md', page.replace('Old', 'New'));
    expect(await look()).toEqual(['one.md', 'page.md', 'people.md']);
  });

  it('are left alone when they are too long to be checked in passing', async () => {
    const found = async (words: string): Promise<readonly unknown[]> => {
      await change('one.md', `${minutes}- ACTION: tell\n\n${words}\n`);
      return (await (await findings.checks()).find(({ path }) => path.endsWith('one.md'))?.read())?.items ?? [];
    };
    expect(await found('Some words. '.repeat(1000))).toHaveLength(1);
    expect(await found('Some words. '.repeat(50_000))).toEqual([]);
  });

  it('are all read again when the settings are others', async () => {
    await look();
    settings = { ...settings, mode: 'post' };
    expect(await look()).toEqual(['one.md', 'page.md', 'people.md']);
    settings = { ...settings, checkArchive: 'off' };
    expect(await look()).toEqual([]);
  });

  it('are not read while somebody writes, only after a save that concerns them', async () => {
    await look();
    write('page.md', page);
    write('page.md', page.replace('Old', 'New'));
    expect(await look()).toEqual([]);
    workspace.documentSaved(`${folder}/page.md`);
    expect(await look()).toEqual(['one.md', 'people.md']);
    write('page.md', `${page.replace('Old', 'New')}\nSome words.\n`);
    workspace.documentSaved(`${folder}/page.md`);
    expect(await look()).toEqual([]);
  });

  it('are what the editor has when they are opened while others are read', async () => {
    const many = ['one.md', 'page.md', 'people.md'].map((name) => ({ uri: `${folder}/${name}`, type: 2 as const }));
    await look();
    const opened = `${minutes}\n## Opened\n`;
    onRead = (path) => {
      if (path.endsWith('people.md')) write('one.md', opened);
    };
    workspace.changeFiles(many);
    await workspace.read();
    expect(workspace.facts(`${folder}/one.md`)).toBe(documents.get(`${folder}/one.md`)?.document.facts);
  });

  it('are read when they were open and are so no more', async () => {
    await look();
    write('one.md', `${minutes}- Jan: more\n`);
    expect(await look()).toEqual([]);
    documents.close(`${folder}/one.md`);
    workspace.documentClosed(`${folder}/one.md`);
    expect(await look()).toEqual(['one.md']);
  });

  it('are looked at no more when they are gone', async () => {
    await look();
    texts.delete(`${folder}/one.md`);
    workspace.changeFiles([{ uri: `${folder}/one.md`, type: 3 }]);
    expect(await look()).not.toContain('one.md');
    expect((await findings.checks()).map(({ path }) => path)).not.toContain(`${folder}/one.md`);
  });
});
