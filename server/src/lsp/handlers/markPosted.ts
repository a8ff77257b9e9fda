import { markNotes, markSession, postedSession, readDocument, sessionIn, type Document } from '../../analysis.js';
import { markPostedRequest, type PostedParams, type PostedView, type Problem } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { uriFiles } from '../uriFiles.js';
import { pathOf } from '../uris.js';
import { workspaceEdit } from '../workspaceEdit.js';

export function registerMarkPosted(session: Session): void {
  session.connection.onRequest(
    markPostedRequest,
    async ({ uri, url }: PostedParams, token): Promise<PostedView | Problem> => {
      await session.workspace.settle(pathOf(uri), token);
      const open = session.documents.get(uri);
      if (!open) return { problem: 'open the document first' };
      if (!/^https?:\/\/[^\s<>]+$/.test(url)) return { problem: `"${url}" is no address; paste that of the mail` };
      const found = postedSession(contextOf(session, open));
      const page = found && (await pageAt(session, found.page.path));
      // The notes may have been written in while the page was read.
      const now = session.documents.get(uri);
      const entry = page && sessionIn(page, found);
      if (!now) return { problem: 'open the document first' };
      if (found && !entry) return { problem: `"${found.page.title}" has changed; save it and try again` };
      const files = [
        { path: now.document.path, edits: markNotes(now.document, url) },
        ...(page && entry ? [{ path: page.path, edits: markSession(page, entry, url) }] : []),
      ].filter(({ edits }) => edits.length > 0);
      const edit = workspaceEdit(session, files);
      const done =
        files.length === 0 || (await session.connection.workspace.applyEdit({ label: 'Mark as posted', edit })).applied;
      if (!done) return { problem: 'the documents have changed meanwhile; try again' };
      return entry ? { session: entry.title } : {};
    },
  );
}

/** A page as it is open, else as it is on disk; `undefined` when that is not what the archive knows. */
async function pageAt({ documents, workspace }: Session, path: string): Promise<Document | undefined> {
  const open = documents.get(path);
  if (open) return open.document;
  const read = await uriFiles.read(path);
  if ('problem' in read) return undefined;
  const page = readDocument(path, read.text, workspace.optionsFor(path));
  const known = workspace.facts(path)?.lineStarts.join();
  return known === page.facts.lineStarts.join() ? page : undefined;
}
