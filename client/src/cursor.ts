import * as vscode from 'vscode';
import type { Server } from './server.js';

/**
 * Tells the server which line the cursor is on, whenever it is another one: what is being written there is not judged yet. And
 * that an editor was closed, as VS Code may keep its document.
 */
export function followCursor(server: Server): vscode.Disposable {
  let told = '';
  const tell = (): void => {
    const editor = vscode.window.activeTextEditor;
    // The output panel is an editor too, and is scrolled without anybody going there.
    if (!editor || editor.document.uri.scheme === 'output' || server.state !== 'running') return;
    const at = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    const now = `${at.uri}#${at.line}`;
    if (now !== told) server.cursorAt(at);
    told = now;
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) server.editorClosed();
    }),
    server.onDidChangeState(() => {
      told = '';
      tell();
    }),
  );
}
