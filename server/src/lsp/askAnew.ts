import { DiagnosticRefreshRequest } from 'vscode-languageserver';
import { publish } from './diagnosticsPush.js';
import type { OpenDocument } from './openDocuments.js';
import type { Session } from './session.js';

/** Has the findings of open documents shown anew, in the way the client gets them. */
export function askAnew(session: Session, documents: readonly OpenDocument[]): void {
  if (documents.length === 0) return;
  if (!session.client.pullsDiagnostics) for (const open of documents) void publish(session, open);
  else if (session.client.refreshesDiagnostics)
    session.connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
}

/** A client that refuses to ask anew goes on as it is. */
function ignore(): void {}
