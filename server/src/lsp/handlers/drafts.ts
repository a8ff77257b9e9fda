import { archiveView } from '../../analysis.js';
import { today } from '../../host/today.js';
import { documentAt } from '../documentAt.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { uriOf } from '../places.js';
import { encodePosting, postingOf } from '../postingOf.js';
import { draftsRequest, type DraftView } from '../protocol.js';
import type { Session } from '../session.js';

/** Tells what keeps notes of the archive from being posted. */
export function registerDrafts(session: Session): void {
  session.connection.onRequest(draftsRequest, async (token): Promise<DraftView[]> => {
    await session.workspace.read();
    const views: DraftView[] = [];
    for (const archive of session.workspace.archives()) {
      const { events, notes } = archiveView([archive], today());
      const sessions = events.flatMap((event) => event.groups.flatMap((group) => group.sessions));
      const drafts = [...sessions.flatMap(({ documents }) => documents), ...notes].filter(({ posted }) => !posted);
      for (const { path, ...rest } of drafts) {
        refuseWhenCancelled(token);
        const document = await documentAt(session, path);
        const settings = await session.settings.of(uriOf(session, path));
        const groups = document
          ? encodePosting(session, document, postingOf(session, document, archive, settings))
          : [];
        views.push({ ...rest, uri: uriOf(session, path), findings: groups.flatMap(({ findings }) => findings) });
      }
    }
    return views;
  });
}
