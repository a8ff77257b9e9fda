import path from 'node:path';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { FileProblem, Files } from '../analysis.js';
import { openArchiveCache } from '../host/archiveCache.js';
import { configNow, configuredRoot } from '../host/archiveRoot.js';
import { composeMail } from '../host/composeMail.js';
import { createDiskWatch } from '../host/diskWatch.js';
import { gitUser } from '../host/git.js';
import { historyOf, textAt } from '../host/history.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { ruleUrl } from '../host/rulePages.js';
import { shippedFacts } from '../host/shippedFacts.js';
import { readLanguage } from '../host/texts.js';
import { say } from '../analysis.js';
import { initialCorpus, readsFiles } from './client.js';
import { clientFiles } from './clientFiles.js';
import type { Configurations, Machine } from './machine.js';
import { toldConfigurations } from './toldConfigurations.js';
import { fileOf, folderOf, pathOfFile } from './uris.js';

/** A machine with a disk. What is elsewhere is asked for from a client that can read it. */
export function nodeMachine(connection: Connection, { initializationOptions }: InitializeParams): Machine {
  return {
    files: filesHere(readsFiles(initializationOptions) ? clientFiles(connection) : notHere),
    configurations: configurationsHere(toldConfigurations(initializationOptions)),
    corpus: pathOfFile(initialCorpus(initializationOptions) ?? path.join(__dirname, '..', 'corpus')),
    known: shippedFacts,
    cacheOf: openArchiveCache,
    watch: createDiskWatch,
    ruleUrl,
    async writer(folder) {
      const file = fileOf(folder);
      return file === undefined ? undefined : gitUser(file);
    },
    history: {
      of: (document) => inRepository(document, historyOf),
      textAt: (document, revision) => inRepository(document, (file) => textAt(file, revision)),
    },
    composeMail,
    language: readLanguage,
  };
}

/** What git says of a file of this machine. */
function inRepository<Answer>(
  document: string,
  ask: (file: string) => Promise<Answer>,
): Promise<Answer | { readonly problem: string }> {
  const file = fileOf(document);
  return file === undefined
    ? Promise.resolve({ problem: say`the page is not on this machine, where git runs; compare with a file` })
    : ask(file);
}

/** The files of this machine by URI, and those of other schemes from somewhere else. */
function filesHere(elsewhere: Files): Files {
  return {
    ...(elsewhere.ahead !== undefined && { ahead: elsewhere.ahead }),
    async list(folder) {
      const file = fileOf(folder);
      if (file === undefined) return elsewhere.list(folder);
      const { paths, problems } = await nodeFiles.list(file);
      return { paths: paths.map(pathOfFile), problems: problems.map(byUri) };
    },
    async read(at) {
      const file = fileOf(at);
      if (file === undefined) return elsewhere.read(at);
      const read = await nodeFiles.read(file);
      return 'problem' in read ? { problem: byUri(read.problem) } : read;
    },
  };
}

/** Files of other schemes where the client does not read them: their documents are known while they are open. */
const notHere: Files = {
  list: () => Promise.resolve({ paths: [], problems: [] }),
  read: (at) =>
    Promise.resolve({ problem: { path: at, message: say`is not on this machine; open it to have it read` } }),
};

function byUri(problem: FileProblem): FileProblem {
  return { ...problem, path: pathOfFile(problem.path) };
}

/** Configurations as the command line finds them, and elsewhere as the client tells. */
function configurationsHere(told: Configurations): Configurations {
  return {
    around(document) {
      const file = fileOf(document);
      if (file === undefined) return told.around(document);
      const found = configuredRoot(path.dirname(file));
      return found === undefined ? undefined : folderOf(pathOfFile(found));
    },
    in(folder) {
      const file = fileOf(folder);
      return file === undefined ? told.in(folder) : configNow(file);
    },
    forget: told.forget,
  };
}
