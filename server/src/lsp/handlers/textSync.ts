import { publish } from '../diagnosticsPush.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';

/** Keeps the open documents in step with the editor. */
export function registerTextSync(session: Session, forget: (uri: string) => void): void {
  const { connection, configs, documents, workspace } = session;
  const taken = (open: OpenDocument): void => {
    workspace.documentChanged(open.document);
    if (!session.client.pullsDiagnostics) void publish(session, open);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (configs.open(uri, version, text)) return;
    taken(documents.open(uri, version, text, workspace.optionsFor(pathOf(uri))));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (configs.change(uri, version, contentChanges)) return;
    const open = documents.change(uri, version, contentChanges);
    if (open) taken(open);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (configs.close(uri)) return;
    documents.close(uri);
    session.settings.forget(uri);
    forget(uri);
    workspace.documentClosed(pathOf(uri));
    if (!session.client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
