import * as vscode from 'vscode';
import { createComparisonPages } from '../comparison.js';
import { section } from '../config.js';
import { openImported, type ImportReportPage } from '../importReport.js';
import type { Server } from '../server.js';
import type { Archive } from '../archive.js';
import type { Output } from '../output.js';
import type { Machine } from '../machine.js';
import type { KeptSearch } from '../views/keptSearch.js';
import type { Views } from '../views/register.js';
import { changeCommands, followTicks } from '../actions/change.js';
import { showCommands } from '../actions/show.js';
import { beginCommands } from './begin.js';
import type { Posting } from './checkBeforePosting.js';
import { compareWith, swapComparison } from './compareWith.js';
import { copyReference, open, openAddress, openNotes, reveal } from './entries.js';
import { copyAsWikitext, exportWikitext } from './exportWikitext.js';
import { createMailPreview } from '../mail/preview.js';
import { exportToMail, mailActions } from './exportToMail.js';
import { filterArchive } from './filterArchive.js';
import { importClipboard, importFiles } from './importFiles.js';
import { moveItem } from '../lists/lists.js';
import { makeArchive } from './makeArchive.js';
import { markPosted } from './markPosted.js';
import { searchArchive } from './searchArchive.js';
import type { Meant } from './meant.js';
import { openWalkthrough } from '../walkthrough.js';
import { reportProblem } from './reportProblem.js';
import { selectMode } from './selectMode.js';
import { showPerson, showTopic, type Subject } from './showPage.js';
import type { Pages } from '../pages/pages.js';

export interface CommandsOptions {
  readonly context: vscode.ExtensionContext;
  readonly machine: Machine;
  readonly server: Server;
  readonly archive: Archive;
  readonly views: Views;
  readonly pages: Pages;
  readonly posting: Posting;
  readonly report: ImportReportPage;
  readonly output: Output;
  readonly kept: KeptSearch;
}

/** Registers every command of package.json under its name there. */
export function registerCommands({
  server,
  archive,
  views,
  pages,
  posting,
  report,
  output,
  context,
  machine,
  kept,
}: CommandsOptions): vscode.Disposable {
  const preview = createMailPreview();
  const comparisons = createComparisonPages();
  const commands = {
    refresh: () => server.restart(),
    restartServer: () => server.restart(),
    showOutput: () => output.channel.show(),
    reportProblem: () => reportProblem({ context, machine, archive, output }),
    filter: () => filterArchive(views),
    search: () => searchArchive(server, kept),
    changeSearch: () => searchArchive(server, kept, kept.query),
    closeSearch: () => kept.keep(''),
    showOverview: () => pages.show({ page: 'overview' }),
    showTopic: (subject?: Subject) => showTopic({ server, pages }, subject),
    showPerson: (subject?: Subject) => showPerson({ server, pages }, subject),
    clearFilter: () => views.setFilter(''),
    checkBeforePosting: (meant?: Meant) => posting.check(meant),
    showOwed: () => views.show('owed'),
    showArchive: () => views.show('all'),
    selectMode,
    getStarted: openWalkthrough,
    makeArchive: () => makeArchive(server),
    import: (file?: vscode.Uri, files?: readonly vscode.Uri[]) =>
      importFiles({ server, report }, files ?? (file && [file])),
    importClipboard: () => importClipboard({ server, report }),
    openImported,
    copyAsWikitext: () => copyAsWikitext(server),
    exportWikitext: () => exportWikitext(server),
    open,
    reveal,
    openNotes,
    copyReference,
    exportToMail: (meant?: Meant) => exportToMail({ server, preview, posting }, meant),
    mailActions: () => mailActions({ server, preview, posting }),
    markPosted: (meant?: Meant) => markPosted(server, meant),
    compareWith: (meant?: Meant) => compareWith({ server, machine, pages: comparisons }, meant),
    swapComparison: () => swapComparison({ server, machine, pages: comparisons }),
    openAddress,
    nestItem: () => moveItem('in'),
    outItem: () => moveItem('out'),
    ...changeCommands({ server, actions: views.actions }),
    ...showCommands({ server, actions: views.actions }),
    ...beginCommands({ server, archive, memory: context.globalState }),
  };
  return vscode.Disposable.from(
    preview,
    followTicks({ server, actions: views.actions }),
    comparisons,
    ...Object.entries<(...args: never[]) => unknown>(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`${section}.${name}`, run),
    ),
  );
}
