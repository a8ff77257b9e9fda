import { FileChangeType, type CancellationToken, type FileEvent } from 'vscode-languageserver';
import {
  Archive,
  readDocument,
  type Accepted,
  type Document,
  type DocumentFacts,
  type FileProblem,
  type Files,
  type ReadOptions,
} from '../analysis.js';
import { configName, isWanted } from '../host/documentFiles.js';
import { turns } from '../host/turns.js';
import { Homes } from './homes.js';
import { knowledge } from './knowledge.js';
import type { Machine } from './machine.js';
import { LooseArchives } from './looseArchives.js';
import type { OpenDocuments } from './openDocuments.js';
import { acceptedIn, nextGeneration, optionsIn, replace, scanFolder, type Root, type ScanOptions } from './roots.js';
import { createSignal } from './signal.js';
import { isBelow, pathOf } from './uris.js';

export interface WorkspaceHost {
  readonly files: Files;
  readonly documents: OpenDocuments;
  readonly machine: Pick<Machine, 'corpus' | 'known' | 'cacheOf' | 'configurations'>;
  /** Shows how far the reading of a folder is, until its end is told. */
  progress(): Promise<{ report(done: number, total: number): void; done(): void }>;
  /** What could not be read, after each reading of a folder. */
  problems(folder: string, problems: readonly FileProblem[]): void;
  /** Watches the folders that are read and the baselines of the archives, in place of those before. */
  watch(places: readonly string[], baselines: readonly string[]): Promise<void> | void;
  /** Called after an archive has changed; `path` is the one document that did, absent when it may be any. */
  changed(path?: string): void;
  /** Called when findings of files that are not open may be others. */
  unopened(): void;
  log(message: string): void;
}

/** What is known of a document whose archive nobody has read. */
const unread = Archive.of([]);

/**
 * The archives of the opened folders, and those that open documents are in, kept in step with the disk and with what is open. Paths
 * are URIs as `pathOf` has them.
 */
export class Workspace {
  private readonly homes: Homes;
  private readonly loose = new LooseArchives();
  private readonly stopped = new AbortController();
  private readonly arrived = createSignal();
  private fallback: Archive | undefined;
  /** The shipped archive alone, for documents that are in none. */
  private alone = unread;
  private jobs: Promise<void> = Promise.resolve();
  private started = false;
  private kept: Promise<unknown> = Promise.resolve();
  /** Folders whose reading anew has been asked for. */
  private readonly waiting = new Set<string>();
  /** What documents said that were changed since, as files that are not open rely on it. */
  private readonly relied = new Map<string, DocumentFacts | undefined>();
  /** Archives in which such files were looked at while something was not saved. */
  private readonly early = new Set<string>();

  constructor(private readonly host: WorkspaceHost) {
    this.homes = new Homes(host.machine.configurations);
  }

  /** Whether every folder has been read once. */
  get ready(): boolean {
    return this.started;
  }

  /** Whether all is known that a document's archive says: what ships has been read, and the folders the document is in. */
  settled(path: string): boolean {
    return this.fallback !== undefined && this.homes.isRead(path);
  }

  /** Resolves when a document's archive is known, or when nobody wants to know any more. */
  async settle(path: string, token: CancellationToken): Promise<void> {
    while (!this.settled(path) && !token.isCancellationRequested) await this.arrived.after(this.arrived.count, token);
  }

  /** Resolves when all that has been asked for so far has been read. */
  read(): Promise<void> {
    return this.jobs;
  }

  /** The archives that a configuration makes archives, with what is known of each. */
  configured(): readonly Root[] {
    return this.homes.roots.filter((root) => root.configured);
  }

  /** Whether a document belongs to an archive that a configuration makes one, and is in an opened folder. */
  isConfigured(path: string): boolean {
    return this.isOpened(path) && this.homes.rootFor(path)?.configured === true;
  }

  /** Whether a path is in an opened folder. */
  isOpened(path: string): boolean {
    return this.homes.isOpened(path);
  }

  /** Archives of the opened folders; where none is open, of the open documents. */
  archives(): Archive[] {
    return this.homes.shown.map((root) => root.archive);
  }

  /** The archive a document belongs to; one that no archive lists is looked at with what is around it. */
  archiveOf({ facts }: Document): Archive {
    const { path } = facts;
    if (!this.settled(path)) return this.loose.of(facts, this.homes.earlyRoot(path)?.archive ?? unread);
    return (
      this.homes.rootFor(path)?.archive ?? this.loose.of(facts, this.homes.rootAround(path)?.archive ?? this.alone)
    );
  }

  /** Facts of a document of any archive, the shipped one included. */
  facts(path: string): DocumentFacts | undefined {
    const own = this.homes.rootFor(path)?.archive.documents.get(path) ?? this.host.documents.get(path)?.document.facts;
    return own ?? this.fallback?.documents.get(path);
  }

  /** What the archive of a path knows of the document there beside its text. */
  optionsFor(path: string): ReadOptions {
    return optionsIn(this.settled(path) ? this.homes.rootAround(path) : this.homes.earlyRoot(path), path);
  }

  /** The findings that the archive of a document lives with. */
  acceptedIn(path: string): Accepted | undefined {
    return acceptedIn(this.homes.rootAround(path), path);
  }

  /** Whether it cannot be told yet which findings the archive of a document lives with. */
  awaitsBaseline(path: string): boolean {
    return !this.settled(path) && this.homes.earlyRoot(path)?.config.baseline !== undefined;
  }

  /** The archive that a path belongs to, else the first one. */
  rootAt(path: string | undefined): Root | undefined {
    return (path === undefined ? undefined : this.homes.rootFor(path)) ?? this.homes.shown[0];
  }

  /** Folder of the archive a document belongs to; `undefined` outside all folders. */
  archiveFolder(path: string): string | undefined {
    return this.homes.rootAround(path)?.path;
  }

  /** Begins to read the folders; returns at once. */
  start(folders: readonly string[]): void {
    this.enqueue(() => this.loadFallback());
    this.changeFolders(folders, []);
    this.enqueue(() => {
      this.started = true;
      this.changed();
      return Promise.resolve();
    });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.homes.changeFolders(added, removed);
    this.plan();
  }

  /** Takes in what has changed on disk. */
  changeFiles(events: readonly FileEvent[]): void {
    for (const { uri, type } of events)
      if (type === FileChangeType.Deleted) this.host.machine.configurations.forget(pathOf(uri));
    const { roots } = this.homes;
    const baselines = new Set(this.baselines());
    const isOurs = (path: string): boolean => isWanted(path.slice(path.lastIndexOf('/') + 1)) || baselines.has(path);
    // A path that is gone may have been a folder.
    const ours = events.filter(({ uri, type }) => type === FileChangeType.Deleted || isOurs(pathOf(uri)));
    const changed = new Set(ours.map(({ uri }) => pathOf(uri)));
    const configs = [...changed].filter(
      (path) =>
        path.endsWith(`/${configName}`) ||
        baselines.has(path) ||
        roots.some((root) => root.path === path || isBelow(path, root.path)),
    );
    const held = roots.filter(({ baseline }) => baseline && changed.has(baseline.path)).map((root) => root.path);
    if (configs.length > 0) this.rescan([...configs, ...held]);
    for (const path of configs) changed.delete(path);
    if (changed.size > 0) this.enqueue(() => this.rereadAll(changed));
  }

  /** Reads the folders again that hold one of the paths, or stand below one. */
  rescan(paths: readonly string[]): void {
    const before = this.homes.places;
    this.homes.lookAgain();
    this.plan();
    const touched = before.filter((folder) =>
      paths.some((path) => folder === path || isBelow(folder, path) || isBelow(path, folder)),
    );
    for (const folder of touched) {
      // One that waits for its turn will see what has changed meanwhile.
      if (this.waiting.has(folder)) continue;
      this.waiting.add(folder);
      this.enqueue(() => this.scan(folder));
    }
  }

  /** Finds the archive of a document that is about to be opened. */
  documentOpens(path: string): void {
    this.homes.documentOpens(path);
    this.plan();
  }

  documentChanged({ facts }: Document): void {
    const root = this.homes.rootFor(facts.path);
    if (root) {
      if (!this.relied.has(facts.path)) this.relied.set(facts.path, root.archive.documents.get(facts.path));
      replace(root, [facts], []);
    }
    this.host.changed(facts.path);
  }

  /** Files that are not open are held against what has been saved: nobody wants them looked at with every keystroke. */
  documentSaved(path: string): void {
    const root = this.homes.rootFor(path);
    if (root && this.renew(root, path)) this.host.unopened();
  }

  /** Takes note that findings of files that are not open are looked for in an archive as it is now. */
  unopenedLookedAt(root: Root): void {
    if (this.relied.size > 0) this.early.add(root.path);
  }

  documentClosed(path: string): void {
    this.loose.forget(path);
    this.homes.documentCloses(path);
    this.plan();
    if (this.homes.rootFor(path)) this.enqueue(() => this.rereadAll([path]));
    this.host.unopened();
  }

  /** Resolves when what was read is kept for the next start. */
  async dispose(): Promise<void> {
    this.stopped.abort();
    await this.kept;
  }

  private get reading(): Pick<ScanOptions, 'known' | 'cacheOf'> {
    const { known, cacheOf } = this.host.machine;
    return { known, cacheOf };
  }

  private baselines(): string[] {
    return this.homes.roots.flatMap(({ baseline }) => baseline?.path ?? []);
  }

  /** Begins to read what has come to be needed, and forgets what is not any more. */
  private plan(): void {
    const { added, dropped } = this.homes.plan();
    if (dropped.length > 0) this.changed();
    // What changes after it was read has to be noticed, so watching comes first.
    this.enqueue(async () => this.host.watch(this.homes.places, this.baselines()));
    for (const folder of added) this.enqueue(() => this.scan(folder));
  }

  /** Jobs read the disk one after the other; when one fails, that is told and the next one runs. */
  private enqueue(job: () => Promise<void>): void {
    this.jobs = this.jobs
      .then(() => (this.stopped.signal.aborted ? undefined : job()))
      .catch((error: unknown) => this.host.log(String(error)));
  }

  private async loadFallback(): Promise<void> {
    const quiet = {
      files: this.host.files,
      ...this.reading,
      fallback: undefined,
      signal: this.stopped.signal,
      onProgress: () => undefined,
    };
    this.fallback = (await scanFolder(this.host.machine.corpus, quiet)).roots[0]?.archive ?? Archive.of([]);
    this.alone = Archive.of([], undefined, this.fallback);
    this.arrived.fire();
    this.changed();
  }

  private async scan(folder: string): Promise<void> {
    this.waiting.delete(folder);
    if (!this.homes.has(folder)) return;
    const progress = await this.host.progress();
    try {
      const { roots, problems, kept } = await scanFolder(folder, {
        files: this.host.files,
        ...this.reading,
        signal: this.stopped.signal,
        fallback: folder === this.host.machine.corpus ? undefined : this.fallback,
        onProgress: progress.report,
      });
      this.kept = Promise.all([this.kept, kept]);
      // It may have been closed meanwhile.
      if (!this.homes.has(folder)) return;
      this.homes.scanned(folder, roots);
      for (const { document } of this.host.documents.all())
        if (isBelow(folder, document.path)) this.adopt(document.path);
      this.host.problems(folder, problems);
    } finally {
      this.homes.scanned(folder);
      progress.done();
      this.plan();
      this.arrived.fire();
    }
    this.changed();
  }

  /** An open document's text wins over the disk's; it is read as its archive says. */
  private adopt(path: string): void {
    const root = this.homes.rootFor(path);
    const open = this.host.documents.readAs(path, this.optionsFor(path));
    if (root && open) replace(root, [open.document.facts], []);
  }

  /**
   * A file that cannot be read any more is as good as deleted; the path of a folder stands for what was below it. Others get their
   * turn meanwhile: a checkout changes thousands.
   */
  private async rereadAll(paths: Iterable<string>): Promise<void> {
    const found: DocumentFacts[] = [];
    const gone = new Set<string>();
    const breathe = turns();
    for (const path of paths) {
      const read = await this.host.files.read(path);
      await breathe();
      if (this.host.documents.get(path)) continue;
      if ('text' in read) found.push(readDocument(path, read.text, this.optionsFor(path)).facts);
      else gone.add(path);
    }
    for (const root of this.homes.roots) await this.takeIn(root, found, gone, breathe);
    if (found.length + gone.size > 0) this.changed();
  }

  private async takeIn(
    root: Root,
    found: readonly DocumentFacts[],
    gone: ReadonlySet<string>,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const removed = [...root.archive.documents.keys()].filter(
      (path) => isIn(gone, path) && !this.host.documents.get(path),
    );
    // Some may have been opened while others were read.
    const own = found.filter(({ path }) => this.homes.rootFor(path) === root && !this.host.documents.get(path));
    const paths = [...removed, ...own.map((facts) => facts.path)];
    for (const path of paths) if (!this.relied.has(path)) this.relied.set(path, root.archive.documents.get(path));
    replace(root, own, removed);
    for (const path of paths) {
      this.renew(root, path);
      await breathe();
    }
  }

  /** Any document of any archive may be another. */
  private changed(): void {
    this.host.changed();
    this.host.unopened();
  }

  /** Takes note of what others rely on in a document; whether that is another than it was. */
  private renew(root: Root, path: string): boolean {
    const before = this.relied.get(path);
    const known = this.relied.delete(path);
    const isOther =
      known && (this.early.has(root.path) || knowledge(before) !== knowledge(root.archive.documents.get(path)));
    if (!isOther) return false;
    root.generation = nextGeneration();
    this.early.delete(root.path);
    return true;
  }
}

/** Whether a path is among some, or below one of them. */
function isIn(paths: ReadonlySet<string>, path: string): boolean {
  if (paths.size === 0) return false;
  for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) if (paths.has(path.slice(0, at))) return true;
  return false;
}
