import { archiveView, type Archive, type ArchiveContents } from '../../analysis.js';
import { today } from '../../host/today.js';
import { uriOf } from '../places.js';
import { archiveRequest, type ActionView, type ArchiveView } from '../protocol.js';
import type { Session } from '../session.js';

export function registerArchiveView(session: Session): void {
  session.connection.onRequest(archiveRequest, (): ArchiveView =>
    encodeArchive(session, session.workspace.archives(), session.workspace.ready),
  );
}

/** The archives as the protocol has them: places by URI. */
export function encodeArchive(session: Session, archives: readonly Archive[], ready: boolean): ArchiveView {
  const { documents, people, events, meetings, notes, actions } = archiveView(archives, today());
  const placed = <T extends { readonly path: string }>(of: T): Placed<T> => placedIn(session, of);
  return {
    ready,
    configured: session.workspace.configured().length > 0,
    documents,
    people,
    events: events.map((event) => ({
      ...placed(event),
      sections: event.sections.map(placed),
      groups: event.groups.map((group) => ({
        ...placed(group),
        sessions: group.sessions.map((each) => ({ ...placed(each), documents: each.documents.map(placed) })),
      })),
    })),
    meetings: meetings.map(placed),
    notes: notes.map(placed),
    actions: actions.map((action) => encodeAction(session, action)),
  };
}

type Placed<T> = Omit<T, 'path'> & { readonly uri: string };

function placedIn<T extends { readonly path: string }>(session: Session, { path, ...rest }: T): Placed<T> {
  return { ...rest, uri: uriOf(session, path) };
}

/** An action as the protocol has it. */
export function encodeAction(session: Session, action: ArchiveContents['actions'][number]): ActionView {
  return { ...placedIn(session, action), origin: placedIn(session, action.origin) };
}
