import { describe, expect, it } from 'vitest';
import { readDocument, type Files } from '../../server/src/analysis.js';
import { loadArchive, readOptions } from '../../server/src/host/loadArchive.js';

/** Files by path; one without a text is gone when it is read. */
function memory(files: Readonly<Record<string, string | undefined>>): Files {
  return {
    list: () => Promise.resolve({ paths: Object.keys(files), problems: [] }),
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? { problem: { path, message: 'is gone' } } : { text });
    },
  };
}

describe('loadArchive', () => {
  it('tells of a file that vanished after it was listed and reads the others in order', async () => {
    const files = memory({ '/a/one.md': '# One\n', '/a/gone.md': undefined, '/a/two.md': '# Two\n' });
    const { archive, problems } = await loadArchive('/a', { files });
    expect(problems).toEqual([{ path: '/a/gone.md', message: 'is gone' }]);
    expect([...archive.documents.keys()]).toEqual(['/a/one.md', '/a/two.md']);
  });

  it('leaves the documents of an archive inside it alone', async () => {
    const files = memory({
      '/a/.xen-notes.json': '{}',
      '/a/b/.xen-notes.json': '{}',
      '/a/b/in.md': '',
      '/a/bc.md': '',
    });
    const { archive, nested } = await loadArchive('/a', { files });
    expect(nested).toEqual(['/a/b']);
    expect([...archive.documents.keys()]).toEqual(['/a/bc.md']);
  });

  it('reads the registers a configuration names, by path or URI', async () => {
    const config = '{ "people": "./lists/every one.md", "topics": "what.md" }';
    const register = '# Names\n\n## Ada Lovelace\n';
    for (const [root, space] of [
      ['/a', ' '],
      ['file:///a', '%20'],
    ] as const) {
      const people = `${root}/lists/every${space}one.md`;
      const files = memory({
        [`${root}/.xen-notes.json`]: config,
        [people]: register,
        [`${root}/what.md`]: '# What\n',
      });
      const loaded = await loadArchive(root, { files });
      expect(loaded.problems).toEqual([]);
      expect(loaded.archive.people.all.map(({ name }) => name)).toEqual(['Ada Lovelace']);
      expect(loaded.archive.documents.get(`${root}/what.md`)?.kind).toBe('topics');
      expect(readOptions(root, loaded.config, people)).toEqual({ kind: 'people' });
      expect(readOptions(root, loaded.config, `${root}/other.md`)).toEqual({});
    }
  });

  it('reads what is not known', async () => {
    const files = memory({ '/a/known.md': '# One\n', '/a/other.md': '# Two\n' });
    const known = readDocument('/a/known.md', '# Known before\n').facts;
    const read: string[] = [];
    const { archive } = await loadArchive('/a', {
      files,
      known: (path) => (path === '/a/other.md' ? undefined : known),
      onText: (_, text, document) => read.push(`${text.trim()} ${document?.facts.title ?? 'known'}`),
    });
    expect(read).toEqual(['# One known', '# Two Two']);
    expect([...archive.documents.values()].map(({ title }) => title)).toEqual(['Known before', 'Two']);
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    const files = memory(Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`/a/${index}.md`, '# A\n'])));
    const { archive } = await loadArchive('/a', {
      files,
      signal: controller.signal,
      onProgress: (done) => {
        if (done === 20) controller.abort();
      },
    });
    expect(archive.documents.size).toBeLessThan(60);
  });

  it('gives others their turn while it reads', async () => {
    const text = `# Call minutes\n\n${'## Topic\n\n- Jan: said [this](https://example.org) and *that*\n\n'.repeat(60)}`;
    const files = memory(
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`/a/${index}.md`, text + index])),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await loadArchive('/a', { files });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});
