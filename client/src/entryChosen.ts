import * as vscode from 'vscode';
import { setContext } from './config.js';
import { readItem } from './lists/listLines.js';
import { suggestOn } from './suggesting.js';

/** Entries that are offered while somebody writes, in documents of our kinds. */
export interface Entries extends vscode.Disposable {
  /** Told whether the document that is being edited is of our kinds. */
  use(isOurs: boolean): void;
}

/**
 * In our documents Enter ends the line while a list of entries is open, as people type words that begin a name. It takes an
 * entry only once somebody has gone to it or asked for the list; the keys of package.json tell that to their `when` clauses
 * themselves, for an answer from here would come after the next key. What is typed afterwards is a new word.
 */
export function createEntries(): Entries {
  let ours = false;
  const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const active = vscode.window.activeTextEditor?.document;
    if (document !== active || document.languageId !== 'markdown' || contentChanges.length === 0) return;
    setContext('entryChosen', false);
    // Where a list goes on by itself no space is typed that would have VS Code ask, and in Markdown it does not ask for words.
    const [change] = contentChanges;
    if (ours && change && beginsPoint(document, contentChanges)) void suggestOn(document, change.range.start.line);
  });
  return {
    use(isOurs) {
      ours = isOurs;
    },
    dispose: () => listening.dispose(),
  };
}

/** Whether the first letter of an item has just been typed. */
function beginsPoint(
  document: vscode.TextDocument,
  [change, other]: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  if (!change || other || !/^\p{L}$/u.test(change.text) || !change.range.isEmpty) return false;
  return readItem(document.lineAt(change.range.start.line).text)?.text === change.text;
}
