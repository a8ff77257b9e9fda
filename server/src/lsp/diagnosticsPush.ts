import { nextTurn } from '../host/turns.js';
import type { OpenDocument } from './openDocuments.js';
import { encodeDiagnostic } from './encodeDiagnostic.js';
import { shownFindings } from './findings.js';
import type { Session } from './session.js';

/** Publishes what is found in a document as soon as what has arrived meanwhile is taken in; a newer version cancels it. */
export async function publish(session: Session, { uri, version }: OpenDocument): Promise<void> {
  await nextTurn();
  if (session.documents.get(uri)?.version !== version) return;
  const options = await session.settings.of(uri);
  const open = session.documents.get(uri);
  if (open?.version !== version) return;
  const { facts } = open.document;
  const diagnostics = shownFindings(session, open, options).map((each) => encodeDiagnostic(session, facts, each));
  await session.connection.sendDiagnostics({ uri, version, diagnostics });
}
