import { ErrorCodes, MessageType, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { counted, say } from '../../analysis.js';
import { sourceOf } from '../../host/source.js';
import { commandNames, type CommandName } from '../capabilities.js';
import { configured } from '../disableInArchive.js';
import { createdFiles, nameOf } from '../createdFiles.js';
import { showMessage } from '../problems.js';
import type { ImportResult, PostingCheck, PostingFinding, Problem } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';
import { changeByCommand } from './actions.js';
import { checkBeforePosting } from './checkBeforePosting.js';
import { exportDocument, importSource } from './conversion.js';
import { markPosted } from './markPosted.js';
import { pageMarkdown } from './pages.js';

type Run = (session: Session, given: readonly unknown[], token: CancellationToken) => unknown;

/**
 * What is done by command, for editors without an extension of ours. What comes of it is in the answer, which few editors show, and is told
 * in a message. Their arguments are described in `docs/editors.md`.
 */
const commands: Readonly<Record<CommandName, Run>> = {
  'xen-notes.configured': (session, given) => configured(session, text(given, 0), text(given, 1)),
  'xen-notes.changeActions': (session, given) => changeByCommand(session, given[0]),
  'xen-notes.topic': (session, given) => pageMarkdown(session, { page: 'topic', name: text(given, 0) }),
  'xen-notes.person': (session, given) => pageMarkdown(session, { page: 'person', name: text(given, 0) }),
  'xen-notes.overview': (session) => pageMarkdown(session, { page: 'overview' }),
  'xen-notes.checkBeforePosting': (session, given, token) => check(session, text(given, 0), token),
  'xen-notes.import': (session, given) => importFile(session, text(given, 0), optional(given, 1), optional(given, 2)),
  'xen-notes.export': (session, given, token) =>
    exportTo(session, { uri: text(given, 0), to: text(given, 1) }, optional(given, 2), token),
  'xen-notes.markPosted': async (session, given, token) => {
    const done = await markPosted(session, { uri: text(given, 0), url: text(given, 1) }, token);
    return 'problem' in done ? refused(session, done.problem) : done;
  },
  'xen-notes.open': (session, given) => open(session, given[0]),
};

export function registerCommands(session: Session): void {
  session.connection.onExecuteCommand(({ command, arguments: given = [] }, token) => {
    const name = commandNames.find((each) => each === command);
    if (!name)
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${command} is no command; use one of ${commandNames.join(', ')}`,
      );
    return commands[name](session, given, token);
  });
}

function text(given: readonly unknown[], index: number): string {
  const value = given[index];
  if (typeof value !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `argument ${index + 1} has to be a text`);
  return value;
}

function optional(given: readonly unknown[], index: number): string | undefined {
  return given[index] === undefined || given[index] === null ? undefined : text(given, index);
}

function refused({ connection }: Session, problem: string): Problem {
  showMessage(connection, MessageType.Error, problem);
  return { problem };
}

async function check(session: Session, uri: string, token: CancellationToken): Promise<PostingCheck | Problem> {
  const found = await checkBeforePosting(session, uri, token);
  if (!found) return refused(session, say`open the document first`);
  if (found.kind === null)
    return refused(session, say`this is neither event page, proposal, notes, minutes nor register`);
  const { connection } = session;
  const findings = found.groups.flatMap((group) => group.findings);
  const blocking = found.groups.some(({ weight }) => weight === 'blocks');
  const told = [summary(findings.length), ...findings.slice(0, mostTold).map(line)].join('\n');
  const weight = findings.length > 0 ? MessageType.Warning : MessageType.Info;
  showMessage(connection, blocking ? MessageType.Error : weight, told);
  return found;
}

/** A message is read at a glance; all findings are in the answer. */
const mostTold = 10;

function summary(count: number): string {
  if (count === 0) return say`nothing stands in the way of posting`;
  return counted(
    count,
    say`1 finding stands in the way of posting`,
    say`${count} findings stand in the way of posting`,
  );
}

function line({ diagnostic: { range, message } }: PostingFinding): string {
  return say`line ${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`;
}

interface Imported extends ImportResult {
  /** Addresses of the documents that were created; empty where the editor creates none. */
  readonly created: readonly string[];
}

/** Makes documents of a file, beside it or in a folder. */
async function importFile(
  session: Session,
  uri: string,
  from: string | undefined,
  folder: string | undefined,
): Promise<Imported | Problem> {
  const path = pathOf(uri);
  const written = session.documents.get(uri)?.document.text;
  const read = written === undefined ? await session.machine.files.read(path) : { text: written };
  if ('problem' in read) return refused(session, read.problem.message);
  const result = await importSource(session, sourceOf(nameOf(path), new TextEncoder().encode(read.text)), from);
  if (result.documents.length === 0) return refused(session, say`nothing could be made of it; say which form it has`);
  const place = folder === undefined ? path.slice(0, path.lastIndexOf('/')) : pathOf(folder).replace(/\/$/, '');
  const files = result.documents.map((each) => ({
    uri: `${place}/${each.path.split('/').map(encodeURIComponent).join('/')}`,
    text: each.text,
  }));
  if (!session.client.createsFiles) return { ...result, created: [] };
  const problem = await createdFiles(session, say`Import`, files);
  return problem === undefined ? { ...result, created: files.map((each) => each.uri) } : refused(session, problem);
}

/** A document in another form: as a text, and in a file where one is named. */
async function exportTo(
  session: Session,
  what: { readonly uri: string; readonly to: string },
  file: string | undefined,
  token: CancellationToken,
): Promise<unknown> {
  const written = await exportDocument(session, what, token);
  if (!written)
    return refused(
      session,
      session.documents.get(what.uri) ? say`there is no form "${what.to}"` : say`open the document first`,
    );
  if ('problem' in written) return refused(session, written.problem);
  if (file === undefined || !session.client.createsFiles) return written;
  const problem = await createdFiles(session, say`Export`, [{ uri: file, text: written.text }]);
  return problem === undefined ? { ...written, created: [file] } : refused(session, problem);
}

/** Shows a line of a document, or an address. */
async function open({ client, connection }: Session, place: unknown): Promise<boolean> {
  const { uri, line: at } = (typeof place === 'object' && place !== null ? place : {}) as {
    uri?: unknown;
    line?: unknown;
  };
  const given = text([uri], 0);
  if (!client.showsDocuments) return false;
  const start = { line: typeof at === 'number' ? at : 0, character: 0 };
  const external = /^https?:/i.test(given);
  const shown = external ? { uri: given, external } : { uri: given, takeFocus: true, selection: { start, end: start } };
  return (await connection.window.showDocument(shown)).success;
}
