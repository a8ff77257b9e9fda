import * as vscode from 'vscode';
import {
  checkBeforePostingRequest,
  type DocumentParams,
  type PostingCheck,
  type PostingFinding,
  type PostingFix,
} from '../../../server/src/lsp/protocol.js';
import { section } from '../config.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';
import type { FixButton, Item } from './items.js';
import { createList, type List, type Shown } from './list.js';
import { createPreview, type Preview } from './preview.js';

const noKind = (): string =>
  say`There is nothing to check: this document is neither event page, proposal, notes, minutes nor register.`;

/** A list that is open. */
interface Opened {
  readonly server: Server;
  readonly document: vscode.TextDocument;
  readonly pick: vscode.QuickPick<Item>;
  readonly list: List;
  readonly preview: Preview;
  /** What was answered last. */
  check?: PostingCheck;
  /** How often it was asked; only the last answer counts. */
  asked: number;
  closed: boolean;
}

/**
 * Opens the list of what stands in the way of posting a document. It stays open and in step while fixes are made from it. The
 * result tells what it shows, `undefined` once it is closed.
 */
export function openList(server: Server, editor: vscode.TextEditor): () => Shown | undefined {
  const pick = vscode.window.createQuickPick<Item>();
  const { document } = editor;
  const preview = createPreview(editor);
  const opened: Opened = { server, document, pick, list: createList(pick), preview, asked: 0, closed: false };
  const listening = listen(opened);
  pick.onDidHide(() => {
    // Whoever closes the list without going anywhere is back where they were.
    if (!opened.closed) preview.back();
    opened.closed = true;
    vscode.Disposable.from(...listening, preview, pick).dispose();
  });
  pick.title = say`Before posting`;
  pick.placeholder = say`Checking…`;
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  pick.show();
  void refresh(opened, 0);
  return () => (opened.closed ? undefined : opened.list.shown);
}

function listen(opened: Opened): readonly vscode.Disposable[] {
  const { pick, list, preview, document } = opened;
  return [
    pick.onDidAccept(() => accept(opened)),
    pick.onDidTriggerItemButton(({ button }) => apply(opened, (button as FixButton).fix)),
    pick.onDidTriggerButton(() => opened.check && list.showAll(opened.check, list.place)),
    pick.onDidChangeActive(([item]) => preview.show(item && 'finding' in item.row ? item.row.finding : undefined)),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0) void refresh(opened, list.place);
    }),
  ];
}

async function accept(opened: Opened): Promise<void> {
  const { check, list, pick } = opened;
  const row = list.active;
  switch (row?.kind) {
    case 'fixAll':
      return check?.fixAll && apply(opened, check.fixAll);
    case 'fix':
      return apply(opened, row.fix);
    case 'finding':
      return row.finding.fixes.length > 0 ? list.showOne(row.finding) : go(opened, row.finding);
    case 'go':
      return go(opened, row.finding);
    case 'next':
      pick.hide();
      await vscode.window.showTextDocument(opened.document);
      return void vscode.commands.executeCommand(`${section}.${row.step}`);
    case 'clear':
      return pick.hide();
    case 'group':
    case undefined:
  }
}

/** Asks until the answer speaks of the text as it is now; an older one is of no use. */
async function refresh(opened: Opened, place: number): Promise<void> {
  const { server, document, pick, list } = opened;
  const mine = ++opened.asked;
  const wanted = (): boolean => mine === opened.asked && !opened.closed;
  pick.busy = true;
  const params: DocumentParams = { uri: document.uri.toString() };
  let answer: PostingCheck | null | undefined;
  // A server that ends while it is asked gives no answer.
  do answer = await server.ask<PostingCheck | null>(checkBeforePostingRequest, params).catch(() => undefined);
  while (wanted() && answer && answer.version < document.version);
  if (!wanted()) return;
  pick.busy = false;
  if (answer && answer.kind !== null) {
    opened.check = answer;
    list.showAll(answer, place);
    return;
  }
  pick.hide();
  if (answer === undefined) await sayNoAnswer();
  else void vscode.window.showInformationMessage(noKind());
}

async function sayNoAnswer(): Promise<void> {
  const restart = say`Restart the Server`;
  const message = say`The document could not be checked: the language server gives no answer.`;
  if ((await vscode.window.showErrorMessage(message, restart)) === restart)
    await vscode.commands.executeCommand('xenNotes.restartServer');
}

async function apply(opened: Opened, { edit }: Pick<PostingFix, 'edit'>): Promise<void> {
  const { check, document, list, pick, server } = opened;
  const { place } = list;
  // The text may have changed since it was checked; the edit would then hit the wrong place.
  if (check?.version !== document.version) return refresh(opened, place);
  // What changes other documents is looked at in a view of its own.
  if (edit.changeAnnotations) pick.hide();
  const isMade = await vscode.workspace.applyEdit(await server.toEdit(edit));
  if (!isMade && !edit.changeAnnotations)
    void vscode.window.showWarningMessage(say`The change was not made; see whether the document can be written.`);
  if (!opened.closed) await refresh(opened, place);
}

function go(opened: Opened, finding: PostingFinding): void {
  opened.closed = true;
  opened.pick.hide();
  opened.preview.go(finding);
}
