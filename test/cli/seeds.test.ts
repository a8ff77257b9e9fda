import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/documents.js';
import { folderOf, json, xenNotes } from './run.js';

/** Real pages, kept beside the checkout; their sentences are no part of the project. */
const seeds = path.join(root, '../shared/seeds');
const here = existsSync(seeds);
if (!here) console.warn(`${path.relative(root, seeds)} is not here: the import of real pages is not checked`);

interface Session {
  readonly title: string;
  readonly event: string;
  readonly group?: string;
  readonly status: string;
  readonly notes?: readonly string[];
}

/** A folder with the documents that a page makes. */
function importedFrom(name: string): { readonly cwd: string } {
  const cwd = folderOf({});
  const run = xenNotes(['import', path.join(seeds, `${name}.txt`), '-o', 'pages/'], { cwd });
  expect(run.code, run.err).toBe(0);
  return { cwd: path.join(cwd, 'pages') };
}

const sessionsOf = (name: string): readonly Session[] =>
  json<Session>(['query', 'sessions', '--json'], importedFrom(name));
const counts = (sessions: readonly Session[], by: (session: Session) => string | undefined): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const session of sessions) found[by(session) ?? '-'] = (found[by(session) ?? '-'] ?? 0) + 1;
  return found;
};

describe.runIf(here)('real pages, imported and asked', () => {
  it('2019, later: 15 sessions with notes and 8 without', () => {
    const sessions = sessionsOf('design-sessions-2019.rev-1346');
    expect(counts(sessions, ({ group }) => group)).toEqual({
      'Sessions with published notes': 15,
      'Sessions without published Notes': 8,
    });
    expect(counts(sessions, ({ status }) => status)).toEqual({ notes: 15, none: 8 });
  });

  it('2019, earlier: 7 sessions and 4 links', () => {
    const sessions = sessionsOf('design-sessions-2019.rev-1222');
    expect(sessions).toHaveLength(7);
    expect(sessions.flatMap(({ notes }) => notes ?? [])).toHaveLength(4);
  });

  it('2018 and 2017: 20 sessions in 7 groups, 16 of them TODO, and 4 proposals', () => {
    const sessions = sessionsOf('design-sessions-2018-2017');
    expect(counts(sessions, ({ event }) => event)).toEqual({ 'Design Sessions 2018': 20, 'Design Sessions 2017': 4 });
    const later = sessions.filter(({ event }) => event === 'Design Sessions 2018');
    expect(Object.keys(counts(later, ({ group }) => group))).toHaveLength(7);
    expect(counts(later, ({ status }) => status)).toEqual({ todo: 16, unknown: 4 });
  });

  it('2013: 12 attendees and one without a name, 1 apology, 7 actions', () => {
    const folder = importedFrom('developer-meeting-2013-02-minutes');
    const [document] = json<{ attendees: { name?: string }[]; apologies: { name: string }[] }>(
      ['query', 'documents', '--json'],
      folder,
    );
    expect(document?.attendees).toHaveLength(13);
    expect(document?.attendees.filter(({ name }) => !name)).toHaveLength(1);
    expect(document?.apologies).toMatchObject([{ name: 'Matt Wilson' }]);
    const actions = json<{ owners: string[] }>(['query', 'actions', '--json'], folder);
    expect(actions.map(({ owners }) => owners.join())).toEqual([
      '',
      'Donald Dugger',
      'James Bulpin',
      '',
      'Konrad Rzeszutek Wilk',
      'James Bulpin',
      'Ian Campbell',
    ]);
  });

  it('2020: 7, 4, 4 and 3 topics', () => {
    expect(counts(sessionsOf('vates-blog-xen-summit-2020'), ({ group }) => group)).toEqual({
      'Xen Security': 7,
      'Embeded world': 4,
      'Xen features and performances': 4,
      'Xen Project improvements': 3,
    });
  });

  it('the two revisions of 2019: what was renamed, and whose description has moved', () => {
    const pages = ['1222', '1346'].map((revision) => path.join(seeds, `design-sessions-2019.rev-${revision}.txt`));
    const changes = json<{ change: string; title: string; was?: string; movedTo?: string }>(
      ['compare', ...pages, '--json'],
      { cwd: folderOf({}) },
    );
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'renamed',
        was: 'Branch management (related to CI v2)',
        title: 'osstest before push to nonrewinding branch - aka Branch management',
      }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'description',
        title: 'Live Updating Xen',
        movedTo: 'LivePatch improvements and features',
      }),
    );
    expect(changes.filter(({ change }) => change === 'removed')).toEqual([]);
    expect(changes.filter(({ change }) => change === 'added')).toHaveLength(16);
  });
});
