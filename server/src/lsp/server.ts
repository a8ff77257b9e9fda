import type { Connection, InitializeParams } from 'vscode-languageserver';
import { speak } from '../analysis.js';
import type { DiskWatch } from '../host/diskWatch.js';
import { createArchiveFindings } from './archiveFindings.js';
import { createArchivePush } from './archivePush.js';
import { createBaselineWatch } from './baselineWatch.js';
import { createChanges, type Changes } from './changes.js';
import { clientOf, initialLanguage, type Client } from './client.js';
import { registerActions } from './handlers/actions.js';
import { registerArchiveView } from './handlers/archiveView.js';
import { registerCodeActions } from './handlers/codeActions.js';
import { registerCheckBeforePosting } from './handlers/checkBeforePosting.js';
import { registerCodeLenses } from './handlers/codeLenses.js';
import { registerCommands } from './handlers/commands.js';
import { registerCompare } from './handlers/compare.js';
import { registerCompletion } from './handlers/completion.js';
import { registerConfiguration, watchConfiguration } from './handlers/configuration.js';
import { registerConversion } from './handlers/conversion.js';
import { registerCursor } from './handlers/cursor.js';
import { registerDefinition } from './handlers/definition.js';
import { createAnswers, registerDiagnostics } from './handlers/diagnostics.js';
import { registerDocumentLinks } from './handlers/documentLinks.js';
import { registerDocumentSymbols } from './handlers/documentSymbols.js';
import { registerDrafts } from './handlers/drafts.js';
import { folderPath, registerFiles, takeChanges, watchFiles } from './handlers/files.js';
import { registerFolding } from './handlers/folding.js';
import { registerFormatting } from './handlers/formatting.js';
import { registerHighlights } from './handlers/highlights.js';
import { registerHover } from './handlers/hover.js';
import { registerInlayHints } from './handlers/inlayHints.js';
import { registerLinkedEditing } from './handlers/linkedEditing.js';
import { registerMail } from './handlers/mail.js';
import { registerMarkPosted } from './handlers/markPosted.js';
import { registerNewDocument } from './handlers/newDocument.js';
import { registerPages } from './handlers/pages.js';
import { registerPreview } from './handlers/preview.js';
import { registerReferences } from './handlers/references.js';
import { registerRename } from './handlers/rename.js';
import { registerSearch } from './handlers/search.js';
import { registerSelectionRanges } from './handlers/selectionRanges.js';
import { registerSemanticTokens } from './handlers/semanticTokens.js';
import { registerTextSync } from './handlers/textSync.js';
import { registerWorkspaceDiagnostics } from './handlers/workspaceDiagnostics.js';
import { registerWorkspaceSymbols } from './handlers/workspaceSymbols.js';
import type { Machine } from './machine.js';
import { createOpenConfigs, withConfigs } from './openConfigs.js';
import { createOpenDocuments } from './openDocuments.js';
import { createProblems } from './problems.js';
import { folderProgress } from './progress.js';
import type { Session } from './session.js';
import { createSettings } from './settings.js';
import { createSignal } from './signal.js';
import { pathOf } from './uris.js';
import { createWatching } from './watching.js';
import { Workspace } from './workspace.js';
import { createWriting } from './writing.js';

/** What serves a client that has been told what can be done. */
export interface Served {
  /** Begins to read the folders. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Answers all that a client asks from here on. */
export function serve(connection: Connection, params: InitializeParams, machine: Machine): Served {
  speak(initialLanguage(params) ?? machine.language(params.locale));
  const { session, changes, watching } = createSession(connection, machine, params);
  registerAll(session, changes);
  return {
    async start() {
      session.workspace.start(openedFolders(params));
      await Promise.all([watchFiles(session), watchConfiguration(session)]);
    },
    async stop() {
      changes.dispose();
      watching.dispose();
      await session.workspace.dispose();
    },
  };
}

function createSession(
  connection: Connection,
  machine: Machine,
  params: InitializeParams,
): { readonly session: Session; readonly changes: Changes; readonly watching: DiskWatch } {
  const client: Client = clientOf(params);
  const documents = createOpenDocuments();
  const unopened = createSignal();
  const configs = createOpenConfigs();
  const watching = createWatching({
    ...{ client, machine },
    byClient: createBaselineWatch(connection, client),
    isOpened: (folder) => workspace.isOpened(`${folder}/`),
    changed: (events) => takeChanges({ configs, workspace }, events),
    log: (message) => connection.console.warn(message),
  });
  const workspace: Workspace = new Workspace({
    files: withConfigs(machine.files, configs),
    documents,
    machine,
    progress: () => folderProgress(connection),
    problems: createProblems(connection),
    watch: watching.watch,
    changed: (changed) => changes.changed(changed),
    unopened: () => unopened.fire(),
    log: (message) => connection.console.error(message),
  });
  const settings = createSettings(connection, client, params.initializationOptions);
  const session: Session = {
    ...{ connection, client, documents, configs, settings, workspace, machine },
    ...{ writing: createWriting(), unopened },
  };
  const changes = createChanges(session);
  return { session, changes, watching };
}

function openedFolders({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []);
  return [...new Set(folders.map(folderPath))];
}

/** Findings, told in the way the client gets them; the result forgets what was told of a document that is closed. */
function registerFindings(session: Session): (uri: string) => void {
  const archiveFindings = createArchiveFindings(session);
  if (!session.client.pullsDiagnostics) {
    const push = createArchivePush(session, archiveFindings);
    session.connection.onExit(push.dispose);
    return (uri) => push.forget(pathOf(uri));
  }
  const answers = createAnswers(session);
  registerDiagnostics(session, answers);
  registerWorkspaceDiagnostics({ session, archiveFindings, answers });
  return answers.forget;
}

function registerAll(session: Session, changes: Changes): void {
  const forget = [registerFindings(session), registerSemanticTokens(session)];
  registerTextSync(session, (uri) => forget.forEach((each) => each(uri)));
  registerFiles(session);
  registerConfiguration(session, changes);
  registerActions(session);
  registerArchiveView(session);
  registerCheckBeforePosting(session);
  registerCodeActions(session);
  registerCodeLenses(session);
  registerCompare(session);
  registerCommands(session);
  registerCompletion(session);
  registerConversion(session);
  registerCursor(session);
  registerDefinition(session);
  registerDocumentLinks(session);
  registerDocumentSymbols(session);
  registerDrafts(session);
  registerFolding(session);
  registerFormatting(session);
  registerHighlights(session);
  registerHover(session);
  registerInlayHints(session);
  registerLinkedEditing(session);
  registerMail(session);
  registerMarkPosted(session);
  registerNewDocument(session);
  registerPages(session);
  registerPreview(session);
  registerReferences(session);
  registerRename(session);
  registerSearch(session);
  registerSelectionRanges(session);
  registerWorkspaceSymbols(session);
}
