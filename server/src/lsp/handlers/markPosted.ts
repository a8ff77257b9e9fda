import type { CancellationToken } from 'vscode-languageserver';
import { markNotes, markSession, postedSession, sessionIn, say } from '../../analysis.js';
import { documentAt } from '../documentAt.js';
import { markPostedRequest, type PostedParams, type PostedView, type Problem } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';
import { workspaceEdit } from '../workspaceEdit.js';

export function registerMarkPosted(session: Session): void {
  session.connection.onRequest(markPostedRequest, (params: PostedParams, token) => markPosted(session, params, token));
}

export async function markPosted(
  session: Session,
  { uri, url }: PostedParams,
  token: CancellationToken,
): Promise<PostedView | Problem> {
  await session.workspace.settle(pathOf(uri), token);
  const open = session.documents.get(uri);
  if (!open) return { problem: say`open the document first` };
  if (!/^https?:\/\/[^\s<>]+$/.test(url)) return { problem: say`"${url}" is no address; paste that of the mail` };
  const found = postedSession(contextOf(session, open));
  const page = found && (await documentAt(session, found.document.path));
  // The notes may have been written in while the page was read.
  const now = session.documents.get(uri);
  const entry = page && sessionIn(page, found);
  if (!now) return { problem: say`open the document first` };
  if (found && !entry) return { problem: say`"${found.document.title}" has changed; save it and try again` };
  const files = [
    { path: now.document.path, edits: markNotes(now.document, url) },
    ...(page && entry ? [{ path: page.path, edits: markSession(page, entry, url) }] : []),
  ].filter(({ edits }) => edits.length > 0);
  const edit = workspaceEdit(session, files);
  const done =
    files.length === 0 || (await session.connection.workspace.applyEdit({ label: say`Mark as posted`, edit })).applied;
  if (!done) return { problem: say`the documents have changed meanwhile; try again` };
  return entry ? { session: entry.title } : {};
}
