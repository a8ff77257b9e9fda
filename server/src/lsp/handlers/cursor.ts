import { askAnew } from '../askAnew.js';
import { cursorNotification, editorClosedNotification, type CursorParams } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';

/** Shows what had to wait for a line once the cursor has left it. */
export function registerCursor(session: Session): void {
  session.connection.onNotification(cursorNotification, ({ uri, line }: CursorParams) =>
    showNow(session, session.writing.cursorAt(pathOf(uri), line)),
  );
  session.connection.onNotification(editorClosedNotification, () => session.unopened.fire());
}

/** Shows the findings of documents that have waited. */
export function showNow(session: Session, paths: readonly string[]): void {
  const waited = paths.flatMap((path) => session.documents.get(path) ?? []);
  askAnew(session, waited);
  if (waited.length > 0) session.unopened.fire();
}
