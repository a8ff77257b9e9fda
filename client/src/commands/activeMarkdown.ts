import * as vscode from 'vscode';

/** The Markdown document that is being edited; where there is none, says what to do and gives `undefined`. */
export function activeMarkdown(otherwise: string): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void vscode.window.showInformationMessage(otherwise);
  return undefined;
}
