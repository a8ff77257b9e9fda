import { FileChangeType, TextDocumentSaveReason } from 'vscode-languageserver';
import { publish } from '../diagnosticsPush.js';
import { found } from '../findings.js';
import type { ConfigChange } from '../openConfigs.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';
import { showNow } from './cursor.js';
import { takeChanges } from './files.js';

/** Keeps the open documents in step with the editor. */
export function registerTextSync(session: Session, forget: (uri: string) => void): void {
  const { connection, configs, documents, settings, workspace, writing } = session;
  const taken = (open: OpenDocument): void => {
    workspace.documentChanged(open.document);
    if (!session.client.pullsDiagnostics) void publish(session, open);
  };
  /** Whether it was a configuration; what it says holds at once. */
  const configured = (uri: string, change: ConfigChange): boolean => {
    if (change === 'other') workspace.rescan([pathOf(uri)]);
    return change !== 'none';
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (configured(uri, configs.open(uri, version, text))) return;
    workspace.documentOpens(pathOf(uri));
    showNow(session, writing.forget(pathOf(uri)));
    taken(documents.open(uri, version, text, workspace.optionsFor(pathOf(uri))));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (configured(uri, configs.change(uri, version, contentChanges))) return;
    const changed = documents.change(uri, version, contentChanges);
    if (!changed) return;
    const options = settings.known(uri);
    const waited = writing.edited(changed.edit, () => options && found(session, changed.edit.before, options));
    taken(changed.after);
    showNow(session, waited);
  });
  registerSave(session);
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (configured(uri, configs.close(uri))) return;
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
  const { connection, configs, workspace, writing } = session;
  const byItself = new Set<string>();
  connection.onWillSaveTextDocument(({ textDocument: { uri }, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) byItself.add(pathOf(uri));
    else byItself.delete(pathOf(uri));
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    workspace.documentSaved(pathOf(uri));
    configs.save(uri);
    // Not each client watches files, and who saves one that is not open here knows of it alone.
    if (!session.documents.get(uri)) takeChanges(session, [{ uri, type: FileChangeType.Changed }]);
    if (!byItself.delete(pathOf(uri))) showNow(session, writing.done(pathOf(uri)));
  });
}
