import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, DocumentFacts, ReadOptions } from '../analysis.js';
import { cacheFolder } from './cacheFolder.js';
import { relativePath, type KnownFacts } from './loadArchive.js';
import { textHash } from './textHash.js';
import { turns } from './turns.js';
import { writeFile } from './writeFile.js';

/** What the documents of an archive say, kept from one start to the next by their very texts. Nothing depends on it. */
export interface ArchiveCache {
  /** The facts of a text that was read before. */
  readonly known: KnownFacts;
  /** Keeps what a text was read to say. */
  keep(path: string, text: string, options: ReadOptions, facts: DocumentFacts): void;
  /** A name for what all documents seen so far are, and for what else findings depend on. */
  state(...more: readonly unknown[]): string;
  /** What was found in a document while all was as `state` names it. */
  found(path: string, state: string): readonly Diagnostic[] | undefined;
  keepFound(path: string, state: string, found: readonly Diagnostic[]): void;
  /** Writes what was seen since the cache was opened, unless it is what stands there. */
  save(): Promise<void>;
}

/** One line of the file: parts are parsed when they are asked for, and written again as they are when they hold. */
interface Entry {
  /** Of the archive's folder, with slashes. */
  readonly name: string;
  readonly kind: string;
  readonly hash: string;
  /** JSON, or what it is made from. */
  facts: string | DocumentFacts;
  found: string;
}

/** A smaller one is read as fast as its cache would be, and a larger one is not kept: in UTF-16 units. */
const minLength = 64 * 1024;
const maxLength = 256 * 1024 * 1024;
/** So many archives are remembered. */
const maxFiles = 64;

/**
 * The cache of the archive of a folder, be it a path or an address: both have the same. `undefined` where nothing can be kept:
 * the user has no folder for caches, or this is not a build. What another build wrote, what is cut off and what is no cache
 * counts as nothing.
 */
export function openArchiveCache(root: string): ArchiveCache | undefined {
  const folder = cacheFolder('archives');
  const build = buildId();
  return folder === undefined || build === undefined ? undefined : archiveCacheIn(folder, build, root);
}

/** The cache that a build has of an archive in a folder for caches. */
export function archiveCacheIn(folder: string, build: string, root: string): ArchiveCache {
  const place = placeOf(root);
  const file = path.join(folder, `${textHash(place).slice(0, 32)}.ndjson`);
  return cacheAt(file, JSON.stringify(['xen-notes archive', 1, build, place]), root);
}

function placeOf(root: string): string {
  try {
    return fileURLToPath(root);
  } catch {
    return root;
  }
}

function cacheAt(file: string, head: string, root: string): ArchiveCache {
  const before = readEntries(file, head);
  const seen = new Map<string, Entry>();
  let changed = false;
  const nameOf = (at: string): string => relativePath(root, at) ?? at;
  const entryOf = (at: string, text: string, options: ReadOptions): Entry => {
    const kind: string = options.kind ?? '';
    const name = nameOf(at);
    const hash = textHash(text);
    const last = before.get(name);
    const same = last?.hash === hash && last.kind === kind;
    const entry = same ? last : { name, kind, hash, facts: '', found: '' };
    if (!same) changed = true;
    seen.set(name, entry);
    return entry;
  };
  return {
    known(at, text, options) {
      const { facts } = entryOf(at, text, options);
      const said = typeof facts === 'string' ? parsed<Omit<DocumentFacts, 'path'>>(facts) : facts;
      return said && { ...said, path: at };
    },
    keep(at, text, options, facts) {
      const entry = seen.get(nameOf(at)) ?? entryOf(at, text, options);
      entry.facts = facts;
      changed = true;
    },
    state: (...more) =>
      textHash(JSON.stringify([[...seen.values()].map(({ name, kind, hash }) => [name, kind, hash]), more])),
    found(at, state) {
      const kept = parsed<{ readonly state: string; readonly found: readonly Diagnostic[] }>(
        seen.get(nameOf(at))?.found ?? '',
      );
      return kept?.state === state ? kept.found : undefined;
    },
    keepFound(at, state, found) {
      const entry = seen.get(nameOf(at));
      if (!entry) return;
      entry.found = JSON.stringify({ state, found });
      changed = true;
    },
    async save() {
      if (!changed && seen.size === before.size) return;
      changed = false;
      const lines = [head];
      const breathe = turns();
      for (const entry of seen.values()) {
        lines.push(lineOf(entry));
        await breathe();
      }
      await write(file, lines);
    },
  };
}

/** The four parts of an entry; tabs and line ends stand in JSON only escaped. */
function lineOf({ name, kind, hash, facts, found }: Entry): string {
  const said = typeof facts === 'string' ? facts : JSON.stringify({ ...facts, path: undefined });
  return [JSON.stringify([name, kind, hash]), said, found].join('\t');
}

function readEntries(file: string, head: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const lines = textOf(file).split('\n');
  if (lines[0] !== head) return entries;
  for (const line of lines.slice(1)) {
    const [key = '', facts = '', found] = line.split('\t');
    const [name, kind, hash] = parsed<readonly string[]>(key) ?? [];
    if (found === undefined || name === undefined || kind === undefined || hash === undefined) continue;
    entries.set(name, { name, kind, hash, facts, found });
  }
  return entries;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function parsed<Value>(json: string): Value | undefined {
  if (json === '') return undefined;
  try {
    return JSON.parse(json) as Value;
  } catch {
    return undefined;
  }
}

/** What cannot be written is read again next time. */
async function write(file: string, lines: readonly string[]): Promise<void> {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (length < minLength || length > maxLength) return;
  try {
    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const problem = await writeFile(file, `${lines.join('\n')}\n`);
    if (!problem) await forgetOldest(folder);
  } catch {
    // There is no room for it, or nobody may write here.
  }
}

/** Of many archives those that were read long ago are forgotten. */
async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'));
  if (names.length <= maxFiles) return;
  const files = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(path.join(folder, name))).mtimeMs })),
  );
  const oldest = files.sort((one, other) => one.time - other.time).slice(0, names.length - maxFiles);
  await Promise.all(oldest.map(({ name }) => rm(path.join(folder, name), { force: true })));
}

/** What this build reads and finds, another may read and find otherwise. */
function buildId(): string | undefined {
  return textOf(path.join(__dirname, 'build.id')).trim() || undefined;
}
