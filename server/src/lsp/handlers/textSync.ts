import { TextDocumentSaveReason } from 'vscode-languageserver';
import { publish } from '../diagnosticsPush.js';
import { found } from '../findings.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';
import { showNow } from './cursor.js';

/** Keeps the open documents in step with the editor. */
export function registerTextSync(session: Session, forget: (uri: string) => void): void {
  const { connection, configs, documents, settings, workspace, writing } = session;
  const taken = (open: OpenDocument): void => {
    workspace.documentChanged(open.document);
    if (!session.client.pullsDiagnostics) void publish(session, open);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (configs.open(uri, version, text)) return;
    workspace.documentOpens(pathOf(uri));
    showNow(session, writing.forget(pathOf(uri)));
    taken(documents.open(uri, version, text, workspace.optionsFor(pathOf(uri))));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (configs.change(uri, version, contentChanges)) return;
    const changed = documents.change(uri, version, contentChanges);
    if (!changed) return;
    const options = settings.known(uri);
    const waited = writing.edited(changed.edit, () => options && found(session, changed.edit.before, options));
    taken(changed.after);
    showNow(session, waited);
  });
  registerSave(session);
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (configs.close(uri)) return;
    documents.close(uri);
    settings.forget(uri);
    forget(uri);
    workspace.documentClosed(pathOf(uri));
    showNow(session, writing.forget(pathOf(uri)));
    if (!session.client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/** Somebody who saves wants to know; an editor that saves by itself, every second perhaps, has not been asked. */
function registerSave(session: Session): void {
  const { connection, workspace, writing } = session;
  const byItself = new Set<string>();
  connection.onWillSaveTextDocument(({ textDocument: { uri }, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) byItself.add(pathOf(uri));
    else byItself.delete(pathOf(uri));
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    workspace.documentSaved(pathOf(uri));
    if (!byItself.delete(pathOf(uri))) showNow(session, writing.done(pathOf(uri)));
  });
}
