import * as vscode from 'vscode';
import type { ArchiveView } from '../../server/src/lsp/protocol.js';
import { setContext } from './config.js';
import type { Server } from './server.js';

export type ArchiveState = 'idle' | 'indexing' | 'ready' | 'empty' | 'failed';

/** What the views show: the last answer of the server, asked for anew whenever it says that something has changed. */
export interface Archive extends vscode.Disposable {
  readonly view: ArchiveView | undefined;
  readonly state: ArchiveState;
  readonly onDidChange: vscode.Event<void>;
}

export function createArchive(server: Server): Archive {
  const changed = new vscode.EventEmitter<void>();
  let view: ArchiveView | undefined;
  let asking = false;
  let askAgain = false;

  function state(): ArchiveState {
    if (server.state === 'idle' || server.state === 'failed') return server.state;
    if (!view?.ready) return 'indexing';
    return view.documents > 0 ? 'ready' : 'empty';
  }

  function publish(): void {
    setContext('state', state());
    changed.fire();
  }

  /** One request at a time: what changes while it is under way is asked for after it. */
  async function ask(): Promise<void> {
    askAgain = asking;
    if (asking) return;
    asking = true;
    try {
      view = await server.archive();
    } catch {
      // The server ended while it was asked; its state tells, and the next one is asked again.
    } finally {
      asking = false;
    }
    publish();
    if (askAgain) await ask();
  }

  const listening = [
    server.onDidChangeArchive(() => void ask()),
    server.onDidChangeState(() => {
      if (server.state !== 'running') view = undefined;
      publish();
      if (server.state === 'running') void ask();
    }),
  ];
  publish();
  return {
    get view() {
      return view;
    },
    get state() {
      return state();
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...listening, changed).dispose(),
  };
}
