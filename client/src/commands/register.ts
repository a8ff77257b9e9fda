import * as vscode from 'vscode';
import { section } from '../config.js';
import type { Server } from '../server.js';
import type { Views } from '../views/register.js';
import type { Posting } from './checkBeforePosting.js';
import { copyReference, open, openNotes, reveal } from './entries.js';
import { filterArchive } from './filterArchive.js';
import { makeArchive } from './makeArchive.js';
import { selectMode } from './selectMode.js';

export interface CommandsOptions {
  readonly server: Server;
  readonly views: Views;
  readonly posting: Posting;
  readonly output: vscode.OutputChannel;
}

/** Registers every command of package.json under its name there. */
export function registerCommands({ server, views, posting, output }: CommandsOptions): vscode.Disposable {
  const commands = {
    refresh: () => server.restart(),
    restartServer: () => server.restart(),
    showOutput: () => output.show(),
    filter: () => filterArchive(views),
    clearFilter: () => views.setFilter(''),
    checkBeforePosting: (resource?: vscode.Uri) => posting.check(resource),
    selectMode,
    makeArchive: () => makeArchive(server),
    open,
    reveal,
    openNotes,
    copyReference,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`${section}.${name}`, run)),
  );
}
