import * as vscode from 'vscode';
import { section } from '../config.js';
import type { Server } from '../server.js';
import type { Views } from '../views/register.js';
import { copyReference, open, openNotes, reveal } from './entries.js';
import { copyAsWikitext, exportWikitext } from './exportWikitext.js';
import { createMailPreview, exportToMail } from './exportToMail.js';
import { filterArchive } from './filterArchive.js';
import { importInto } from './importFiles.js';
import { makeArchive } from './makeArchive.js';
import { markPosted } from './markPosted.js';
import { selectMode } from './selectMode.js';

/** Registers every command of package.json under its name there. */
export function registerCommands(server: Server, views: Views, output: vscode.OutputChannel): vscode.Disposable {
  const preview = createMailPreview();
  const commands = {
    refresh: () => server.restart(),
    restartServer: () => server.restart(),
    showOutput: () => output.show(),
    filter: () => filterArchive(views),
    clearFilter: () => views.setFilter(''),
    selectMode,
    makeArchive: () => makeArchive(server),
    import: (file?: vscode.Uri, files?: readonly vscode.Uri[]) => importInto(server, files ?? (file && [file])),
    copyAsWikitext: () => copyAsWikitext(server),
    exportWikitext: () => exportWikitext(server),
    open,
    reveal,
    openNotes,
    copyReference,
    exportToMail: () => exportToMail(server, preview),
    markPosted: () => markPosted(server),
  };
  return vscode.Disposable.from(
    preview,
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`${section}.${name}`, run)),
  );
}
