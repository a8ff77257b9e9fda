import * as vscode from 'vscode';
import { setContext } from './config.js';

/**
 * In our documents Enter ends the line while a list of entries is open, as people type words that begin a name. It takes an
 * entry only once somebody has gone to it or asked for the list; the keys of package.json tell that to their `when` clauses
 * themselves, for an answer from here would come after the next key. What is typed afterwards is a new word.
 */
export function followEntries(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const active = vscode.window.activeTextEditor?.document;
    if (document === active && document.languageId === 'markdown' && contentChanges.length > 0)
      setContext('entryChosen', false);
  });
}
