import * as vscode from 'vscode';
import { speak } from '../../server/src/text/say.js';
import { createArchive } from './archive.js';
import { createPosting, type Posting } from './commands/checkBeforePosting.js';
import { registerCommands } from './commands/register.js';
import { archiveFile, setContext } from './config.js';
import { followCursor } from './cursor.js';
import { createImportReport } from './importReport.js';
import { configurations, isConfigured } from './files.js';
import { createLists } from './lists/lists.js';
import { followDocuments } from './documents.js';
import { createEntries } from './entryChosen.js';
import { rememberingOutput } from './output.js';
import type { Machine } from './machine.js';
import { createMarkdownPreview, type MarkdownPreview } from './preview/preview.js';
import { looksLikeOurs } from './relevance.js';
import { createPages, type Pages } from './pages/pages.js';
import { createServer, type Server } from './server.js';
import { createStatus } from './status.js';
import type { ActionsTree } from './views/actionsTree.js';
import type { ArchiveTree } from './views/archiveTree.js';
import { createDrop } from './views/drop.js';
import { createKeptSearch } from './views/keptSearch.js';
import type { ArchiveNode } from './views/nodes.js';
import { createViews } from './views/register.js';
import { openWalkthrough } from './walkthrough.js';

/** What other extensions can read of this one. */
export interface Api {
  readonly archive: ArchiveTree;
  readonly actions: ActionsTree;
  readonly drop: vscode.TreeDragAndDropController<ArchiveNode>;
  readonly posting: Posting;
  readonly pages: Pages;
  readonly extendMarkdownIt: MarkdownPreview['extendMarkdownIt'];
}

let server: Server | undefined;

export function activateOn(context: vscode.ExtensionContext, machine: Machine): Api {
  const { bundle: texts } = vscode.l10n;
  speak(texts && { name: vscode.env.language, texts });
  const output = rememberingOutput(vscode.window.createOutputChannel('Xen Session Notes', { log: true }));
  const running = createServer({ context, machine, output: output.channel });
  server = running;
  const archive = createArchive(running);
  const posting = createPosting(running);
  const report = createImportReport();
  const preview = createMarkdownPreview(running);
  const drop = createDrop({ server: running, report });
  const lists = createLists();
  const entries = createEntries();
  const pages = createPages(running);
  const views = createViews({ archive, server: running, drop, onVisible: () => void running.start() });
  const kept = createKeptSearch({ server: running, archive, memory: context.workspaceState });
  context.subscriptions.push(
    output.channel,
    running,
    archive,
    views,
    kept,
    report,
    preview,
    createStatus(archive),
    registerCommands({ context, machine, server: running, archive, views, kept, pages, posting, report, output }),
    pages,
    followCursor(running),
    lists,
    followDocuments(running, [lists, entries]),
    entries,
    machine.registerTasks(context),
    startWhenNeeded(running, machine),
  );
  if (machine.isShownAround) void openWalkthrough();
  const { extendMarkdownIt } = preview;
  return { archive: views.archive, actions: views.actions.tree, drop, posting, pages, extendMarkdownIt };
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** Starts the server once there is something for it: an archive in the workspace, or a document of one of our kinds. */
function startWhenNeeded(running: Server, machine: Machine): vscode.Disposable {
  const startFor = (document: vscode.TextDocument): void => {
    if (running.state !== 'idle' || document.languageId !== 'markdown') return;
    if (looksLikeOurs(document.uri.path, document.getText())) void running.start();
  };
  const lookForArchive = async (): Promise<void> => {
    const found = await hasArchive(machine);
    setContext('isArchive', found);
    if (found) await running.start();
  };
  const look = (): void => void lookForArchive();
  vscode.workspace.textDocuments.forEach(startFor);
  look();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${archiveFile}`, false, true, false);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
    vscode.workspace.onDidChangeWorkspaceFolders(look),
  );
}

/** Whether a configuration is in the folders, or around one. */
async function hasArchive({ readsItself }: Machine): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const each = folders.map(async (folder) => {
    const { uri } = folder;
    if (await isConfigured(uri)) return true;
    if (!readsItself(uri.scheme)) return (await configurations(uri)).length > 0;
    const pattern = new vscode.RelativePattern(folder, `**/${archiveFile}`);
    return (await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1)).length > 0;
  });
  return (await Promise.all(each)).includes(true);
}
