import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { publish } from './diagnosticsPush.js';
import type { OpenDocument } from './openDocuments.js';
import type { Session } from './session.js';

/** Has the findings of open documents shown anew, in the way the client gets them. */
export function askAnew(session: Session, documents: readonly OpenDocument[]): void {
  if (documents.length === 0) return;
  if (!session.client.pullsDiagnostics) void publishAll(session, documents);
  else if (session.client.refreshesDiagnostics)
    session.connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
}

/** Has what stands above titles asked for anew: a draft may have been posted, or notes begun. So may the names behind first names. */
export function refreshLenses({ client, connection }: Session): void {
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  if (client.refreshesHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
}

/** Has the colours of words asked for anew: a document may be of another kind. */
export function refreshTokens({ client, connection }: Session): void {
  if (client.refreshesTokens) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(ignore);
}

/** One after the other, so that what is typed meanwhile is taken in between two of them. */
async function publishAll(session: Session, documents: readonly OpenDocument[]): Promise<void> {
  for (const open of documents) await publish(session, open);
}

/** A client that refuses to ask anew goes on as it is. */
function ignore(): void {}
