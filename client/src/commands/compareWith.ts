import * as vscode from 'vscode';
import {
  compareRequest,
  historyRequest,
  type CompareParams,
  type ComparisonView,
  type HistoryView,
  type Problem,
} from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import type { ComparisonPages } from '../comparison.js';
import type { Machine } from '../machine.js';
import type { Server } from '../server.js';
import { base64Of, clipboard, pickFile, type ImportSource } from './importFiles.js';
import { meantDocument, type Meant } from './meant.js';

export interface CompareOptions {
  readonly server: Server;
  readonly machine: Machine;
  readonly pages: ComparisonPages;
}

type Other = CompareParams['other'];

/** Asks what the page of an event is to be compared with, and shows what became of its sessions since. */
export async function compareWith(options: CompareOptions, meant?: Meant): Promise<void> {
  const document = await meantDocument(meant, say`Open the page of an event: it is compared with another state of it.`);
  const other = document && (await pickOther(options, document.uri));
  if (other) await compare(options, { uri: document.uri.toString(), other, otherIs: 'earlier' });
}

/** Shows the comparison at hand the other way round. */
export async function swapComparison(options: CompareOptions): Promise<void> {
  const shown = options.pages.active();
  if (!shown) return;
  const { params } = shown;
  await compare(options, { ...params, otherIs: params.otherIs === 'later' ? 'earlier' : 'later' });
}

async function compare({ server, pages }: CompareOptions, params: CompareParams): Promise<void> {
  const view = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say`Comparing` },
    () => server.ask<ComparisonView | Problem>(compareRequest, params),
  );
  if (!view) tellWhy(say`the language server does not run`);
  else if ('problem' in view) tellWhy(view.problem);
  else await pages.show({ params, view });
}

function tellWhy(why: string): void {
  void vscode.window.showErrorMessage(say`Nothing was compared: ${why}.`);
}

async function pickOther({ server, machine }: CompareOptions, uri: vscode.Uri): Promise<Other | undefined> {
  const items: (vscode.QuickPickItem & { readonly pick: () => Promise<Other | undefined> })[] = [
    // Git runs where the files are, and goes by what stands in the folder.
    ...(machine.readsItself(uri.scheme)
      ? [
          {
            label: say`An earlier state in git…`,
            description: vscode.workspace.isTrusted
              ? say`choose from the page's history`
              : say`no git runs in a folder that is not trusted`,
            pick: () => pickRevision(server, uri),
          },
        ]
      : []),
    {
      label: say`A file…`,
      description: say`a copy of the page: Markdown, the text or the source of a wiki page`,
      pick: async () => contentOf(await pickFile(say`Compare`)),
    },
    {
      label: say`The clipboard`,
      description: say`what was copied from the page elsewhere`,
      pick: async () => contentOf((await clipboard())[0], say`the clipboard`),
    },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: say`Compare the event's page with` });
  return picked?.pick();
}

function contentOf(source: ImportSource | undefined, name = source?.name ?? ''): Other | undefined {
  return source && { name, content: base64Of(source.bytes) };
}

async function pickRevision(server: Server, uri: vscode.Uri): Promise<Other | undefined> {
  if (!vscode.workspace.isTrusted) return manageTrust();
  const history = await server.ask<HistoryView | Problem>(historyRequest, { uri: uri.toString() });
  if (!history) return undefined;
  if ('problem' in history) {
    tellWhy(history.problem);
    return undefined;
  }
  const items = history.revisions.map(({ id, date, author, subject }) => ({
    label: subject,
    description: `${date}, ${author}`,
    detail: id.slice(0, 8),
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: say`Compare the event's page with`,
    placeHolder: say`The state in which commit?`,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && { revision: picked.id };
}

async function manageTrust(): Promise<undefined> {
  const manage = say`Manage Workspace Trust`;
  const answer = await vscode.window.showWarningMessage(
    say`Git runs only in a folder that you trust. A file and the clipboard can be compared with in any.`,
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return undefined;
}
