import * as vscode from 'vscode';
import { section, setContext } from '../config.js';
import { enterRules } from './enterRules.js';
import { finish, linesOf, repeatedly, type Replacement } from './finish.js';
import { movedIn, movedOut, ownIndent, readItem } from './listLines.js';

/** Lists that go on by themselves, in documents of our kinds. */
export interface Lists extends vscode.Disposable {
  /** Told whether the document that is being edited is of our kinds. */
  use(isOurs: boolean): void;
}

const setting = 'continueLists';

export function createLists(): Lists {
  let isOurs = false;
  let rules: vscode.Disposable | undefined;
  let told = '';

  /** Rules hold for a whole language, so they are there only while such a document is edited. */
  function update(): void {
    const wanted =
      isOurs && vscode.workspace.getConfiguration(section).get<boolean>(setting, true) && !isDoneElsewhere();
    if (wanted && !rules)
      rules = vscode.languages.setLanguageConfiguration('markdown', {
        onEnterRules: enterRules(vscode.IndentAction.None),
      });
    if (!wanted) {
      rules?.dispose();
      rules = undefined;
    }
    if (wanted) keepIndent();
    look();
  }

  /** What the keys of package.json have to know of the cursor's line. */
  function look(): void {
    const editor = rules && vscode.window.activeTextEditor;
    const item = editor && readItem(editor.document.lineAt(editor.selection.active.line).text);
    const kind = !item ? '' : item.number === undefined ? 'bullet' : 'numbered';
    if (told !== kind) setContext('item', kind);
    told = kind;
  }

  const listening = [
    vscode.window.onDidChangeTextEditorSelection(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(section)) update();
    }),
    vscode.extensions.onDidChange(update),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (rules) void finish(change);
    }),
  ];
  return {
    use(next) {
      isOurs = next;
      update();
    },
    dispose: () => vscode.Disposable.from(...listening, ...(rules ? [rules] : [])).dispose(),
  };
}

/** Whether another extension continues lists on Enter in Markdown, as Markdown All in One does. */
function isDoneElsewhere(): boolean {
  return vscode.extensions.all.some(({ packageJSON }: vscode.Extension<unknown>) =>
    JSON.stringify(
      (packageJSON as { contributes?: { keybindings?: unknown } }).contributes?.keybindings ?? '',
    ).includes('"markdown.extension.onEnterKey"'),
  );
}

/** Has Tab nest by as much as the document does. */
function keepIndent(): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { size, tabs } = ownIndent(linesOf(editor.document));
  // What a tab takes and what nesting takes are two options, of which the second is what the keys go by.
  editor.options = { ...editor.options, tabSize: size, indentSize: size, insertSpaces: !tabs };
}

/** Nests the item of the cursor, or takes it one level out. */
export async function moveItem(where: 'in' | 'out'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const at = editor.selection.active.line;
  // Somebody types on meanwhile. The words of the item are left alone, so that the cursor stays where it is in them.
  await repeatedly(document, () => {
    if (at >= document.lineCount) return [];
    const lines = linesOf(document);
    const next = where === 'in' ? movedIn(lines, at) : movedOut(lines, at);
    return next === undefined ? [] : [headChange(at, lines[at] ?? '', next)];
  });
}

/** The change of what stands before the words of an item. */
function headChange(line: number, before: string, after: string): Replacement {
  const words = readItem(before)?.text.length ?? 0;
  return {
    range: new vscode.Range(line, 0, line, before.length - words),
    text: after.slice(0, after.length - words),
  };
}
