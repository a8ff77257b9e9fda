import * as vscode from 'vscode';
import type { PostingFinding } from '../../../server/src/lsp/protocol.js';

/** Shows places of a document without going there; the cursor stays where it is. */
export interface Preview extends vscode.Disposable {
  /** Brings a finding into view, or takes the mark away. */
  show(finding: PostingFinding | undefined): void;
  /** Puts the cursor on a finding. */
  go(finding: PostingFinding): void;
  /** Scrolls back to where the document stood. */
  back(): void;
}

/** High contrast has no backgrounds but borders, which other themes have not. */
function outlined(color: string): vscode.DecorationRenderOptions {
  return { outlineWidth: '1px', outlineStyle: 'solid', outlineColor: new vscode.ThemeColor(color) };
}

export function createPreview(editor: vscode.TextEditor): Preview {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    ...outlined('editor.rangeHighlightBorder'),
    isWholeLine: true,
  });
  const place = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    ...outlined('editor.findMatchHighlightBorder'),
  });
  const before = editor.visibleRanges[0];
  const height = before ? before.end.line - before.start.line : 0;
  const fits = before?.start.line === 0 && height >= editor.document.lineCount - 1;
  return {
    show(finding) {
      const range = finding && rangeOf(finding);
      editor.setDecorations(mark, range ? [range] : []);
      editor.setDecorations(place, range ? [range] : []);
      if (range && !fits) editor.revealRange(inLowerPart(range.start.line, height), vscode.TextEditorRevealType.AtTop);
    },
    go(finding) {
      const range = rangeOf(finding);
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      void vscode.window.showTextDocument(editor.document, {
        viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
      });
    },
    back() {
      if (before) editor.revealRange(before, vscode.TextEditorRevealType.AtTop);
    },
    dispose: () => vscode.Disposable.from(mark, place).dispose(),
  };
}

/** What has to be at the top for a line to be in the lower part of the window: the list covers the upper one. */
function inLowerPart(line: number, height: number): vscode.Range {
  const top = Math.max(0, line - Math.floor(height * 0.75));
  return new vscode.Range(top, 0, top, 0);
}

function rangeOf({ diagnostic: { range } }: PostingFinding): vscode.Range {
  const { start, end } = range;
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
