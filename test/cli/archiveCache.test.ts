import { chmodSync, cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/src/analysis.js';
import { archiveCacheIn, type ArchiveCache } from '../../server/src/host/archiveCache.js';
import { loadArchive, type LoadedArchive } from '../../server/src/host/loadArchive.js';
import { nodeFiles } from '../../server/src/host/nodeFiles.js';
import { folderOf, xenNotes } from './run.js';

const shipped = path.join(import.meta.dirname, '../../corpus');

function copy(): string {
  const folder = folderOf({});
  cpSync(shipped, folder, { recursive: true });
  return folder;
}

async function load(
  root: string,
  cache?: ArchiveCache,
): Promise<{ readonly loaded: LoadedArchive; readonly read: string[] }> {
  const read: string[] = [];
  const onText = (at: string, _: string, document: Document | undefined): void => {
    if (document) read.push(path.basename(at));
  };
  const loaded = await loadArchive(root, { files: nodeFiles, cache, onText });
  await cache?.save();
  return { loaded, read };
}

/** The one file in a folder for caches. */
function fileIn(caches: string): string {
  const names = readdirSync(caches);
  expect(names).toHaveLength(1);
  return path.join(caches, names[0] ?? '');
}

describe('what an archive says is kept', () => {
  it('and is what it says when it is read anew, as documents change, come and go', async () => {
    const [root, caches] = [copy(), folderOf({})];
    const all = (await load(root)).read;
    expect((await load(root, archiveCacheIn(caches, 'a', root))).read).toEqual(all);
    const warm = await load(root, archiveCacheIn(caches, 'a', root));
    expect(warm.read).toEqual([]);
    expect(warm.loaded).toEqual((await load(root)).loaded);
    const people = path.join(root, 'people.md');
    writeFileSync(people, `${readFileSync(people, 'utf8')}\n## Nova Lind\n`);
    writeFileSync(path.join(root, 'new.md'), '# Minutes\n\n## Attendees\n\n- Nova Lind\n');
    rmSync(path.join(root, 'topics.md'));
    const changed = await load(root, archiveCacheIn(caches, 'a', root));
    expect(changed.read.sort()).toEqual(['new.md', 'people.md']);
    expect(changed.loaded).toEqual((await load(root)).loaded);
    expect((await load(root, archiveCacheIn(caches, 'a', root))).read).toEqual([]);
  });

  it('for a folder and its address alike, and for each build apart', async () => {
    const [root, caches] = [copy(), folderOf({})];
    await load(root, archiveCacheIn(caches, 'a', root));
    const { read } = await load(root, archiveCacheIn(caches, 'b', root));
    expect(read.length).toBeGreaterThan(3);
    const at = pathToFileURL(root).href;
    const people = path.join(root, 'people.md');
    const known = archiveCacheIn(caches, 'b', at).known(`${at}/people.md`, readFileSync(people, 'utf8'), {
      kind: 'people',
    });
    expect(known).toMatchObject({ path: `${at}/people.md`, kind: 'people' });
    expect(readdirSync(caches)).toHaveLength(1);
  });

  it.each<[string, (file: string) => void]>([
    ['half of it', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, statSync(file).size / 2))],
    ['nothing', (file) => writeFileSync(file, '')],
    ['other bytes', (file) => writeFileSync(file, Buffer.from([0, 255, 10, 9, 9, 200]))],
    ['broken lines', (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\t{"', '\t{{'))],
    ['lines without their ends', (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\t', ' '))],
  ])('unless %s is left of it', async (_, spoil) => {
    const [root, caches] = [copy(), folderOf({})];
    const fresh = await load(root, archiveCacheIn(caches, 'a', root));
    spoil(fileIn(caches));
    const again = await load(root, archiveCacheIn(caches, 'a', root));
    expect(again.loaded).toEqual(fresh.loaded);
    expect(again.read.length).toBeGreaterThan(0);
    expect((await load(root, archiveCacheIn(caches, 'a', root))).read).toEqual([]);
  });

  it('not where nobody may write, and not for a handful of documents', async () => {
    const [root, caches, few] = [copy(), folderOf({}), folderOf({ 'call.md': '# Minutes\n' })];
    chmodSync(caches, 0o500);
    const file = path.join(folderOf({ 'a file': '' }), 'a file');
    for (const folder of [caches, file]) {
      const cache = archiveCacheIn(path.join(folder, 'archives'), 'a', root);
      expect((await load(root, cache)).read.length).toBeGreaterThan(3);
    }
    chmodSync(caches, 0o700);
    await load(few, archiveCacheIn(caches, 'a', few));
    expect(readdirSync(caches).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
  });
});

describe('what is found is kept', () => {
  const call = '# Minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION: ask \n';
  const env = (caches: string): NodeJS.ProcessEnv => ({ ...process.env, XDG_CACHE_HOME: caches });

  it('and is what is found anew, whatever has changed meanwhile', () => {
    const [cwd, caches] = [copy(), folderOf({})];
    writeFileSync(path.join(cwd, 'call.md'), call);
    const both = (...args: string[]): void => {
      const run = (...more: string[]) => xenNotes(['check', ...args, ...more], { cwd, env: env(caches) });
      const anew = run('--no-cache');
      expect(run()).toEqual(anew);
      expect(run()).toEqual(anew);
    };
    both();
    both('--mode', 'post', '--format', 'json');
    both('call.md', '--format', 'sarif');
    both('--rule', 'action-no-owner=error');
    writeFileSync(path.join(cwd, 'call.md'), call.replace('Jan Beulich', 'Jan Beulihc'));
    both();
    writeFileSync(path.join(cwd, 'people.md'), '# People\n\n## Jan Beulihc\n');
    both();
    writeFileSync(path.join(cwd, '.xen-notes.json'), '{ "rules": { "action-no-owner": "off" } }');
    both();
    both('--fix');
    both();
  });
});
