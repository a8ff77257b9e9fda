import * as vscode from 'vscode';
import { readItem } from './lists/listLines.js';

/** How long a list that we asked for may be on its way, in milliseconds. */
const longest = 3_000;

let asked: { readonly uri: string; readonly line: number; readonly at: number } | undefined;

/** Has VS Code offer what fits the words on a line. Somebody may be on another line before it has come to do so. */
export function suggestOn({ uri }: vscode.TextDocument, line: number): Thenable<unknown> {
  asked = { uri: uri.toString(), line, at: Date.now() };
  return vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}

/** Whether a request is one of ours that comes on an empty item further on, where nobody has asked for anything: Tab would take an entry. */
export function comesLate(
  document: vscode.TextDocument,
  { line }: vscode.Position,
  { triggerKind }: vscode.CompletionContext,
): boolean {
  if (!asked || triggerKind !== vscode.CompletionTriggerKind.Invoke) return false;
  const { uri, line: meant, at } = asked;
  asked = undefined;
  const isOther = uri === document.uri.toString() && line !== meant && Date.now() - at < longest;
  return isOther && readItem(document.lineAt(line).text)?.text === '';
}
