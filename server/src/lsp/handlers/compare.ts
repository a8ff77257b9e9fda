import { compareStates, comparisonPage, readDocument, say, stateIn, type Document } from '../../analysis.js';
import { sourceOf } from '../../host/source.js';
import { bytesOf } from '../base64.js';
import { documentAt } from '../documentAt.js';
import {
  compareRequest,
  historyRequest,
  type CompareParams,
  type ComparisonView,
  type DocumentParams,
  type HistoryView,
  type Problem,
} from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerCompare(session: Session): void {
  const { connection, machine } = session;
  connection.onRequest(historyRequest, async ({ uri }: DocumentParams): Promise<HistoryView | Problem> =>
    machine.history ? machine.history.of(pathOf(uri)) : noGit(),
  );
  connection.onRequest(compareRequest, async (params: CompareParams, token): Promise<ComparisonView | Problem> => {
    await session.workspace.settle(pathOf(params.uri), token);
    return compare(session, params);
  });
}

/** A state of a page, and what it is called in a sentence. */
interface State {
  readonly documents: readonly Document[];
  readonly name: string;
}

async function compare(session: Session, { uri, other, otherIs }: CompareParams): Promise<ComparisonView | Problem> {
  const document = await documentAt(session, pathOf(uri));
  if (!document) return { problem: say`the page cannot be read; open it and try again` };
  if (document.facts.kind !== 'event') return { problem: say`it is no page of an event; open one` };
  const state = await otherState(session, document, other);
  if ('problem' in state) return state;
  const now: State = { documents: [document], name: say`the document as it is now` };
  const isLater = otherIs === 'later';
  const [before, after] = isLater ? [now, state] : [state, now];
  const changes = compareStates(before.documents, after.documents);
  const { title } = document.facts;
  if (!changes) return { problem: say`${state.name} has no page "${title}"; choose another state` };
  const page = comparisonPage({ title, before: before.name, after: after.name, changes });
  // What is removed stands in the earlier state, and all else in the later one.
  const leads = page.leads.filter(({ change }) => (change.change === 'removed') === isLater);
  return {
    title,
    text: page.text,
    leads: leads.map(({ pageLine, change }) => ({ pageLine, line: change.line - 1 })),
    changes,
  };
}

async function otherState(
  { machine: { history }, workspace }: Session,
  { path, facts }: Document,
  other: CompareParams['other'],
): Promise<State | Problem> {
  if ('revision' in other) {
    if (!history) return noGit();
    const read = await history.textAt(path, other.revision);
    if ('problem' in read) return read;
    const { id, date, subject } = read.revision ?? { id: other.revision, date: '', subject: '' };
    const name = date === '' ? id : say`commit ${id.slice(0, 8)} of ${date}, "${subject}"`;
    return { documents: [readDocument(path, read.text, workspace.optionsFor(path))], name };
  }
  const source = sourceOf(other.name, bytesOf(other.content));
  const documents = await stateIn(source);
  if (documents.some((document) => document.facts.sessions.length > 0)) return { documents, name: other.name };
  return { problem: say`${other.name} has no sessions; choose a state of the page "${facts.title}"` };
}

function noGit(): Problem {
  return { problem: say`no git runs here; compare with a file or the clipboard` };
}
