import * as vscode from 'vscode';
import { section } from '../config.js';
import type { Server } from '../server.js';
import type { Archive } from '../archive.js';
import type { Output } from '../output.js';
import type { Views } from '../views/register.js';
import { beginCommands } from './begin.js';
import type { Posting } from './checkBeforePosting.js';
import { copyReference, open, openNotes, reveal } from './entries.js';
import { copyAsWikitext, exportWikitext } from './exportWikitext.js';
import { createMailPreview } from '../mail/preview.js';
import { exportToMail, mailActions } from './exportToMail.js';
import { filterArchive } from './filterArchive.js';
import { importClipboard, importFiles } from './importFiles.js';
import { moveItem } from '../lists/lists.js';
import { makeArchive } from './makeArchive.js';
import { markPosted } from './markPosted.js';
import { reportProblem } from './reportProblem.js';
import { selectMode } from './selectMode.js';

export interface CommandsOptions {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly archive: Archive;
  readonly views: Views;
  readonly posting: Posting;
  readonly output: Output;
}

/** Registers every command of package.json under its name there. */
export function registerCommands({
  server,
  archive,
  views,
  posting,
  output,
  context,
}: CommandsOptions): vscode.Disposable {
  const preview = createMailPreview();
  const commands = {
    refresh: () => server.restart(),
    restartServer: () => server.restart(),
    showOutput: () => output.channel.show(),
    reportProblem: () => reportProblem(context, archive, output),
    filter: () => filterArchive(views),
    clearFilter: () => views.setFilter(''),
    checkBeforePosting: (resource?: vscode.Uri) => posting.check(resource),
    selectMode,
    makeArchive: () => makeArchive(server),
    import: (file?: vscode.Uri, files?: readonly vscode.Uri[]) => importFiles(server, files ?? (file && [file])),
    importClipboard: () => importClipboard(server),
    copyAsWikitext: () => copyAsWikitext(server),
    exportWikitext: () => exportWikitext(server),
    open,
    reveal,
    openNotes,
    copyReference,
    exportToMail: () => exportToMail({ server, preview, posting }),
    mailActions: () => mailActions({ server, preview, posting }),
    markPosted: () => markPosted(server),
    nestItem: () => moveItem('in'),
    outItem: () => moveItem('out'),
    ...beginCommands({ server, archive, memory: context.globalState }),
  };
  return vscode.Disposable.from(
    preview,
    ...Object.entries<(...args: never[]) => unknown>(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`${section}.${name}`, run),
    ),
  );
}
