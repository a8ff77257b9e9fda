import * as vscode from 'vscode';
import { setContext } from './config.js';
import type { Server } from './server.js';

/** What works in documents of our kinds only; told whenever another document is edited. */
interface Follower {
  use(isOurs: boolean): void;
}

/** Keeps the `when` clauses of package.json told whether the document that is being edited is of our kinds. */
export function followDocuments(server: Server, followers: readonly Follower[]): vscode.Disposable {
  const ours = new Set<string>();
  const told = new Map<string, boolean>();
  let shown: string | undefined;
  const tell = (key: string, value: boolean): void => {
    if (told.get(key) !== value) setContext(key, value);
    told.set(key, value);
  };
  const publish = (): void => {
    const active = vscode.window.activeTextEditor?.document;
    const isOurs = active !== undefined && ours.has(active.uri.toString());
    if (told.get('isDocument') !== isOurs || active?.uri.toString() !== shown)
      for (const follower of followers) follower.use(isOurs);
    shown = active?.uri.toString();
    tell('isDocument', isOurs);
    // A title that is being typed is offered whole documents, which Enter must not put in its place either.
    tell('guardsEnter', isOurs || (server.state === 'running' && active !== undefined && isBegun(active)));
  };
  return vscode.Disposable.from(
    server.onDidChangeKind(({ uri, kind }) => {
      const resource = vscode.Uri.parse(uri).toString();
      if (kind === null) ours.delete(resource);
      else ours.add(resource);
      publish();
    }),
    vscode.window.onDidChangeActiveTextEditor(publish),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) publish();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void ours.delete(uri.toString())),
    server.onDidChangeState(() => {
      if (server.state !== 'running') ours.clear();
      publish();
    }),
  );
}

/** Whether a document is Markdown with no more than a title in it. */
function isBegun({ languageId, lineCount }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && lineCount <= 2;
}
