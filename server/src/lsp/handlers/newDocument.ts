import { newDocument, newSession, sessionMeant, type ArchiveFolder, say } from '../../analysis.js';
import { relativePath } from '../../host/loadArchive.js';
import { readTemplate } from '../../host/readTemplate.js';
import { today } from '../../host/today.js';
import { positionOf } from '../positions.js';
import {
  newDocumentRequest,
  newSessionRequest,
  writerRequest,
  type NewDocumentParams,
  type NewDocumentView,
  type NewSessionParams,
  type NewSessionView,
  type Problem,
  type WriterParams,
} from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerNewDocument(session: Session): void {
  session.connection.onRequest(newDocumentRequest, (params: NewDocumentParams) => begin(session, params));
  session.connection.onRequest(newSessionRequest, (params: NewSessionParams): Promise<NewSessionView | Problem> =>
    Promise.resolve(enter(session, params)),
  );
  session.connection.onRequest(writerRequest, async ({ near }: WriterParams): Promise<string | null> => {
    const root = rootAt(session, near);
    return (root && (await session.machine.writer(root.path))) ?? null;
  });
}

async function begin(session: Session, params: NewDocumentParams): Promise<NewDocumentView | Problem> {
  // What the archive knows decides what is filled in.
  await session.workspace.read();
  const root = rootAt(session, params.near);
  if (!root) return { problem: say`open a folder first; documents stand in one` };
  const { archive, path, config } = root;
  const folder: ArchiveFolder = {
    relative: (file) => relativePath(path, file),
    absolute: (relative) => pathOf(`${path}/${relative.split('/').map(encodeURIComponent).join('/')}`),
  };
  const meant = params.session === undefined ? undefined : sessionMeant(archive, params.session);
  if (meant && 'problem' in meant) return meant;
  const template = await readTemplate(params.kind, config, session.machine.files, folder.absolute);
  if ('problem' in template) return { problem: template.problem.message };
  const facts = (uri: string | undefined) => (uri === undefined ? undefined : session.workspace.facts(pathOf(uri)));
  const event = facts(params.event);
  const begun = newDocument({
    ...{ kind: params.kind, archive, folder, today: today(), title: params.title, date: params.date },
    ...{ session: meant, previous: facts(params.previous), event: event?.kind === 'event' ? event : undefined },
    ...{ writer: params.writer, template: template.text },
  });
  return 'problem' in begun ? begun : { folder: path, path: begun.path, text: begun.text, snippet: begun.snippet };
}

function enter({ documents }: Session, { uri, title, line }: NewSessionParams): NewSessionView | Problem {
  const open = documents.get(uri);
  if (!open) return { problem: say`open the page of the event first` };
  const entered = newSession(open.document, { title, line });
  if ('problem' in entered) return entered;
  return { position: positionOf(open.document.facts, entered.offset), snippet: entered.snippet };
}

function rootAt({ workspace }: Session, near: string | undefined): ReturnType<Session['workspace']['rootAt']> {
  return workspace.rootAt(near === undefined ? undefined : pathOf(near));
}
