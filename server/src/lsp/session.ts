import type { Connection } from 'vscode-languageserver';
import type { FeatureContext } from '../analysis.js';
import type { Client } from './client.js';
import type { Machine } from './machine.js';
import type { OpenConfigs } from './openConfigs.js';
import type { OpenDocument, OpenDocuments } from './openDocuments.js';
import type { Settings } from './settings.js';
import type { Signal } from './signal.js';
import type { Workspace } from './workspace.js';
import type { WritingState } from './writing.js';

/** What the handlers work with: all the server knows, from its initialisation on. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly configs: OpenConfigs;
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly machine: Machine;
  readonly writing: WritingState;
  /** Fires when findings may be others that the client does not ask for document by document. */
  readonly unopened: Signal;
}

/** The core's view of an open document as it is now. */
export function contextOf({ workspace }: Session, { document }: OpenDocument): FeatureContext {
  return { document, archive: workspace.archiveOf(document) };
}
