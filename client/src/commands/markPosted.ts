import * as vscode from 'vscode';
import {
  markPostedRequest,
  type PostedParams,
  type PostedView,
  type Problem,
} from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';
import { meantDocument, type Meant } from './meant.js';

/** Asks where notes were posted, and has the notes and the page of their event say so. */
export async function markPosted(server: Server, meant?: Meant): Promise<void> {
  const document = await meantDocument(meant, say`Open the notes that have been posted.`);
  if (!document) return;
  const url = await vscode.window.showInputBox({
    title: say`Mark as posted`,
    prompt: say`Address of the mail in the list's archive`,
    placeHolder: 'https://lore.kernel.org/xen-devel/…',
    value: await copiedAddress(),
    validateInput: (text) =>
      isAddress(text) ? undefined : say`Paste the address of the mail, beginning with https://`,
  });
  if (url === undefined) return;
  const params: PostedParams = { uri: document.uri.toString(), url: url.trim() };
  const answer = await server.ask<PostedView | Problem>(markPostedRequest, params);
  if (!answer) return;
  if ('problem' in answer) void vscode.window.showErrorMessage(say`Not marked as posted: ${answer.problem}.`);
  else if (answer.session === undefined)
    void vscode.window.showWarningMessage(
      say`The notes have the address, but they name no session of this archive, so no page of an event has it.`,
    );
  else vscode.window.setStatusBarMessage(say`"${answer.session}" and its notes have the address`, 5000);
}

/** What is on the clipboard, when it is an address. */
async function copiedAddress(): Promise<string> {
  const text = (await vscode.env.clipboard.readText()).trim();
  return isAddress(text) ? text : '';
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/.test(text.trim());
}
