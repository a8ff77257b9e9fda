import { access } from 'node:fs/promises';
import path from 'node:path';
import { acceptedByPath, type Accepted, type Baseline, type FileProblem, say } from '../analysis.js';
import { loadBaseline } from '../host/loadBaseline.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { baseOf } from './names.js';
import { shownPath, type Selected } from './selection.js';

export interface BaselineOptions {
  /** `--baseline FILE`; else each archive's configuration names its own. `false` leaves those out of account. */
  readonly baseline?: string | false;
  readonly updateBaseline?: boolean;
}

/** A file of accepted findings, read. */
export interface BaselineFile {
  /** Absolute. */
  readonly file: string;
  /** The folder that its paths are from. */
  readonly base: string;
  readonly baseline: Baseline;
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** Why it was read as if it were empty; a file that is there and cannot be used is never written over. */
  readonly problem?: FileProblem;
}

export type HeldArchive = Pick<Selected, 'loaded' | 'documents'>;

/** Reads the baselines that archives are held to; a refusal is why they cannot be. */
export async function readBaselines<Each extends HeldArchive>(
  archives: readonly Each[],
  options: BaselineOptions,
): Promise<{ readonly files: ReadonlyMap<Each, BaselineFile> } | { readonly refusal: string }> {
  const files = new Map<Each, BaselineFile>();
  const known = new Map<string, BaselineFile>();
  for (const each of archives) {
    const file = fileFor(each, options);
    if (file === undefined) {
      if (options.updateBaseline && hasKind(each)) return { refusal: nowhere() };
      continue;
    }
    const read = known.get(file) ?? (await readFile(file, baseOf(each.loaded), options));
    if (read.base !== baseOf(each.loaded)) {
      const refusal = say`${shownPath(file)} is the baseline of one archive, and several were asked for; name one of them, or set "baseline" in the .xen-notes.json of each`;
      return { refusal };
    }
    known.set(file, read);
    files.set(each, read);
  }
  const isLost = options.updateBaseline && options.baseline === undefined && files.size === 0;
  return isLost ? { refusal: nowhere() } : { files };
}

const nowhere = (): string =>
  say`--update-baseline needs a file; name it with --baseline, or as "baseline" in .xen-notes.json`;

function fileFor(archive: HeldArchive, { baseline }: BaselineOptions): string | undefined {
  const { root, config } = archive.loaded;
  if (baseline === false) return undefined;
  if (baseline === undefined) {
    return config.baseline === undefined ? undefined : path.resolve(root, config.baseline.replace(/\\/g, '/'));
  }
  // A folder around the archive proper is an archive too, of documents that are not checked.
  return hasKind(archive) ? path.resolve(baseline) : undefined;
}

function hasKind({ documents }: HeldArchive): boolean {
  return documents.some(({ kind }) => kind !== undefined);
}

async function readFile(file: string, base: string, { updateBaseline }: BaselineOptions): Promise<BaselineFile> {
  const none = { file, base, baseline: [], accepted: new Map<string, Accepted>() };
  if (!(await isThere(file))) {
    const message = say`is not there; make it with --update-baseline, or leave the baseline out`;
    return updateBaseline ? none : { ...none, problem: { path: file, message } };
  }
  const read = await loadBaseline(file, nodeFiles);
  if ('problem' in read) return { ...none, problem: read.problem };
  return { ...none, baseline: read.baseline, accepted: acceptedByPath(read.baseline) };
}

export async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
