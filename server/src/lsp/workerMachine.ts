import type { Connection, InitializeParams } from 'vscode-languageserver';
import { ruleAddress } from '../analysis.js';
import { initialCorpus } from './client.js';
import { clientFiles } from './clientFiles.js';
import type { Machine } from './machine.js';
import { toldConfigurations } from './toldConfigurations.js';
import { pathOf } from './uris.js';

/** A browser: all files are the client's, nothing is kept, and nobody knows who writes. */
export function workerMachine(connection: Connection, { initializationOptions }: InitializeParams): Machine {
  return {
    files: clientFiles(connection),
    configurations: toldConfigurations(initializationOptions),
    corpus: pathOf(initialCorpus(initializationOptions) ?? ''),
    cacheOf: () => undefined,
    watch: () => ({ watch: () => Promise.resolve(), dispose: () => undefined }),
    ruleUrl: ruleAddress,
    writer: () => Promise.resolve(undefined),
    language: () => undefined,
  };
}
