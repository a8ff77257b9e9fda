import * as vscode from 'vscode';
import { setContext } from './config.js';
import type { Server } from './server.js';

/** Keeps the `when` clauses of package.json told whether the document that is being edited is of our kinds. */
export function followDocuments(server: Server): vscode.Disposable {
  const ours = new Set<string>();
  const publish = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    setContext('isDocument', active !== undefined && ours.has(active));
  };
  return vscode.Disposable.from(
    server.onDidChangeKind(({ uri, kind }) => {
      const resource = vscode.Uri.parse(uri).toString();
      if (kind === null) ours.delete(resource);
      else ours.add(resource);
      publish();
    }),
    vscode.window.onDidChangeActiveTextEditor(publish),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void ours.delete(uri.toString())),
    server.onDidChangeState(() => {
      if (server.state !== 'running') ours.clear();
      publish();
    }),
  );
}
