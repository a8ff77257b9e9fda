import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { sessionNotes, sessionOfNotes } from '../../server/src/archive/sessionNotes.js';
import { readDocument } from '../../server/src/document/document.js';
import { archiveView } from '../../server/src/features/archiveView.js';
import { codeLenses } from '../../server/src/features/codeLenses.js';
import { definition } from '../../server/src/features/definition.js';
import { sessionPages } from '../support/sessionPages.js';

const documents = Object.entries(sessionPages)
  .filter(([path]) => path.endsWith('.md'))
  .map(([path, text]) => readDocument(path, text));
const archive = Archive.of(documents.map(({ facts }) => facts));
const document = (path: string) => documents.find(({ facts }) => facts.path === path) ?? readDocument(path, '');

/** The session that a document with one more field line leads to. */
function sessionOf(field: string, files: Readonly<Record<string, string>> = {}): string | undefined {
  const more = Object.entries(files).map(([path, text]) => readDocument(path, text).facts);
  const notes = readDocument('notes/new.md', `# Design session notes: New\n\n${field}\n- Date: 2019-07-11\n`).facts;
  return sessionOfNotes(Archive.of([...archive.documents.values(), ...more, notes]), notes)?.session.title;
}

describe('the session of notes', () => {
  const idea = { 'proposals/idea.md': '# An idea\n\n- Technical contact: Wei Liu\n- Problem to solve: x\n' };
  it.each([
    ['- Session: [[Design Sessions 2019#Virtio]]', 'Virtio'],
    ['- Session: [the session](../events/2019.md#virtio)', 'Virtio'],
    ['- Session: Design Sessions 2019#Virtio', 'Virtio'],
    ['- Session: Virtio', 'Virtio'],
    ['- Session: https://wiki.xenproject.org/wiki/Design_Sessions_2019#Virtio', 'Virtio'],
    ['- Session: [[An idea]]', 'An idea'],
    ['- Session: [[Design Sessions 2019]]', undefined],
    ['- Session: [[Design Sessions 2019#Virtoi]]', undefined],
    ['- Session: unknown', undefined],
    ['- Session:', undefined],
    ['- Scribe: Wei Liu', undefined],
  ])('%s', (field, title) => {
    expect(sessionOf(field, idea)).toBe(title);
  });
});

describe("a session's notes", () => {
  it.each([
    ['Virtio', 'draft', ['notes/virtio.md'], 0],
    ['Fast boot', 'notes', ['notes/boot.md'], 1],
    ['Rust', 'unknown', [], 0],
    ['Grants', 'none', [], 0],
    ['PVH', 'unknown', [], 0],
    ['Distros', 'notes', [], 1],
  ])('%s', (title, status, paths, addresses) => {
    const session = document('events/2019.md').facts.sessions.find((each) => each.title === title);
    const known = session && sessionNotes(archive, session);
    expect([known?.status, known?.documents.map(({ path }) => path), known?.addresses.length]).toEqual([
      status,
      paths,
      addresses,
    ]);
  });

  it('said not to be known are none that were published', () => {
    const text = '# Sessions\n\n## Sessions with published notes\n\n### Rust\n\n- Notes: unknown\n\n### Virtio\n';
    expect(readDocument('a.md', text, { kind: 'event' }).facts.sessions.map(({ status }) => status)).toEqual([
      'unknown',
      'notes',
    ]);
  });
});

describe('the archive as a tree', () => {
  const view = archiveView([archive], '2026-01-01');
  const sessions = view.events.flatMap(({ groups }) => groups.flatMap((group) => group.sessions));

  it('has notes below their session, and those of none apart from meetings', () => {
    expect(sessions.map(({ title, documents: notes }) => [title, notes.map(({ posted }) => posted)])).toEqual([
      ['Virtio', [false]],
      ['Fast boot', [true]],
      ['Rust', []],
      ['Grants', []],
      ['PVH', []],
      ['Distros', []],
    ]);
    expect(view.notes.map(({ path }) => path)).toEqual(['notes/apart.md']);
    expect(view.meetings.map(({ path }) => path)).toEqual(['minutes/2019-07.md']);
  });

  it('tells whose notes are owed: nobody owes those that are said not to be known, or of what is yet to come', () => {
    expect(sessions.filter(({ owed }) => owed).map(({ title }) => title)).toEqual(['Rust']);
    const before = archiveView([archive], '2019-07-11').events.flatMap(({ groups }) =>
      groups.flatMap((group) => group.sessions),
    );
    expect(before.filter(({ owed }) => owed)).toEqual([]);
  });
});

describe('from notes to their session and back', () => {
  it.each([
    ['notes/virtio.md', 'notes: Virtio', 'events/2019.md', 'Virtio'],
    ['events/2019.md', '### Virtio', 'notes/virtio.md', 'Design session notes: Virtio'],
    ['events/2019.md', '### Rust', 'events/2019.md', 'Rust'],
    ['notes/apart.md', 'notes: Something', 'notes/apart.md', 'Design session notes: Something else'],
  ])('%s, %s', (path, at, to, title) => {
    const from = document(path);
    const [place, other] = definition({ document: from, archive }, from.text.indexOf(at) + at.length)?.places ?? [];
    expect(other).toBeUndefined();
    expect(place?.path).toBe(to);
    expect(document(to).text.slice(place?.span.start, place?.span.end)).toBe(title);
  });

  it.each([
    ['notes/virtio.md', ['session', 'draft', 'check', 'export']],
    ['notes/boot.md', ['session', 'posted']],
    ['notes/apart.md', ['draft', 'check', 'export']],
    ['events/2019.md', ['draft', 'check', 'export', 'posted']],
    ['minutes/2019-07.md', []],
  ])('the lenses of %s', (path, kinds) => {
    expect(codeLenses({ document: document(path), archive }).map(({ kind }) => kind)).toEqual(kinds);
  });
});
