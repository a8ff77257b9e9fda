import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type CancellationToken,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  isRefused,
  linkingTo,
  moveFiles,
  prepareRename,
  rename,
  renamedIn,
  type Document,
  type PlaceIn,
  type Refused,
  type Renamed,
  counted,
  say,
} from '../../analysis.js';
import { documentsAt } from '../documentAt.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { locationOf } from '../places.js';
import { offsetOf, rangeOf } from '../positions.js';
import { contextOf, type Session } from '../session.js';
import { folderOf, pathOf } from '../uris.js';
import { workspaceEdit } from '../workspaceEdit.js';

/** Other names for people, topics, sessions, headings and pages, and links that follow files. */
export function registerRename(session: Session): void {
  const { connection, workspace, documents } = session;
  connection.onPrepareRename(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    const place = open && prepareRename(contextOf(session, open), offsetOf(open.document, position));
    if (!open || !place) return null;
    const { span, name } = orThrow(place);
    return { range: rangeOf(open.document.facts, span), placeholder: name };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    await workspace.read();
    const open = documents.get(textDocument.uri);
    if (!open) return null;
    const context = contextOf(session, open);
    const offset = offsetOf(open.document, position);
    const now = await unchanged(session, new Set([open.document.path, ...renamedIn(context, offset)]), token);
    const renamed = rename(context, offset, newName, now);
    if (!renamed) return null;
    const { files, left } = orThrow(renamed);
    tellLeft(session, left);
    return edit(session, files);
  });
  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    await workspace.read();
    const moves = files.map(({ oldUri, newUri }) => ({ from: folderOf(pathOf(oldUri)), to: folderOf(pathOf(newUri)) }));
    const edits: Renamed['files'][number][] = [];
    for (const archive of workspace.archives()) {
      const now = await unchanged(session, linkingTo(archive, moves), token);
      edits.push(...moveFiles(archive, moves, now));
    }
    return edits.length === 0 ? null : edit(session, edits);
  });
}

/** Documents as the archive knows them: edits of another state would miss their places. */
async function unchanged(session: Session, paths: Iterable<string>, token: CancellationToken): Promise<Document[]> {
  const now = await documentsAt(session, paths);
  refuseWhenCancelled(token);
  return now;
}

function orThrow<Value extends object>(value: Value | Refused): Value {
  if (isRefused(value)) throw new ResponseError(LSPErrorCodes.RequestFailed, value.refused);
  return value;
}

function edit(session: Session, files: Renamed['files']): WorkspaceEdit {
  const closed = say`In documents that are not open`;
  return workspaceEdit(
    session,
    files.map((file) => (session.documents.get(file.path) ? file : { ...file, note: closed })),
  );
}

/** Places that may mean somebody else as well: whoever renames has to look at them. */
function tellLeft(session: Session, left: readonly PlaceIn[]): void {
  if (left.length === 0) return;
  const places = left
    .flatMap((place) => locationOf(session, place))
    .map(({ uri, range }) => `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}:${range.start.line + 1}`);
  const shown = places.slice(0, 5).join(', ') + (places.length > 5 ? ' …' : '');
  void session.connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message: counted(
      places.length,
      say`Left as they are, for they may mean somebody else: 1 place (${shown}).`,
      say`Left as they are, for they may mean somebody else: ${places.length} places (${shown}).`,
    ),
  });
}
