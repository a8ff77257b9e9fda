import type { CancellationToken } from 'vscode-languageserver';
import { refuseWhenCancelled } from '../onDocument.js';
import { encodePosting, postingOf } from '../postingOf.js';
import { checkBeforePostingRequest, type DocumentParams, type PostingCheck } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';
import { workspaceEdit } from '../workspaceEdit.js';

export function registerCheckBeforePosting(session: Session): void {
  session.connection.onRequest(checkBeforePostingRequest, ({ uri }: DocumentParams, token) =>
    checkBeforePosting(session, uri, token),
  );
}

/** `null` for a document that is not open. */
export async function checkBeforePosting(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<PostingCheck | null> {
  const settings = await session.settings.of(uri);
  // Who and what is known decides, so the archive has to have been read.
  await session.workspace.settle(pathOf(uri), token);
  refuseWhenCancelled(token);
  const open = session.documents.get(uri);
  if (!open) return null;
  const { document, archive } = contextOf(session, open);
  const { path, facts } = document;
  const found = postingOf(session, document, archive, settings);
  const { fixAll } = found;
  return {
    uri,
    version: open.version,
    kind: facts.kind ?? null,
    title: facts.title,
    groups: encodePosting(session, document, found),
    ...(fixAll && { fixAll: { ...fixAll, edit: workspaceEdit(session, [{ path, edits: fixAll.edits }]) } }),
  };
}
