import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';

/** Where the extension runs: on a machine with Node, or in a browser. */
export interface Machine {
  /** A client of the language server, which runs once the client is started. */
  connect(wanted: Wanted): Promise<Connected>;
  shipped(context: vscode.ExtensionContext): Shipped;
  /** Whether the server reads files of a scheme by itself. */
  readsItself(scheme: string): boolean;
  registerTasks(context: vscode.ExtensionContext): vscode.Disposable;
  /** What a report of a problem tells of it. */
  readonly system: string;
  /** Whoever tries the extension from its sources is shown around; see `npm start`. */
  readonly isShownAround: boolean;
}

export interface Wanted {
  readonly context: vscode.ExtensionContext;
  readonly options: LanguageClientOptions;
  readonly output: vscode.LogOutputChannel;
}

/** The archive that ships with the extension. */
export interface Shipped {
  /** As the server is told it. */
  readonly folder: string;
  /** What is in it where the server asks for that, as a folder on a web server cannot be listed. */
  readonly uris: readonly string[];
}

export interface Connected {
  readonly client: BaseLanguageClient;
  /** The library's own names, as the library is loaded no earlier than this. */
  readonly states: typeof State;
}

export const clientId = 'xenNotes';
export const clientName = 'Xen Session Notes';
