import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { nextTurn } from '../../host/turns.js';
import { nothing, type ArchiveFindings, type FileCheck } from '../archiveFindings.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { checkProgress } from '../progress.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';
import { report, type Answer, type Answers } from './diagnostics.js';

type Report = WorkspaceDocumentDiagnosticReport;

export interface WorkspaceDiagnosticsOptions {
  readonly session: Session;
  readonly archiveFindings: ArchiveFindings;
  readonly answers: Answers;
}

/** A pull as it is answered. */
interface Pull {
  readonly token: CancellationToken;
  /** By path, what the client has. */
  readonly previous: ReadonlyMap<string, string>;
  /** Set where the client wants to see how far the work is. */
  readonly workDone: WorkDoneProgressReporter | undefined;
  readonly partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;
}

const none: Answer = { resultId: nothing, items: [] };

/** Milliseconds after which what has been found so far is sent. */
const patience = 200;

/** Answers the client's pulls for the whole workspace. */
export function registerWorkspaceDiagnostics(options: WorkspaceDiagnosticsOptions): void {
  const { client, connection, unopened } = options.session;
  connection.languages.diagnostics.onWorkspace(async (params, token, workDone, partial) => {
    const changes = unopened.count;
    const asked = params.workDoneToken === undefined ? undefined : workDone;
    const items = await answer(options, { token, previous: previousOf(params), workDone: asked, partial });
    refuseWhenCancelled(token);
    // VS Code asks every two seconds. Our own extension waits until there is news, and asks again with what it shows then.
    if (!client.ownExtension || items.some(({ kind }) => kind === 'full')) return { items };
    await unopened.after(changes, token);
    return { items: [] };
  });
}

function previousOf({ previousResultIds }: WorkspaceDiagnosticParams): ReadonlyMap<string, string> {
  return new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), value]));
}

/** Reports on all documents; what was sent ahead is not among what is returned. */
async function answer(
  { session, archiveFindings, answers }: WorkspaceDiagnosticsOptions,
  pull: Pull,
): Promise<Report[]> {
  const checks = await archiveFindings.checks();
  const progress = checkProgress(session.connection, pull.workDone, checks.filter(({ known }) => !known).length);
  let items = await openReports(session, answers, pull);
  let sent = performance.now();
  for (const check of checks) {
    if (pull.token.isCancellationRequested) break;
    const reported = await fileReport(session, check, pull);
    if (!check.known) progress.step();
    if (reported) items.push(reported);
    if (!pull.partial || items.length === 0 || performance.now() - sent < patience) continue;
    pull.partial.report({ items });
    items = [];
    sent = performance.now();
  }
  progress.done();
  const checked = new Set(checks.map(({ path }) => path));
  return [...items, ...goneReports(session, checked, pull)];
}

/**
 * Documents that are open: a client that asks for each by itself goes by that. VS Code keeps some open that it shows no more; of
 * those it is told what it would be told of their files.
 */
async function openReports(session: Session, answers: Answers, pull: Pull): Promise<Report[]> {
  const { client, documents, settings, workspace } = session;
  const reports: Report[] = [];
  for (const { uri } of [...documents.all()]) {
    const known = await settings.of(uri);
    // Whoever types comes first: what has arrived is taken in before each document.
    await nextTurn();
    const open = documents.get(uri);
    if (pull.token.isCancellationRequested) break;
    if (!open) continue;
    const { path } = open.document;
    const answer = answers.of(open, known);
    // What it was told when it asked for the document has another name than what it is told here.
    const isTold = pull.previous.get(path) === answer.resultId;
    const checked = known.checkArchive === 'archive' && workspace.isConfigured(path);
    const told = isTold ? answer : { ...answer, resultId: `all ${answer.resultId}` };
    reports.push(...reportOn(session, path, isTold || checked || !client.ownExtension ? told : none, pull));
  }
  return reports;
}

/** The report on a file, unless it was opened while it was read. */
async function fileReport(session: Session, { path, known, read }: FileCheck, pull: Pull): Promise<Report | undefined> {
  const found = known ?? (await read());
  return session.documents.get(path) ? undefined : reportOn(session, path, found, pull)[0];
}

/** Documents that are looked at no more: what the client may still show of them is taken back. */
function goneReports(session: Session, checked: ReadonlySet<string>, pull: Pull): Report[] {
  return [...new Set([...pull.previous.keys(), ...session.documents.seen])]
    .filter((path) => !checked.has(path) && !session.documents.get(path))
    .flatMap((path) => reportOn(session, path, none, pull));
}

/** Silent on a document in which nothing is found, where nothing was found before. */
function reportOn({ documents }: Session, path: string, answer: Answer, { previous }: Pull): Report[] {
  const before = previous.get(path);
  if (answer.items.length === 0 && before === undefined && !documents.seen.has(path)) return [];
  const open = documents.get(path);
  return [{ ...report(answer, before), uri: open?.uri ?? path, version: open?.version ?? null }];
}
