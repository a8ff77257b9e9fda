import type { InitializeParams, Connection } from 'vscode-languageserver';
import type { Config, Files, Language, OutgoingMail } from '../analysis.js';
import type { ArchiveCache } from '../host/archiveCache.js';
import type { DiskWatch, DiskWatchOptions } from '../host/diskWatch.js';
import type { historyOf, textAt } from '../host/history.js';
import type { KnownFacts } from '../host/loadArchive.js';

/**
 * Where the server runs: all it has of a machine with a disk, or of a browser without one, is behind this one seam. Paths are URIs as
 * `pathOf` has them.
 */
export interface Machine {
  readonly files: Files;
  readonly configurations: Configurations;
  /** Folder of the archive that ships with the product. */
  readonly corpus: string;
  /** What texts say that ship with the product; absent where they are read anew. */
  readonly known?: KnownFacts;
  /** What is kept of the archive of a folder from one start to the next; `undefined` where nothing is. */
  cacheOf(folder: string): ArchiveCache | undefined;
  /** Watches what the client does not. */
  watch(options: DiskWatchOptions): DiskWatch;
  /** Address of a rule's page. */
  ruleUrl(rule: string): string;
  /** Who writes in a folder, as far as the machine knows. */
  writer(folder: string): Promise<string | undefined>;
  /** What git keeps of a document; absent where no git runs. */
  readonly history?: {
    readonly of: typeof historyOf;
    readonly textAt: typeof textAt;
  };
  /** A language by its name; `undefined` where it is English, or the machine has no texts in it. */
  language(named: string | undefined): Language | undefined;
  /** The file of a mail; absent where none can be made. */
  readonly composeMail?: (mail: OutgoingMail) => Promise<string>;
}

/** Configurations of archives, which have to be known at once: what a document is looked at with depends on them. */
export interface Configurations {
  /** The folder of the archive that a document is in; `undefined` where no configuration is around it. */
  around(document: string): string | undefined;
  /** What the configuration in a folder says; where it says nothing, it is as if it were empty. */
  in(folder: string): Config;
  /** Takes note of a file or folder that is gone. */
  forget(path: string): void;
}

/** Makes what a server has of its machine, for a client that says hello. */
export type MachineFor = (connection: Connection, params: InitializeParams) => Machine;
