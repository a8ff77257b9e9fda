import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFacts, ReadOptions } from '../analysis.js';
import { loadArchive, type KnownFacts } from './loadArchive.js';
import { nodeFiles } from './nodeFiles.js';
import { textHash } from './textHash.js';

/** A document that ships, and what it says. */
interface Shipped {
  /** Of the file alone: facts depend on nothing else of a path. */
  readonly name: string;
  readonly kind?: ReadOptions['kind'];
  readonly length: number;
  /** Of the text. */
  readonly hash: string;
  readonly facts: Omit<DocumentFacts, 'path'>;
}

/** What the documents of a folder say, as it is kept beside the bundles: nobody has to read them anew at each start. */
export async function writeShipped(folder: string): Promise<string> {
  const shipped: Shipped[] = [];
  await loadArchive(folder, {
    files: nodeFiles,
    onText(file, text, document) {
      if (!document) return;
      const { path: _, ...facts } = document.facts;
      const { kind } = document.options;
      const name = path.basename(file);
      shipped.push({ name, ...(kind && { kind }), length: text.length, hash: textHash(text), facts });
    },
  });
  return JSON.stringify(shipped);
}

/** The facts of a file that {@link writeShipped} made, for the very texts they were read from; none where it cannot be read. */
export function shippedIn(file: string): KnownFacts {
  let all: readonly Shipped[] | undefined;
  return (at, text, { kind }) => {
    all ??= readShipped(file);
    const known = all.filter(({ length }) => length === text.length);
    if (known.length === 0) return undefined;
    const [name, hash] = [at.replace(/^.*[\\/]/, ''), textHash(text)];
    const same = known.find((each) => each.hash === hash && each.name === name && each.kind === kind);
    return same && { path: at, ...same.facts };
  };
}

/** The facts that were made when the bundles were. */
export const shippedFacts = shippedIn(path.join(__dirname, 'corpus.json'));

function readShipped(file: string): readonly Shipped[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Shipped[];
  } catch {
    return [];
  }
}
